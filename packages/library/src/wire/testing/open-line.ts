import type { Line, LineOptions, Wire, WireOutcome } from "@probity/kit";
import { createWire, type WireOptions } from "../create-wire.ts";
import { permitFor, type PermitWishes } from "./permit-for.ts";

export interface OpenLine {
  readonly wire: Wire;
  readonly line: Line;
  /** GETs a URL. */
  readonly get: (url: string) => Promise<WireOutcome>;
}

/** A line for tests, under a permit from the gate. Times out after 5 s and keeps a million bytes unless told otherwise. */
export function openLine(
  wishes: PermitWishes & Partial<LineOptions> & { readonly wireOptions?: WireOptions },
): OpenLine {
  const { timeoutMs = 5000, maxResponseBytes = 1_000_000 } = wishes;
  const signal = wishes.signal ?? new AbortController().signal;
  const wire = createWire(wishes.wireOptions);
  const line = wire.line(permitFor(wishes), { timeoutMs, maxResponseBytes, signal });
  return { wire, line, get: (url) => line.send({ method: "GET", url, headers: {} }) };
}

/** What came of reading a body: its text, or the error that broke it off with the text before. */
export interface BodyReading {
  readonly text: string;
  readonly error?: unknown;
}

/** Reads a body to its end or to where it breaks. */
export async function readBody(body: AsyncIterable<string>): Promise<BodyReading> {
  let text = "";
  try {
    for await (const piece of body) text += piece;
    return { text };
  } catch (error) {
    return { text, error };
  }
}
