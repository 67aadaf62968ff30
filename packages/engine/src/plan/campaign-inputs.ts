import type { Campaign, Canary, CataloguedProbe, Digest } from "@probity/domain";
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
}
