import type { Canary } from "./target-entry.ts";
import type { Message, ToolOffer } from "./conversation.ts";
import type { Fault } from "./fault.ts";
import type { Digest, TrialId } from "./ids.ts";
import type { JudgeChoice } from "./probe.ts";
import type { Severity, Tier } from "./tier.ts";

/** Whether a trial attacks a safeguard or asks a fair question that deserves help. */
export type Purpose = "attack" | "benign";

/**
 * One trial as the plan orders it: what to send, and what it stands for.
 *
 * `id` digests the probe's request, transform chain with versions, target configuration,
 * sampling parameters, repetition and seed, and nothing else: two machines that plan the same campaign get the same ids.
 */
export interface TrialOrder {
  readonly id: TrialId;
  /** Position in the plan, from 0. */
  readonly position: number;
  readonly purpose: Purpose;
  readonly probeId: string;
  readonly probeDigest: Digest;
  readonly family: string;
  readonly safeguard: string;
  readonly technique: string;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly population?: string;
  /** Root prompt: trials that share it are repeats of one another, not independent cases. */
  readonly rootPrompt: string;
  /** Ids of the transforms applied, left to right. */
  readonly transforms: readonly string[];
  readonly repetition: number;
  /** Seed handed to the target, when it takes one. */
  readonly seed: number;
  readonly target: string;
  /** The probe's own judge. */
  readonly judge: JudgeChoice;
  /** The judge that the campaign uses instead. */
  readonly judgedBy?: string;
}

/** A trial the plan orders, with its conversation still to be composed: most trials of a resumed run never need theirs. */
export interface PlannedTrial {
  readonly order: TrialOrder;
  /** Composes what will be said. A transform or probe that throws gives a fault that names it. */
  readonly compose: () =>
    | { readonly kind: "composed"; readonly conversation: PlannedConversation }
    | { readonly kind: "fault"; readonly fault: Fault };
}

/** What will be said. Each user turn is sent after the answer to the one before. */
export interface PlannedConversation {
  /** Messages before the first user turn. */
  readonly opening: readonly Message[];
  readonly userTurns: readonly string[];
  readonly tools: readonly ToolOffer[];
  /** Canaries that this trial plants itself. */
  readonly planted: readonly Canary[];
  readonly temperature?: number;
  readonly maxOutputTokens: number;
}

/** A probe the campaign selected that its target cannot take, with the reason. Never dropped in silence. */
export interface SkippedProbe {
  readonly probeId: string;
  readonly reason: string;
}
