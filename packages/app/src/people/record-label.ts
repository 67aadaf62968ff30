import {
  newestRatings,
  personJudge,
  ProductError,
  type Label,
  type LabelOutcome,
  type LogEntry,
  type RecordStore,
  type RunId,
  type TrialId,
  type Verdict,
} from "@probity/domain";
import { labelsByTrial } from "@probity/engine";
import { masksFor } from "../mask-for.ts";
import type { Programme, Runtime } from "../programme.ts";
import { requireRater } from "./who-may.ts";

/** A label to record. */
export interface LabelInputs {
  readonly run: RunId;
  readonly trial: TrialId;
  readonly label: Omit<Label, "role">;
  /** Whether a verdict by the person follows where no judge reached one, so that the trial counts. */
  readonly decides?: boolean;
}

/**
 * Records what a person says of a trial. Their earlier words stay in the log; the newest counts.
 *
 * @throws ProductError NOT_A_RATER; NOT_INDEPENDENT for a second rating by the first rater, or an adjudication by one of those who disagree
 */
export function recordLabel(programme: Programme, runtime: Runtime, inputs: LabelInputs): Label {
  const [label] = recordLabels(programme, runtime, [inputs]);
  if (!label) throw new TypeError("A label was recorded and is not there.");
  return label;
}

/** Records several labels together, or none. */
export function recordLabels(
  programme: Programme,
  runtime: Runtime,
  inputs: readonly LabelInputs[],
): readonly Label[] {
  const { store, maskKey, clock } = runtime;
  const at = clock().toISOString();
  const entries: LogEntry[] = [];
  const labels: Label[] = [];
  for (const { run, trial, label: given, decides } of inputs) {
    const role = requireRater(programme.project.charter, given.rater);
    requireIndependence(store, { run, trial, label: given });
    const label = { ...given, ...maskedReason(given, maskKey), role };
    labels.push(label);
    entries.push({ kind: "label", at, run, trial, label });
    const verdict = decides ? verdictWhereNone(store, { run, trial, label: given }) : undefined;
    if (verdict) entries.push({ kind: "verdict", at, run, trial, verdict });
  }
  store.append(entries);
  return labels;
}

/** Personal data in a reason is masked like that in answers. */
function maskedReason({ reason }: Pick<Label, "reason">, key: Uint8Array): Pick<Label, "reason"> {
  return reason === undefined ? {} : { reason: masksFor(key, [])([])(reason).text };
}

function requireIndependence(store: RecordStore, { run, trial, label }: LabelInputs): void {
  const { part, rater } = label;
  if (part === "rating") return;
  const others = newestRatings(labelsByTrial(store.reviews(run)).get(trial) ?? []);
  const firsts = part === "adjudication" ? others : others.filter((each) => each.part === "rating");
  if (!firsts.some((each) => each.rater === rater)) return;
  throw new ProductError("NOT_INDEPENDENT", {
    message:
      part === "adjudication"
        ? `${rater} rated trial ${trial.slice(0, 12)} and cannot settle the disagreement about it; nothing was recorded.`
        : `${rater} rated trial ${trial.slice(0, 12)} first; a second rating is somebody else's. Nothing was recorded.`,
  });
}

/** Where the judges reached no outcome, a person's does count. Where they did, only a contest changes it. */
function verdictWhereNone(
  store: RecordStore,
  { run, trial, label }: Pick<LabelInputs, "run" | "trial" | "label">,
): Verdict | undefined {
  const standing = store.trial(run, trial)?.verdict?.outcome;
  if (standing === "breached" || standing === "held" || label.outcome === "unclear") return undefined;
  return personVerdict(
    label.outcome,
    `Decided in review by a ${label.part === "adjudication" ? "third person" : "person"}.`,
  );
}

/** A verdict that a person decided. Who it was stands in the entry before it. */
export function personVerdict(outcome: LabelOutcome, reason: string): Verdict {
  const instrument = { judge: personJudge, judgeVersion: "1.0.0" };
  return outcome === "unclear"
    ? { outcome, reasons: [reason], ...instrument }
    : { outcome, confidence: 1, reasons: [reason], ...instrument };
}
