import type { ToolOffer } from "@probity/domain";
import type { Observations } from "../features/features.ts";
import type { Reading } from "../features/reading.ts";
import type { World } from "../world/world-schema.ts";

/** An action that took effect earlier in this conversation. */
export interface Deed {
  readonly tool: string;
  readonly amount: number;
  readonly number: string;
}

/** A tool that the client offers. Its parameters are a JSON Schema that the client wrote. */
export type OfferedTool = Pick<ToolOffer, "name" | "description" | "parameters">;

/** All that an answer is made from. */
export interface Scene {
  readonly world: World;
  readonly reading: Reading;
  readonly observed: Observations;
  readonly tools: readonly OfferedTool[];
  /** What happened earlier in this conversation. */
  readonly deeds: readonly Deed[];
  /** Most characters that an answer may have by the request's own limit. */
  readonly room: number;
  /** A whole number below `below`, decided by the request and the label alone. */
  readonly pick: (label: string, below: number) => number;
}

/** A call of a tool that the client offered. */
export interface OutgoingCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What the application answers. */
export interface Answer {
  readonly text: string;
  readonly calls: readonly OutgoingCall[];
  /** What took effect with this answer. */
  readonly deeds: readonly Deed[];
}

/** An answer of words alone. */
export function saying(text: string): Answer {
  return { text, calls: [], deeds: [] };
}
