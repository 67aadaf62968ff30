import type { Campaign, Canary, CataloguedProbe, Digest, JudgeChoice, Purpose } from "@probity/domain";
import type { Judge, TargetAbilities, Transform } from "@probity/kit";

/** All that a plan is made of. Equal inputs give equal plans, trial for trial. */
export interface CampaignInputs {
  readonly campaign: Campaign;
  readonly target: {
    readonly name: string;
    /** Digest of adapter and settings, with secrets as references. */
    readonly configuration: Digest;
    readonly abilities: TargetAbilities;
    readonly canaries: readonly Canary[];
  };
  readonly probes: readonly CataloguedProbe[];
  readonly transforms: ReadonlyMap<string, Transform>;
  readonly judges: ReadonlyMap<string, Judge>;
  /** Who judges instead of the probe's own judge; `undefined` leaves it. */
  readonly judgeInstead?: (family: string, purpose: Purpose) => InsteadJudge | undefined;
}

/** A shipped judge with its settings, or the name of a judge of one's own. */
export type InsteadJudge =
  | { readonly kind: "rule"; readonly choice: JudgeChoice }
  | { readonly kind: "own"; readonly name: string };
