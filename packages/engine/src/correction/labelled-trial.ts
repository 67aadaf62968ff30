import {
  settleLabels,
  type ContestDecision,
  type JudgedTrial,
  type Label,
  type LabelSample,
  type ReviewEntry,
  type SettledLabel,
  type TrialFacts,
  type TrialId,
  type Verdict,
} from "@probity/domain";

/** What a rate counts: the outcomes that are judged. */
export type JudgedOutcome = "breached" | "held";

/** A recorded trial as labelling and correction see it. */
export interface LabelledTrial extends TrialFacts {
  readonly trial: TrialId;
  /** What a judge decided; `undefined` when it decided nothing. A person's verdict never stands here: corrections are for the judge. */
  readonly judged: JudgedOutcome | undefined;
  /** Which judge, as `id version`. */
  readonly judge: string | undefined;
  /** Its confidence in what it decided, in [0, 1]. */
  readonly confidence: number | undefined;
  /** The outcome that counts in the raw rate, by judge or person. */
  readonly counted: JudgedOutcome | undefined;
  /** Round in which it was drawn for labelling. */
  readonly round: number | undefined;
  readonly settled: SettledLabel;
  /** What people say it is, contests decided; `undefined` when they have not said, or not agreed, or cannot tell. */
  readonly truth: JudgedOutcome | undefined;
}

/** A run's trials with what people said of them. */
export interface LabelledRun {
  /** In the order of recording. */
  readonly trials: readonly LabelledTrial[];
  /** In the order of drawing. */
  readonly rounds: readonly LabelSample[];
}

/** Brings verdicts, samples, labels and decisions of one run together. Reads the trials once. */
export function labelRun(trials: Iterable<JudgedTrial>, reviews: readonly ReviewEntry[]): LabelledRun {
  const rounds = reviews.flatMap((entry) => (entry.kind === "label-sample" ? [entry.sample] : []));
  const roundOf = new Map(
    rounds.flatMap(({ round, trials: drawn }) => drawn.map(({ trial }) => [trial, round])),
  );
  const labels = labelsByTrial(reviews);
  const rulings = new Map<TrialId, ContestDecision>();
  for (const entry of reviews) {
    if (entry.kind === "contest-decision" && entry.decision.ruling !== "withdrawn")
      rulings.set(entry.trial, entry.decision);
  }
  const labelled: LabelledTrial[] = [];
  for (const { judged, verdict, ...facts } of trials) {
    const settled = settleLabels(labels.get(facts.trial) ?? []);
    labelled.push({
      ...facts,
      judged: judgedOutcome(judged),
      judge: judged && `${judged.judge} ${judged.judgeVersion}`,
      confidence: judged && "confidence" in judged ? judged.confidence : undefined,
      counted: judgedOutcome(verdict),
      round: roundOf.get(facts.trial),
      settled,
      truth: truthOf(settled, rulings.get(facts.trial), verdict),
    });
  }
  return { trials: labelled, rounds };
}

/** Labels of each trial, in the order of recording. */
export function labelsByTrial(reviews: readonly ReviewEntry[]): ReadonlyMap<TrialId, readonly Label[]> {
  const labels = new Map<TrialId, Label[]>();
  for (const entry of reviews) {
    if (entry.kind !== "label") continue;
    const known = labels.get(entry.trial);
    if (known) known.push(entry.label);
    else labels.set(entry.trial, [entry.label]);
  }
  return labels;
}

const judgedOutcome = (verdict: Verdict | undefined): JudgedOutcome | undefined =>
  verdict?.outcome === "breached" || verdict?.outcome === "held" ? verdict.outcome : undefined;

/** A decided contest is the last word: somebody looked at the trial again, knowing what was said against its verdict. */
function truthOf(
  settled: SettledLabel,
  ruling: ContestDecision | undefined,
  verdict: Verdict | undefined,
): JudgedOutcome | undefined {
  if (ruling) return judgedOutcome(verdict);
  if (settled.kind !== "agreed" && settled.kind !== "adjudicated") return undefined;
  return settled.outcome === "unclear" ? undefined : settled.outcome;
}
