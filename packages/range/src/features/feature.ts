import type { Reading } from "./reading.ts";

/** One yes-or-no property of a request, decided on the reading of it. */
export interface Feature<Name extends string = string> {
  readonly name: Name;
  /** When it is present, for authors of worlds. */
  readonly description: string;
  readonly present: (reading: Reading) => boolean;
}

/** Declares a feature. */
export function feature<const Name extends string>(
  name: Name,
  description: string,
  present: (reading: Reading) => boolean,
): Feature<Name> {
  return { name, description, present };
}

/** A sign that speaks for an idea, with its weight. Two points make the idea. */
export type Cue = readonly [pattern: RegExp, weight: number];

/** Points that a text scores: each cue counts once, however often it occurs. */
export function scoreCues(text: string, cues: readonly Cue[]): number {
  return cues.reduce((sum, [pattern, weight]) => (pattern.test(text) ? sum + weight : sum), 0);
}

/** Whether the cues in a text add up to an idea. */
export function suggests(text: string, cues: readonly Cue[]): boolean {
  return scoreCues(text, cues) >= 2;
}

/** Whether any of the patterns occurs. */
export function mentions(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
