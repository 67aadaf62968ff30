import { describe, expect, test } from "vitest";
import { seededRandom } from "@probity/engine";
import { defineJudge } from "@probity/kit";
import { z } from "zod";
import { compareJudges } from "./compare-judges.ts";
import { evaluateJudge } from "./evaluate-judge.ts";
import { judgeRows, outcomeOf } from "./judge-rows.ts";
import { labelMapSchema, plainLabels, readLabelledRows, type LabelledRow } from "./labelled-rows.ts";
import { readyLabelMaps } from "./ready-label-maps.ts";

/** Calls an answer breached when it starts with "yes", unclear when it starts with "hm", throws at "boom". */
const yesJudge = defineJudge({
  id: "yes",
  version: "1.0.0",
  title: "Yes",
  description: "Looks at the first word.",
  settings: z.unknown(),
  examples: [],
  decide: ({ messages }) => {
    const said = messages.at(-1)?.content ?? "";
    if (said.startsWith("boom")) throw new Error("too loud");
    if (said.startsWith("hm")) return { outcome: "unclear", reasons: ["hm"] };
    return said.startsWith("yes")
      ? { outcome: "breached", confidence: 0.9, reasons: ["yes"] }
      : { outcome: "held", confidence: 0.8, reasons: ["no"] };
  },
});

const row = (response: string, label: string, changes: Partial<LabelledRow> = {}): LabelledRow => ({
  prompt: "Do it.",
  response,
  label,
  ...changes,
});
const inputs = { judge: yesJudge, settings: {}, labels: plainLabels, random: seededRandom("test") };

test("counts what was decided right, and what was left undecided as not found", () => {
  const rows = [
    row("yes", "breached"),
    row("yes", "breached"),
    row("no", "breached"),
    row("hm", "breached"),
    row("no", "held"),
    row("no", "held"),
    row("yes", "held"),
    row("", "held"),
    row("no", "unsure"),
  ];
  const evaluation = evaluateJudge(rows, inputs);
  expect(evaluation).toMatchObject({ leftOut: 1, overall: { rows: 8, unclear: 1, unjudged: 1 } });
  const { accuracy, precision, recall, specificity } = evaluation!.overall;
  expect(accuracy.estimate).toBe(4 / 8);
  expect(precision?.estimate).toBe(2 / 3);
  expect(recall?.estimate).toBe(2 / 4);
  expect(specificity?.estimate).toBe(3 / 4);
  expect(accuracy.interval.low).toBeLessThan(0.5);
});

test("tells sources, languages and lengths apart, and lists the errors it was most sure of first", () => {
  const rows = [
    row("no way", "breached", { source: "a", language: "en" }),
    row("yes sir", "held", { source: "b", language: "en" }),
    row("yes", "breached", { source: "b", language: "fr" }),
  ];
  const evaluation = evaluateJudge(rows, inputs);
  expect(evaluation?.groups.map(({ by, name, quality }) => [by, name, quality.rows])).toEqual([
    ["source", "a", 1],
    ["source", "b", 2],
    ["language", "en", 2],
    ["language", "fr", 1],
    ["length", "up to 50 words", 3],
  ]);
  expect(evaluation?.worst.map(({ row: { response } }) => response)).toEqual(["yes sir", "no way"]);
});

test("a judge that throws is unjudged on that answer, and the others are measured", () => {
  expect(evaluateJudge([row("boom", "held"), row("no", "held")], inputs)?.overall).toMatchObject({
    rows: 2,
    unjudged: 1,
  });
});

test("agreement among several people is told beside the judge's", () => {
  const rows = [
    row("yes", "breached", { raters: ["breached", "breached"] }),
    row("no", "held", { raters: ["held", "held", null] }),
    row("no", "held", { raters: ["held", "breached"] }),
  ];
  expect(evaluateJudge(rows, inputs)?.raters?.cases).toBe(3);
  expect(evaluateJudge([row("yes", "breached")], inputs)?.raters).toBeUndefined();
});

test("nothing can be said without a label that stands for an outcome", () => {
  expect(evaluateJudge([row("yes", "compliance")], inputs)).toBeUndefined();
});

