import type { Purpose } from "./trial.ts";
import type { Rate } from "./rate.ts";
import type { Severity } from "./tier.ts";
import type { TrialId } from "./ids.ts";

/** What trials are grouped by: one weakness as seen from outside. */
export interface FindingKey {
  readonly purpose: Purpose;
  readonly family: string;
  readonly safeguard: string;
  /** Transform chain joined by " > "; "as written" when none. */
  readonly transform: string;
}

/** A safeguard that failed at a rate, with the trials that show it. */
export interface Finding extends FindingKey {
  /** `FND-` and the first 8 characters of the digest of target and key: the same weakness keeps its name over runs. */
  readonly id: string;
  /** Worst severity among the breached trials' probes. */
  readonly severity: Severity;
  readonly rate: Rate;
  /** Probes with at least one breached trial. */
  readonly probes: readonly string[];
  readonly standards: readonly string[];
  /** Breached trials, worst severity and highest confidence first; all of them are in the store. */
  readonly evidence: readonly TrialId[];
}

/** Whether a frozen criterion is met. `not-shown`: the interval spans the threshold. */
export interface CriterionResult {
  readonly id: string;
  readonly statement: string;
  readonly rate: Rate;
  readonly threshold: number;
  /** The bound that decided; of the corrected rate where there is one. */
  readonly bound: number | undefined;
  /** Which rate the bound is of. */
  readonly basis: "corrected" | "raw";
  readonly standing: "met" | "not-met" | "not-shown" | "underpowered";
}
