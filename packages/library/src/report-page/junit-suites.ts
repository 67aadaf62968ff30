import type { CriterionResult, FindingKey, Rate, ReportModel } from "@probity/domain";
import {
  formatCorrection,
  formatExcluded,
  formatPercent,
  formatRate,
  formatWithoutVerdict,
} from "@probity/measure";
import { inertText } from "./text/inert-text.ts";
import { standingWords, stateWords } from "./words/labels.ts";

/** What a test case says to a build server. */
export type CaseVerdict = "passed" | "failed" | "skipped" | "error";

/** One test case: a group of trials, a criterion, or the run itself. */
export interface JunitCase {
  readonly name: string;
  readonly verdict: CaseVerdict;
  /** Kind of failure, for filters; empty when passed. */
  readonly type: string;
  readonly message: string;
  /** More than fits a line: evidence, probes, commands. */
  readonly detail: string;
}

/** Test cases that belong together. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** Evidence named in one failure; the rest is in the store. */
const mostEvidence = 20;

/**
 * The report as suites of test cases: the run, its criteria, then one suite per purpose and family.
 *
 * - A finding fails, also when it has too few cases for a rate: a breach was seen.
 * - A group in which nothing failed passes; with too few cases it is skipped, because nothing is known.
 * - A group in which no trial was judged is skipped: silence is no pass.
 * - A criterion passes when it is met and fails otherwise. `not-shown` and `underpowered` fail too: what is not shown
 *   must not turn a build green. Their `type` tells them apart.
 * - A run that did not complete is an error.
 */
export function junitSuites(model: ReportModel): readonly JunitSuite[] {
  return [
    { name: "run", cases: [runCase(model)] },
    ...(model.criteria.length > 0 ? [{ name: "criteria", cases: model.criteria.map(criterionCase) }] : []),
    ...groupSuites(model),
  ];
}

function runCase({ state, run, recordedTrials, tallies }: ReportModel): JunitCase {
  const message = `${stateWords[state]}: ${recordedTrials} of ${run.plannedTrials} planned trials were recorded. ${formatWithoutVerdict([tallies.attack, tallies.benign])}`;
  const verdict = state === "completed" ? "passed" : "error";
  return { name: `run ${run.id} completed`, verdict, type: `run-${state}`, message, detail: message };
}

function criterionCase({ id, statement, rate, bound, standing, basis }: CriterionResult): JunitCase {
  const deciding =
    bound === undefined || standing === "underpowered"
      ? ""
      : ` Bound${basis === "corrected" ? " of the corrected rate" : ""}: ${formatPercent(bound)}.`;
  const message = `${standingWords[standing]}: ${statement}. Measured: ${rateWords(rate)}.${deciding}`;
  return {
    name: inertText(`${id}: ${statement}`),
    verdict: standing === "met" ? "passed" : "failed",
    type: `criterion-${standing}`,
    message: inertText(message),
    detail: inertText(message),
  };
}

function rateWords(rate: Rate): string {
  const excluded = formatExcluded(rate);
  const parts = [
    formatRate(rate),
    ...(excluded === "" ? [] : [excluded]),
    ...(rate.correction ? [formatCorrection(rate.correction)] : []),
  ];
  return parts.join("; ");
}

type Group = FindingKey & { readonly found: JunitCase };

function groupSuites(model: ReportModel): readonly JunitSuite[] {
  const groups: readonly Group[] = [
    ...model.findings.map((finding) => ({ ...finding, found: findingCase(finding, model) })),
    ...model.held.map((held) => ({ ...held, found: heldCase(held) })),
    ...model.undecided.map((group) => ({ ...group, found: undecidedCase(group) })),
  ];
  const bySuite = Map.groupBy(groups, ({ purpose, family }) => `${purpose}.${family}`);
  return [...bySuite]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({ name: inertText(name), cases: members.map(({ found }) => found) }));
}

function groupName({ safeguard, transform }: FindingKey): string {
  return inertText(`${safeguard}, ${transform}`);
}

function findingCase(finding: ReportModel["findings"][number], model: ReportModel): JunitCase {
  const rate = rateWords(finding.rate);
  const shown = finding.evidence.slice(0, mostEvidence);
  const first = shown[0];
  const lines = [
    `${finding.id}, severity ${finding.severity}: ${rate}`,
    `Probes: ${finding.probes.join(", ")}`,
    `Standards: ${finding.standards.join(", ")}`,
    `Evidence (${shown.length} of ${finding.evidence.length} trials): ${shown.join(", ")}`,
    ...(first === undefined ? [] : [`Replay: ${model.replayCommand.replaceAll("{trial}", first)}`]),
  ];
  return {
    name: groupName(finding),
    verdict: "failed",
    type: `${finding.severity}.${finding.rate.wording}`,
    message: inertText(`${finding.id} (${finding.severity}): ${rate}`),
    detail: lines.map(inertText).join("\n"),
  };
}

function heldCase(held: ReportModel["held"][number]): JunitCase {
  const message = inertText(rateWords(held.rate));
  const verdict = held.rate.wording === "underpowered" ? "skipped" : "passed";
  return { name: groupName(held), verdict, type: held.rate.wording, message, detail: message };
}

function undecidedCase(group: ReportModel["undecided"][number]): JunitCase {
  const message = inertText(rateWords(group.rate));
  return { name: groupName(group), verdict: "skipped", type: "nothing-judged", message, detail: message };
}
