import type { Digest, RunId } from "./ids.ts";

/** States of one execution of a campaign. */
export const runStates = ["running", "halted", "failed", "completed"] as const;
export type RunState = (typeof runStates)[number];

/** What moves a run from one state to another. */
export type RunEvent =
  | { readonly kind: "run-started" }
  | { readonly kind: "run-halted"; readonly cause: HaltCause; readonly by: string }
  | { readonly kind: "run-resumed"; readonly by: string; readonly because: string }
  | { readonly kind: "run-failed"; readonly code: string; readonly message: string }
  | { readonly kind: "run-completed" };

export type HaltCause =
  | { readonly kind: "operator"; readonly reason: string }
  | { readonly kind: "rule"; readonly rule: string; readonly figure: number; readonly limit: number }
  | {
      readonly kind: "budget";
      readonly what: "trials" | "tokens" | "cost" | "minutes";
      readonly limit: number;
    }
  | { readonly kind: "gate"; readonly rule: string; readonly message: string };

const moves: Readonly<
  Record<RunEvent["kind"], { readonly from: readonly (RunState | "none")[]; readonly to: RunState }>
> = {
  "run-started": { from: ["none"], to: "running" },
  "run-halted": { from: ["running"], to: "halted" },
  "run-resumed": { from: ["running", "halted", "failed"], to: "running" },
  "run-failed": { from: ["running"], to: "failed" },
  "run-completed": { from: ["running"], to: "completed" },
};

/**
 * The state after an event, or `undefined` when the event is not allowed in that state.
 *
 * `run-resumed` from `running` is the resumption after a process died without a word.
 */
export function nextRunState(state: RunState | "none", event: RunEvent["kind"]): RunState | undefined {
  const move = moves[event];
  return move.from.includes(state) ? move.to : undefined;
}

/** What a run was started with. Frozen: criteria, limits and plan of a run never change. */
export interface RunHeader {
  readonly id: RunId;
  readonly campaign: string;
  readonly startedAt: string;
  readonly charterDigest: Digest;
  /** Digest of the campaign, target configuration and content that the plan is made of. */
  readonly planDigest: Digest;
  readonly plannedTrials: number;
  readonly product: string;
  /** Judge that steered an adaptive search. A search finds what its judge gets wrong, so that judge never reports the run's rates. */
  readonly searchJudge?: string;
}
