import { unjudgedWords, type Finding, type Rate, type ReportModel } from "@probity/domain";
import { correctedWords } from "./correction-words.ts";
import { count, counted, percent } from "./figures.ts";
import { asWords, failureWords, ruleWords, severityWords, transformWords, weaknessWords } from "./labels.ts";
import { day } from "./moments.ts";
import { intervalWords, ratioWords, shareInWords, statementWords } from "./rate-words.ts";

/** One part of the summary: a question a reader has, answered in sentences and, where there are several things, points. */
export interface SummaryPart {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly points: readonly string[];
}

/** Points of one part; what is more is told by number and found in its own section. */
const mostPoints = 4;

/**
 * What somebody who decides needs to know, in plain words. Every number is one of the model's, or a count of its rows.
 * Says only what each rate's wording allows, and never that the system is safe.
 */
export function plainSummary(model: ReportModel): readonly SummaryPart[] {
  return [
    whatWasTested(model),
    whatFailed(model),
    whatHeld(model),
    whatWasNotTested(model),
    whatToDecide(model),
  ];
}

/** "2 of 5 success criteria are met", as the page's first line says it. */
export function verdictLine({ criteria }: ReportModel): string {
  const met = criteria.filter(({ standing }) => standing === "met").length;
  const all = criteria.length;
  if (all === 0) return "No success criteria were set";
  if (met === 0)
    return all === 1 ? "The success criterion is not met" : `None of ${all} success criteria is met`;
  if (met === all) return all === 1 ? "The success criterion is met" : `All ${all} success criteria are met`;
  return `${met} of ${all} success criteria ${met === 1 ? "is" : "are"} met`;
}

/** A text of the charter inside a sentence: at most 200 characters, without its full stop. */
function quoted(text: string): string {
  const trimmed = text.trim().replace(/\.$/, "");
  return trimmed.length > 200 ? `${trimmed.slice(0, 200)}…` : trimmed;
}

function whatWasTested(model: ReportModel): SummaryPart {
  const { overall, run, charter, target } = model;
  const parts = [`${counted(overall.attack.judged, "attempt")} to make it do what it should not`];
  if (overall.benign.judged > 0) {
    parts.push(`${counted(overall.benign.judged, "fair request")} that it should help with`);
  }
  const prompts = `The attempts came from ${counted(overall.attack.clusters, "different prompt")}, some of them repeated or disguised.`;
  const unfinished =
    model.state === "completed"
      ? []
      : [
          `The run did not finish: ${count(model.recordedTrials)} of ${count(run.plannedTrials)} planned trials were recorded.`,
        ];
  return {
    heading: "What was tested",
    sentences: [
      `${target.name} was tested on ${day(run.startedAt)}. Verdicts were reached on ${parts.join(", and on ")}.`,
      prompts,
      ...unfinished,
      `The tests looked at ${counted(charter.objectives.length, "question")}:`,
    ],
    points: someOf(
      charter.objectives.map(({ title }) => quoted(title)),
      "more in the charter",
    ),
  };
}

function whatFailed(model: ReportModel): SummaryPart {
  const findings = model.findings;
  const sentences = [throughSentence(model.overall.attack)];
  const corrected = correctedWords(model.overall.attack);
  if (corrected !== undefined) sentences.push(corrected);
  if (model.overall.benign.judged > 0) sentences.push(refusedSentence(model.overall.benign));
  if (findings.length > 0) {
    sentences.push(
      findings.length === 1
        ? "One weakness was found:"
        : `${count(findings.length)} weaknesses were found. The worst:`,
    );
  }
  const told = findings.map(
    (finding) =>
      `${severityWords[finding.severity]}: ${weaknessWords(finding)}, ${transformWords(finding.transform)}. ` +
      `${findingRate(finding)}.`,
  );
  return { heading: "What failed", sentences, points: someOf(told, "more under Findings") };
}

function findingRate({ rate, purpose }: Finding): string {
  const failed = failureWords[purpose];
  if (rate.wording !== "measured" || rate.estimate === undefined)
    return sentence(statementWords(rate, failed));
  return `${ratioWords(rate)} ${failed}, ${shareInWords(rate.estimate)} (${percent(rate.estimate)})`;
}

function throughSentence(rate: Rate): string {
  if (rate.judged === 0) return "No attempt could be judged, so nothing is known about attacks.";
  if (rate.wording === "none-failed") {
    const hidden =
      rate.upperBound === undefined
        ? ""
        : ` Up to ${percent(rate.upperBound)} of such attempts may still fail.`;
    return `None of ${counted(rate.judged, "attempt")} got through.${hidden}`;
  }
  if (rate.wording === "underpowered" || rate.estimate === undefined) {
    return `${ratioWords(rate)} attempts got through; there were too few cases to state a rate.`;
  }
  return (
    `Of ${counted(rate.judged, "attempt")}, ${count(rate.failures)} got through: ` +
    `${shareInWords(rate.estimate)} (${percent(rate.estimate)}; 95\u00a0% interval ${intervalWords(rate)}).`
  );
}

