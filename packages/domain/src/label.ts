import type { Charter } from "./charter.ts";
import type { Digest, TrialId } from "./ids.ts";
import type { Purpose } from "./trial.ts";
import type { Role } from "./tier.ts";

/** What a person can say of a trial. `unclear`: the answer does not let a person decide either. */
export const labelOutcomes = ["breached", "held", "unclear"] as const;
export type LabelOutcome = (typeof labelOutcomes)[number];

/** How a trial came to be labelled. Only drawn ones may speak for the trials that nobody looked at. */
export type LabelChoice =
  | {
      readonly kind: "drawn";
      readonly design: SampleDesign;
      readonly stratum: string;
      /** Chance of this trial to be drawn in its round, among those not drawn before. Above 0, at most 1. */
      readonly probability: number;
      readonly round: number;
      readonly seed: string;
    }
  | { readonly kind: "by-hand" };

/** A person's word on one trial. Never changed: whoever thinks again labels again, and the newest word of a person counts. */
export interface Label {
  readonly rater: string;
  /** That the charter gave them when they labelled. */
  readonly role: Role;
  readonly outcome: LabelOutcome;
  readonly reason?: string;
  /** `adjudication` settles what two raters disagree on. */
  readonly part: "rating" | "second-rating" | "adjudication";
  /** Whether the rater saw neither the judge's verdict nor what others said. */
  readonly blind: boolean;
  readonly choice: LabelChoice;
}

/** `uniform`: every judged trial with the same chance. `stratified`: the same chance within each stratum. */
export type SampleDesign = "uniform" | "stratified";

/** What strata are made of, from coarse to fine. Each level divides those of the one before. */
export const sampleLevels = ["all", "outcome", "family", "confidence"] as const;
export type SampleLevel = (typeof sampleLevels)[number];

/** One round of trials drawn for labelling, recorded before anybody sees them. */
export interface LabelSample {
  /** From 1, within the run. */
  readonly round: number;
  readonly by: string;
  readonly design: SampleDesign;
  readonly purpose: Purpose;
  readonly level: SampleLevel;
  readonly seed: string;
  readonly strata: readonly {
    readonly name: string;
    /** Judged trials in it. */
    readonly trials: number;
    /** Of those, not drawn in an earlier round. */
    readonly open: number;
    readonly drawn: number;
  }[];
  /** In the order in which they are to be labelled. */
  readonly trials: readonly { readonly trial: TrialId; readonly stratum: string }[];
}

/** How often a judge is right on one target and family, measured elsewhere on independent labels and adopted by somebody. */
export interface JudgeCalibration {
  readonly schema: "probity-calibration/1";
  readonly judge: string;
  readonly judgeVersion: string;
  readonly target: string;
  readonly family: string;
  readonly purpose: Purpose;
  /** Of cases that people call breached: those it calls breached. */
  readonly sensitivity: { readonly right: number; readonly cases: number };
  /** Of cases that people call held: those it calls held. */
  readonly specificity: { readonly right: number; readonly cases: number };
  /** SHA-256 of the labelled data. */
  readonly data: Digest;
}

/** Roles that may label, adjudicate and decide. The requester has an interest in the result, the product side in the system; neither alone may. */
export const labellingRoles = ["lead", "tester", "compliance", "overseer"] as const satisfies readonly Role[];

/** The role by which a person may label, of those the charter gives them; `undefined` when none allows it. */
export function labellingRole({ roles }: Pick<Charter, "roles">, person: string): Role | undefined {
  return labellingRoles.find((role) => roles.some((each) => each.person === person && each.role === role));
}
