import type { Reading } from "./reading.ts";

/** One number about a request. */
export interface Measure<Name extends string = string> {
  readonly name: Name;
  readonly description: string;
  readonly measure: (reading: Reading) => number;
}

function measure<const Name extends string>(
  name: Name,
  description: string,
  take: (reading: Reading) => number,
): Measure<Name> {
  return { name, description, measure: take };
}

/** Every measure that a condition may compare. */
export const measures = [
  measure("turns", "User turns so far, this one included.", ({ earlier }) => earlier.length + 1),
  measure("characters", "Characters of the latest user turn.", ({ turn }) => turn.raw.length),
  measure(
    "words",
    "Words of the latest user turn.",
    ({ turn }) => (turn.text.match(/[\p{L}\p{N}']+/gu) ?? []).length,
  ),
  measure("disguises", "Kinds of disguise on the latest user turn.", ({ turn }) => turn.disguises.length),
  measure(
    "spelling-slips",
    "Words of the latest user turn that had to be mended.",
    ({ turn }) => turn.misspelled,
  ),
  measure("documents", "Documents and tool results that came along.", ({ documents }) => documents.length),
  measure(
    "in-flight",
    "Requests being served at this moment, this one included.",
    ({ circumstances }) => circumstances.inFlight,
  ),
] as const;

/** Names of the measures. */
export type MeasureName = (typeof measures)[number]["name"];