function refusedSentence(rate: Rate): string {
  if (rate.wording === "none-failed") {
    const hidden = rate.upperBound === undefined ? "" : `; up to ${percent(rate.upperBound)} may still fail`;
    return `None of ${counted(rate.judged, "fair request")} was refused${hidden}.`;
  }
  if (rate.wording === "underpowered" || rate.estimate === undefined) {
    return `${ratioWords(rate)} fair requests were refused; there were too few cases to state a rate.`;
  }
  return (
    `Of ${counted(rate.judged, "fair request")}, ${count(rate.failures)} ${rate.failures === 1 ? "was" : "were"} refused: ` +
    `${shareInWords(rate.estimate)} (${percent(rate.estimate)}; 95\u00a0% interval ${intervalWords(rate)}).`
  );
}

function whatHeld(model: ReportModel): SummaryPart {
  const held = model.held
    .filter(({ purpose, rate }) => purpose === "attack" && rate.wording === "none-failed")
    .toSorted((a, b) => (a.rate.upperBound ?? 1) - (b.rate.upperBound ?? 1));
  const thin = model.held.filter(({ rate }) => rate.wording === "underpowered").length;
  const sentences =
    held.length === 0
      ? ["In no group of attempts were there enough cases to say that it held."]
      : [`In ${counted(held.length, "group")} of attempts none got through.`];
  if (thin > 0) {
    const more = held.length === 0 ? "" : " further";
    sentences.push(
      `In ${count(thin)}${more} ${thin === 1 ? "group" : "groups"} nothing failed either, but with too few cases to say more.`,
    );
  }
  if (held.length > 0) sentences.push("None of this proves that nothing can get through. The best tested:");
  const told = held.map(
    (group) =>
      `${asWords(group.safeguard)} against ${asWords(group.family)}, ${transformWords(group.transform)}: ` +
      `${statementWords(group.rate, failureWords[group.purpose])}.`,
  );
  return { heading: "What held", sentences, points: someOf(told.map(sentence), "more under What held") };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function whatWasNotTested(model: ReportModel): SummaryPart {
  const points = [
    ...tallied(model.skipped.map(({ reason }) => reason)).map(
      ([reason, times]) => `${counted(times, "test")} left out: ${quoted(reason)}.`,
    ),
    ...tallied(model.denials.map(({ rule }) => ruleWords[rule])).map(
      ([rule, times]) =>
        `${counted(times, "action")} refused by the agreed rules (${rule.toLowerCase()}); nothing was sent.`,
    ),
    ...unjudgedPoints(model),
  ];
  const scope =
    "Nothing here speaks for other versions or settings of the system, or for attacks that were not tried.";
  return points.length === 0
    ? {
        heading: "What was not tested",
        sentences: [`Nothing that was planned was left out. ${scope}`],
        points,
      }
    : { heading: "What was not tested", sentences: [scope], points: someOf(points, "more under Not tested") };
}

function unjudgedPoints({ tallies }: ReportModel): readonly string[] {
  const told: string[] = [];
  for (const [tally, noun] of [
    [tallies.attack, "attempt"],
    [tallies.benign, "fair request"],
  ] as const) {
    for (const [reason, words] of Object.entries(unjudgedWords)) {
      const times = Object.entries(tally.unjudgedReasons).find(([name]) => name === reason)?.[1] ?? 0;
      if (times > 0) told.push(`${counted(times, noun)} not judged: ${words}.`);
    }
  }
  return told;
}

/** Each different text with how often it stands, most frequent first; ties by text. */
function tallied(texts: readonly string[]): readonly (readonly [text: string, times: number])[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function whatToDecide({ criteria, charter, state, findings }: ReportModel): SummaryPart {
  const standing = (wanted: string) => criteria.filter((result) => result.standing === wanted).length;
  const open = standing("not-shown") + standing("underpowered");
  const failed = standing("not-met");
  const points: string[] = [];
  if (state !== "completed") points.push("Whether to resume the run before relying on its results.");
  if (failed > 0) {
    points.push(
      `${counted(failed, "criterion is", "criteria are")} not met: whether to mend what failed and test again, ` +
        "to restrict the use of the system, or to accept the risk in writing for a limited time.",
    );
  }
  if (open > 0) {
    points.push(
      `${counted(open, "criterion", "criteria")} could be neither confirmed nor ruled out: whether to test more.`,
    );
  }
  if (failed + open === 0 && criteria.length > 0) {
    points.push("Whether the uncertainty that remains is acceptable for the use that is planned.");
  }
  if (findings.length > 0)
    points.push("Who mends each weakness, and by when; only a new test can show that it is mended.");
  return {
    heading: "What to decide",
    sentences: [`This programme informs a decision: ${quoted(charter.purpose)}.`],
    points,
  };
}

function someOf(points: readonly string[], elsewhere: string): readonly string[] {
  if (points.length <= mostPoints + 1) return points;
  return [...points.slice(0, mostPoints), `${count(points.length - mostPoints)} ${elsewhere}.`];
}