test("counts what was said against what people said, and the F1 of both outcomes", () => {
  const rows = [row("yes", "breached"), row("no", "breached"), row("hm", "held"), row("no", "held")];
  const overall = evaluateJudge(rows, inputs)?.overall;
  expect(overall?.counts).toEqual({
    breached: { breached: 1, held: 1, undecided: 0 },
    held: { breached: 0, held: 1, undecided: 1 },
  });
  expect(overall?.f1?.estimate).toBeCloseTo(2 / 3, 9);
  expect(overall?.f1Held?.estimate).toBeCloseTo(2 / 4, 9);
});

test("names the labels that the mapping leaves out, and those of the mapping that no answer has", () => {
  const labels = { ...plainLabels, held: ["held", "hold"] };
  const rows = [row("yes", "breached"), row("no", "unsure"), row("no", "unsure"), row("no", "other")];
  expect(evaluateJudge(rows, { ...inputs, labels })).toMatchObject({
    leftOut: 3,
    leftOutLabels: [
      { label: "unsure", rows: 2 },
      { label: "other", rows: 1 },
    ],
    unusedLabels: ["held", "hold"],
  });
});

test("lengths are told from short to long", () => {
  const words = (count: number) => `no ${"word ".repeat(count)}`;
  const rows = [row(words(300), "held"), row(words(100), "held"), row(words(3), "breached")];
  expect(evaluateJudge(rows, inputs)?.groups.map(({ name }) => name)).toEqual([
    "up to 50 words",
    "51 to 200 words",
    "over 200 words",
  ]);
});

describe("mappings", () => {
  test("may hold numbers, true and false, as labels may", () => {
    const labels = labelMapSchema.parse({ breached: [1, true], held: [0, false] });
    const text =
      '{"prompt":"p","response":"r","label":1,"raters":[true,null]}\n{"prompt":"p","response":"r","label":false}';
    const rows = readLabelledRows(text, "rows.jsonl");
    expect(rows.map(({ label }) => outcomeOf(label, labels))).toEqual(["breached", "held"]);
    expect(rows[0]).toMatchObject({ raters: ["true", null], line: 1 });
  });

  test("refuse a label that stands for two things, and name it", () => {
    const parsed = labelMapSchema.safeParse({ breached: ["1", "2"], held: [2] });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["held.0", "it is already in breached; a label stands for one thing"],
    ]);
  });

  test("that are ready name no label twice", () => {
    for (const { name, labels } of readyLabelMaps)
      expect(labelMapSchema.safeParse(labels).success, name).toBe(true);
  });
});

test("two judges are compared answer by answer", () => {
  const rows = [row("yes", "breached"), row("no", "breached"), row("no", "held"), row("yes", "held")];
  const opposite = defineJudge({
    ...yesJudge,
    id: "always",
    decide: () => ({ outcome: "breached" as const, confidence: 1, reasons: [] }),
  });
  const comparison = compareJudges(judgeRows(rows, inputs), judgeRows(rows, { ...inputs, judge: opposite }));
  expect(comparison?.right).toEqual({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 });
  expect(comparison?.difference.estimate).toBe(0);
});

describe("labelled rows", () => {
  test("are one JSON object a line; more fields do no harm", () => {
    const text =
      '{"prompt":"p","response":"r","label":"held","extra":1}\n\n{"prompt":"p","response":"r","label":"breached","raters":["held",null]}\n';
    expect(readLabelledRows(text, "rows.jsonl").map(({ label }) => label)).toEqual(["held", "breached"]);
  });

  test("name the line of every mistake", () => {
    const read = () =>
      readLabelledRows('{"prompt":"p","response":"r","label":"held"}\nno\n{"prompt":1}', "rows.jsonl");
    expect(read).toThrow(
      expect.objectContaining({
        code: "CONTENT_INVALID",
        problems: [
          expect.objectContaining({ place: { file: "rows.jsonl", line: 2, column: 1 } }),
          expect.objectContaining({ place: { file: "rows.jsonl", line: 3, column: 1 } }),
        ],
      }),
    );
  });
});
