import {
  asDigest,
  ProductError,
  type ContestRow,
  type FindingKey,
  type Finding,
  type RateRow,
  type RecordStore,
  type ReportModel,
  type ReportTrial,
  type RunRecord,
  type TimelineEntry,
  type TrialCount,
  type TrialId,
} from "@probity/domain";
import { findWeaknesses, judgeCriteria, rateOfCounts, tallyOf, type CorrectRate } from "@probity/engine";
import type { Catalogue } from "@probity/kit";
import { limitationsOf } from "./report-limitations.ts";
import { describeEvent } from "./describe-event.ts";
import { contestRows, labellingSummary } from "./people/report-people.ts";
import { correctionOf, readRunReview } from "./people/run-review.ts";
import type { Runtime } from "./programme.ts";
import { verifyEvidence } from "./verify-evidence.ts";

/** Breached trials a finding names, and of those how many the report shows in full. All of them stay in the store. */
const namedPerFinding = 200;
const shownPerFinding = 5;
/** Trials shown in full in one report. */
const shownInAll = 400;

/**
 * Builds a run's report from the recorded trials. The evidence log is verified first: a broken log gives no report.
 *
 * @throws ProductError EVIDENCE_BROKEN naming the first bad entry
 */
export async function reportRun(
  run: RunRecord,
  catalogue: Catalogue,
  runtime: Runtime,
): Promise<ReportModel> {
  const { store, clock, publicKey, product } = runtime;
  const sound = await verifyEvidence(runtime);
  const head = store.head();
  if (!head)
    throw new ProductError("EVIDENCE_BROKEN", { message: "The log has no signed head; no report was made." });
  const { header } = run;
  const counts = store.counts(header.id);
  const review = readRunReview(store, run);
  const correct = correctionOf(store, review);
  const weaknesses = findWeaknesses(counts, {
    correct,
    target: run.target.name,
    probes: catalogue.probes,
    breachedTrials: (key) => breachedTrials(store, run, key),
  });
  const { attack, benign } = byPurpose(counts);
  const contests = contestRows(store, review);
  const trials = trialsShown(weaknesses.findings, { run, store, counts, contests });
  const rates = { attack: rateOfCounts(attack, correct), benign: rateOfCounts(benign, correct) };
  const generatedAt = clock().toISOString();
  return {
    schema: "probity-report/1",
    product,
    generatedAt,
    charter: run.charter,
    run: header,
    state: run.state,
    endedAt: run.events.findLast(({ event }) => event.kind !== "run-started" && event.kind !== "run-resumed")
      ?.at,
    target: { ...run.target, configuration: asDigest(run.target.configuration), models: modelsOf(trials) },
    tallies: { attack: tallyOf(attack), benign: tallyOf(benign) },
    recordedTrials: counts.reduce((sum, { count }) => sum + count, 0),
    overall: rates,
    criteria: judgeCriteria(run.charter.successCriteria, counts, correct),
    findings: weaknesses.findings,
    held: weaknesses.held,
    undecided: weaknesses.undecided,
    ...breakdowns(counts, correct),
    skipped: run.skipped,
    denials: store.denials(header.campaign),
    timeline: timelineOf(run),
    trials,
    evidence: {
      logSize: sound.size,
      rootHash: sound.rootHash,
      head: head.note,
      publicKey,
      verifiedAt: generatedAt,
    },
    limitations: limitationsOf(run, counts, rates),
    labelling: labellingSummary(review),
    contests,
    replayCommand: "probity replay {trial}",
  };
}

function breachedTrials(
  store: RecordStore,
  run: RunRecord,
  { purpose, family, safeguard, transform }: FindingKey,
): readonly TrialId[] {
  const ids: TrialId[] = [];
  for (const { transcript } of store.trials({
    run: run.header.id,
    outcome: "breached",
    purpose,
    family,
    safeguard,
    transform,
  })) {
    ids.push(transcript.trialId);
    if (ids.length === namedPerFinding) break;
  }
  return ids;
}

/** A run and what can be read of it. */
interface RunReading {
  readonly run: RunRecord;
  readonly store: RecordStore;
  readonly counts: readonly TrialCount[];
  readonly contests: readonly ContestRow[];
}

function trialsShown(
  findings: readonly Finding[],
  reading: RunReading,
): Readonly<Record<TrialId, ReportTrial>> {
  const { run, store, contests } = reading;
  const shown: Record<TrialId, ReportTrial> = {};
  const breached = findings.flatMap(({ evidence }) => evidence.slice(0, shownPerFinding));
  const contested = contests.map(({ trial }) => trial);
  for (const id of [...contested, ...breached].slice(0, shownInAll)) {
    const record = store.trial(run.header.id, id);
    if (record) shown[id] = record;
  }
  for (const record of samplesOfOthers(reading)) shown[record.transcript.trialId] = record;
  return shown;
}

/** For every family and purpose, the first trial that held, the first unclear and the first unjudged one: what lets a reader check the judges. */
function* samplesOfOthers({ run, store, counts }: RunReading): Generator<ReportTrial> {
  for (const outcome of ["held", "unclear", "unjudged"] as const) {
    const wanted = new Set(counts.filter((each) => each.outcome === outcome).map(kindOf));
    for (const record of store.trials({ run: run.header.id, outcome })) {
      if (wanted.size === 0) break;
      if (wanted.delete(kindOf(record.transcript.order))) yield record;
    }
  }
}

const kindOf = ({ purpose, family }: Pick<TrialCount, "purpose" | "family">) => `${purpose} ${family}`;

function modelsOf(trials: Readonly<Record<TrialId, ReportTrial>>): readonly string[] {
  const models = Object.values(trials).flatMap(({ transcript }) =>
    transcript.exchanges.map(({ model }) => model),
  );
  return [...new Set(models.filter((model) => model !== undefined))].sort();
}

/** The same counts from four sides, each rate with its correction. */
function byPurpose(counts: readonly TrialCount[]) {
  return {
    attack: counts.filter(({ purpose }) => purpose === "attack"),
    benign: counts.filter(({ purpose }) => purpose === "benign"),
  };
}

function breakdowns(counts: readonly TrialCount[], correct: CorrectRate) {
  const { attack, benign } = byPurpose(counts);
  const ofPopulation = counts.filter(
    ({ population }) => population !== undefined && population !== "general",
  );
  const rows = rowsWith(correct);
  return {
    byFamily: rows(attack, ({ family }) => family),
    byTransform: rows(attack, ({ transform }) => transform),
    byPopulation: rows(ofPopulation, ({ population }) => population ?? ""),
    overRefusalByFamily: rows(benign, ({ family }) => family),
  };
}

type LabelOf = (count: TrialCount) => string;

const rowsWith =
  (correct: CorrectRate) =>
  (counts: readonly TrialCount[], labelOf: LabelOf): readonly RateRow[] =>
    [...Map.groupBy(counts, labelOf)]
      .map(([label, group]) => ({ label, rate: rateOfCounts(group, correct) }))
      .sort(
        (a, b) => (b.rate.estimate ?? -1) - (a.rate.estimate ?? -1) || a.label.localeCompare(b.label, "en"),
      );

function timelineOf({ events }: RunRecord): readonly TimelineEntry[] {
  return events.map(({ at, event }) => ({ at, what: describeEvent(event) }));
}
