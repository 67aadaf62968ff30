import type { Project, RecordStore } from "@probity/domain";
import type { Catalogue, ReadDocument, Wire } from "@probity/kit";
import type { JudgingContent } from "./own-judges/judging-content.ts";

/** A loaded `probity.yaml` and what its names can refer to. */
export interface Programme {
  readonly file: string;
  readonly project: Project;
  /** The document the project was read from, for naming places. */
  readonly document: Pick<ReadDocument<Project>, "placeOf">;
  readonly catalogue: Catalogue;
  /** Rubrics and weights that its judges refer to. */
  readonly judging: JudgingContent;
}

/** The world outside, handed in by whoever starts the program. */
export interface Runtime {
  readonly store: RecordStore;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** Milliseconds since the epoch, with fractions; never runs backwards. */
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after the time, or early when the signal aborts. Never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The way out; what it needs is loaded when it is first opened. */
  readonly openWire: () => Promise<Wire>;
  /** Key of the mask tokens; equal values have equal tokens under one key. */
  readonly maskKey: Uint8Array;
  /** Verifies signed heads of this store's log; `<name>+<key id>+<key>` of C2SP signed-note. */
  readonly publicKey: string;
  /** Name and version, e.g. `probity 0.1.0`. */
  readonly product: string;
}
