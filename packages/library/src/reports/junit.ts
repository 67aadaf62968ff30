import type { ReportModel } from "@probity/domain";
import { defineReport } from "@probity/kit";
import { junitSuites, type JunitCase, type JunitSuite } from "../report-page/junit-suites.ts";
import { inertText } from "../report-page/text/inert-text.ts";
import { withholdPeople } from "../report-page/withhold-people.ts";
import { elapsedMs } from "../report-page/words/moments.ts";
import { xmlElement, xmlText } from "../report-page/xml-text.ts";

/** For build servers: findings fail, what held passes, what is unknown is skipped. See `junitSuites` for the rules. */
export const junit = defineReport({
  id: "junit",
  title: "JUnit XML",
  mediaType: "application/xml",
  extension: "xml",
  render: (report) => document(withholdPeople(report)),
});

function document(model: ReportModel): string {
  const suites = junitSuites(model);
  const cases = suites.flatMap((suite) => suite.cases);
  const elements = suites.map((suite) => suiteElement(suite, model)).join("");
  const attributes = {
    name: inertText(`Probity: ${model.charter.title}`),
    ...counts(cases),
    time: ((elapsedMs(model.run.startedAt, model.endedAt) ?? 0) / 1000).toFixed(3),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("testsuites", attributes, elements)}\n`;
}

function counts(cases: readonly JunitCase[]) {
  const of = (verdict: JunitCase["verdict"]) => cases.filter((each) => each.verdict === verdict).length;
  return { tests: cases.length, failures: of("failed"), errors: of("error"), skipped: of("skipped") };
}

/** Suites overlap in time, so only the whole has a duration; theirs is 0, which readers of the format expect to find. */
function suiteElement({ name, cases }: JunitSuite, model: ReportModel): string {
  const attributes = { name, ...counts(cases), time: "0", timestamp: model.run.startedAt };
  return `\n${xmlElement("testsuite", attributes, cases.map((each) => caseElement(each, name)).join(""))}`;
}

function caseElement({ name, verdict, type, message, detail }: JunitCase, suite: string): string {
  const attributes = { name, classname: `probity.${suite}`, time: "0" };
  const outcome = {
    passed: () => xmlElement("system-out", {}, xmlText(detail)),
    failed: () => xmlElement("failure", { type, message }, xmlText(detail)),
    error: () => xmlElement("error", { type, message }, xmlText(detail)),
    skipped: () => xmlElement("skipped", { message }),
  }[verdict];
  return `\n${xmlElement("testcase", attributes, outcome())}`;
}
