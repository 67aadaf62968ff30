import type { Canary } from "./target-entry.ts";
import type { Message, Usage } from "./conversation.ts";
import type { Fault } from "./fault.ts";
import type { RunId, TrialId } from "./ids.ts";
import type { TrialOrder } from "./trial.ts";

/** Facts of one request and its answer, beside the messages. */
export interface Exchange {
  /** UTC, ISO 8601. */
  readonly sentAt: string;
  /** From first byte sent to last byte read, of the attempt that counted, in milliseconds. */
  readonly latencyMs: number;
  /** Sends, retries included. */
  readonly attempts: number;
  readonly finish?: "stop" | "length" | "tool-calls" | "content-filter" | "unknown";
  readonly usage?: Usage;
  readonly model?: string;
  readonly fingerprint?: string;
  readonly responseId?: string;
  /** The answer was cut at the size bound. */
  readonly cut: boolean;
}

/** How the conversation ended. */
export type Ending = { readonly kind: "complete" } | { readonly kind: "failed"; readonly fault: Fault };

/**
 * What was said in one trial, masked. This is what judges read and what the log commits to.
 *
 * Personal data and secrets stand as tokens such as `⟦email:3f9a2c⟧`; equal values have equal tokens within one store.
 * Declared canaries are synthetic and stay as they are.
 */
export interface Transcript {
  readonly trialId: TrialId;
  readonly runId: RunId;
  readonly order: TrialOrder;
  readonly messages: readonly Message[];
  /** Index in `messages` of the first message that was said in the trial, after the opening. */
  readonly openingLength: number;
  readonly exchanges: readonly Exchange[];
  readonly ending: Ending;
  /** Canaries known for this trial, planted or declared. */
  readonly canaries: readonly Canary[];
  /** Kinds of data masked in answers, with counts; empty when none. */
  readonly masked: Readonly<Record<string, number>>;
}
