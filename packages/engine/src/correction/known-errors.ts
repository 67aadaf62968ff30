import type {
  CalibrationEntry,
  JudgeCalibration,
  LabelSample,
  NotCorrectedReason,
  Purpose,
} from "@probity/domain";
import { labelledStrata, sampledErrors, type JudgeErrors } from "@probity/measure";
import type { LabelledTrial } from "./labelled-trial.ts";
import { leastLabels, sampledCells } from "./sampled-cells.ts";

/** A run whose labels tell how often its judges are right. */
export interface ErrorSource {
  /** Digest of the target's configuration. */
  readonly configuration: string;
  readonly trials: readonly LabelledTrial[];
  readonly rounds: readonly LabelSample[];
}

/** What the error is needed of: never more than one target, family and purpose. */
export interface ErrorKey {
  readonly configuration: string;
  readonly family: string;
  readonly purpose: Purpose;
  /** `id version` of every judge of the trials to be corrected. */
  readonly judges: ReadonlySet<string>;
}

export type KnownErrors =
  | { readonly kind: "known"; readonly errors: JudgeErrors; readonly labels: number }
  | { readonly kind: "unknown"; readonly reason: NotCorrectedReason; readonly labels: number };

/** Labels of each kind below which a rate of the judge's error says too little. */
const leastOfKind = 3;

/**
 * How often the judges of a family are right on a target: from labels drawn in earlier runs on the same configuration, else from
 * a calibration that somebody adopted for it. A judge's error does not carry over from one system or attack family to another,
 * so nothing is ever pooled over them; where only others are known, the reason says which.
 */
export function knownErrors(
  key: ErrorKey,
  sources: readonly ErrorSource[],
  calibrations: readonly CalibrationEntry[],
): KnownErrors {
  const measured = fromRuns(key, sources);
  if (measured?.kind === "known") return measured;
  return fromCalibration(key, calibrations) ?? measured ?? unknownBecause(key, sources, calibrations);
}

function fromRuns(key: ErrorKey, sources: readonly ErrorSource[]): KnownErrors | undefined {
  const sampled = sources
    .filter(({ configuration }) => configuration === key.configuration)
    .flatMap(({ trials, rounds }, run) => {
      const ofKey = trials.filter((trial) => isOf(key, trial));
      const cells = sampledCells(ofKey, rounds, "outcome");
      return cells.complete && cells.labels > 0
        ? [
            {
              labels: cells.labels,
              trials: cells.trials.map((each) => ({ ...each, stratum: `${run} ${each.stratum}` })),
            },
          ]
        : [];
    });
  const labels = sampled.reduce((sum, each) => sum + each.labels, 0);
  if (labels === 0) return undefined;
  const trials = sampled.flatMap((each) => each.trials);
  const seen = new Set(trials.flatMap(({ of, breached }) => (breached === undefined ? [] : [of.judge])));
  if ([...key.judges].some((judge) => !seen.has(judge)))
    return { kind: "unknown", reason: "other-judge", labels };
  if (labels < leastLabels) return { kind: "unknown", reason: "too-few-labels", labels };
  const { strata, effectiveTrials } = labelledStrata(trials);
  const decided = new Map(trials.map(({ stratum, of }) => [stratum, of.judged ?? "held"]));
  const errors = sampledErrors(
    strata.map((stratum) => ({ ...stratum, decided: decided.get(stratum.name) ?? "held" })),
    effectiveTrials,
  );
  return enough(errors, labels, {
    breached: trials.filter(({ breached }) => breached === true).length,
    held: trials.filter(({ breached }) => breached === false).length,
  });
}

function isOf({ family, purpose, judges }: ErrorKey, trial: LabelledTrial): boolean {
  return (
    trial.family === family &&
    trial.purpose === purpose &&
    trial.judged !== undefined &&
    trial.judge !== undefined &&
    judges.has(trial.judge)
  );
}

function enough(
  errors: JudgeErrors,
  labels: number,
  found: { readonly breached: number; readonly held: number },
): KnownErrors {
  if (found.breached < leastOfKind || errors.sensitivity === undefined)
    return { kind: "unknown", reason: "no-breached-labels", labels };
  if (found.held < leastOfKind || errors.specificity === undefined)
    return { kind: "unknown", reason: "no-held-labels", labels };
  return { kind: "known", errors, labels };
}

function fromCalibration(key: ErrorKey, calibrations: readonly CalibrationEntry[]): KnownErrors | undefined {
  const [judge] = key.judges;
  const entry = calibrations.findLast(
    ({ configuration, calibration }) =>
      configuration === key.configuration &&
      calibration.family === key.family &&
      calibration.purpose === key.purpose &&
      key.judges.size === 1 &&
      `${calibration.judge} ${calibration.judgeVersion}` === judge,
  );
  if (!entry) return undefined;
  const { sensitivity, specificity } = entry.calibration;
  return enough(
    { sensitivity: rateOf(sensitivity), specificity: rateOf(specificity) },
    sensitivity.cases + specificity.cases,
    { breached: sensitivity.cases, held: specificity.cases },
  );
}

const rateOf = ({ right, cases }: JudgeCalibration["sensitivity"]) =>
  cases === 0 ? undefined : { estimate: right / cases, effectiveTrials: cases };

/** Nothing fits: says what is known instead, so that nobody takes it for this. */
function unknownBecause(
  key: ErrorKey,
  sources: readonly ErrorSource[],
  calibrations: readonly CalibrationEntry[],
): KnownErrors {
  const known = [
    ...sources.flatMap(({ configuration, trials }) =>
      trials
        .filter(
          ({ round, truth, purpose }) =>
            round !== undefined && truth !== undefined && purpose === key.purpose,
        )
        .map(({ family }) => ({ configuration, family })),
    ),
    ...calibrations
      .filter(({ calibration }) => calibration.purpose === key.purpose)
      .map(({ configuration, calibration }) => ({ configuration, family: calibration.family })),
  ];
  const here = known.filter(({ configuration }) => configuration === key.configuration);
  const reason = here.some(({ family }) => family === key.family)
    ? "other-judge"
    : here.length > 0
      ? "other-family"
      : known.some(({ family }) => family === key.family)
        ? "other-target"
        : "no-labels";
  return { kind: "unknown", reason, labels: 0 };
}
