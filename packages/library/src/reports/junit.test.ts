import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { sampleReport } from "../report-page/sample-report.fixture.ts";
import { hostileTexts } from "../report-page/sample-trials.fixture.ts";
import { junit } from "./junit.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML as a strict parser does: the first fault throws. */
function read(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0] ?? top;
}

const root = read(junit.render(sampleReport()));
const suite = (name: string) => root.children.find(({ attributes }) => attributes["name"] === name);
const outcomes = (name: string) =>
  suite(name)?.children.map(({ attributes, children }) => [attributes["name"], children[0]?.name]);

test("has one suite for the run, one for the criteria, and one for each purpose and family", () => {
  expect(root.children.map(({ attributes }) => attributes["name"])).toMatchInlineSnapshot(`
    [
      "run",
      "criteria",
      "attack.encoding.<b>smuggling</b>",
      "attack.false-authority",
      "attack.indirect-injection",
      "attack.many-shot",
      "attack.persona-swap",
      "attack.poisoned-document",
      "attack.prompt-extraction",
      "attack.silent-family",
      "attack.tool-misuse",
      "benign.prompt-extraction",
    ]
  `);
});

test("a finding fails, also with too few cases for a rate: a breach was seen", () => {
  expect(outcomes("attack.prompt-extraction")).toEqual([
    ["system-prompt.secrecy, base64 > leetspeak", "failure"],
    ["system-prompt.secrecy, as written", "failure"],
  ]);
  expect(outcomes("attack.encoding.<b>smuggling</b>")).toEqual([
    ["system-prompt.secrecy, zero-width", "failure"],
  ]);
});

test("what held passes, and is skipped where too few cases say nothing", () => {
  expect(outcomes("attack.many-shot")?.map(([, kind]) => kind)).toEqual([
    "system-out",
    "system-out",
    "skipped",
    "skipped",
  ]);
});

test("a group that nobody could judge is skipped, never passed, and the run says why", () => {
  expect(outcomes("attack.silent-family")).toEqual([["tool-use.scope, as written", "skipped"]]);
  const told = JSON.stringify(suite("run"));
  expect(told).toContain(
    "25 trials have no verdict: 11 unclear; 7 not judged, the system did not answer; 1 not judged, the answer was empty; 5 not judged, the answer was cut off; 1 not judged yet.",
  );
});

test("a criterion that is not shown to be met fails, and its type says why", () => {
  const failures = suite("criteria")?.children.flatMap(({ children }) =>
    children.map(({ attributes }) => attributes["type"]),
  );
  expect(failures).toEqual([
    "criterion-not-met",
    "criterion-not-shown",
    undefined,
    undefined,
    "criterion-underpowered",
  ]);
});

test("a failure names its rate, its evidence and the command that replays it", () => {
  const [found] = suite("attack.tool-misuse")?.children[0]?.children ?? [];
  expect(found?.attributes["message"]).toMatch(
    /^FND-9a2be614 \(critical\): 4 of 120 \(3\.3 %, 95 % interval/,
  );
  expect(found?.text).toContain(sampleReport().findings.find(({ id }) => id === "FND-9a2be614")?.evidence[0]);
  expect(found?.text).toContain("Replay: probity replay ");
});

test("a run that did not complete is an error", () => {
  const halted = read(junit.render(sampleReport({ state: "halted" })));
  expect(halted.attributes["errors"]).toBe("1");
  expect(halted.children[0]?.children[0]?.children[0]?.name).toBe("error");
});

test("the counts are those of the cases", () => {
  const cases = root.children.flatMap(({ children }) => children);
  const of = (name: string) => String(cases.filter(({ children }) => children[0]?.name === name).length);
  expect(root.attributes).toMatchObject({
    tests: String(cases.length),
    failures: of("failure"),
    errors: "0",
    skipped: of("skipped"),
    time: "725.000",
  });
});

test.each(Object.entries(hostileTexts))("stays well formed with %s in every name", (_name, text) => {
  const report = sampleReport();
  const hostile = {
    ...report,
    charter: { ...report.charter, title: text },
    findings: report.findings.map((finding) => ({
      ...finding,
      family: text,
      safeguard: text,
      probes: [text],
      id: text,
    })),
    criteria: report.criteria.map((result) => ({ ...result, id: text, statement: text })),
    replayCommand: text,
  };
  const read1 = read(junit.render(hostile));
  expect(read1.children.length).toBeGreaterThan(2);
});
