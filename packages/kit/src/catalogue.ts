import type { CataloguedProbe } from "@probity/domain";
import type { Judge } from "./define-judge.ts";
import type { ReportFormat } from "./define-report.ts";
import type { Target } from "./define-target.ts";
import type { Transform } from "./define-transform.ts";

/** Everything a campaign can be built from. The engine receives it; it never imports what is in it. */
export interface Catalogue {
  readonly probes: readonly CataloguedProbe[];
  readonly transforms: ReadonlyMap<string, Transform>;
  readonly judges: ReadonlyMap<string, Judge>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly reports: ReadonlyMap<string, ReportFormat>;
}
