import { expect, test } from "vitest";
import { seededRandom } from "@probity/engine";
import { weighJudges, type JudgedBy } from "./weigh-judges.ts";

type Row = JudgedBy["rows"][number];

const judged = (judge: string, rows: readonly Row[]): JudgedBy => ({ judge, judgeVersion: "1.0.0", rows });
const row = (truth: Row["truth"], decided: Row["decided"]): Row => ({ truth, decided });

test("against labels, rates are counts drawn in by one case of each kind; what was left undecided counts for nothing", () => {
  const rows = [
    row("breached", "breached"),
    row("breached", "breached"),
    row("breached", "held"),
    row("breached", "unclear"),
    row("held", "held"),
    row("held", "unjudged"),
  ];
  const weights = weighJudges([judged("a", rows)], "gold");
  expect(weights).toMatchObject({ rows: 6, prevalence: 4 / 6, measured: "gold" });
  expect(weights.judges["a"]).toEqual({
    judgeVersion: "1.0.0",
    decided: 4,
    sensitivity: 3 / 5,
    specificity: 2 / 3,
  });
});

test("without labels, it finds from how simulated judges agree how often each is right", () => {
  const random = seededRandom("agreement");
  const accuracies = { a: 0.92, b: 0.8, c: 0.65, d: 0.6 };
  const truths = Array.from({ length: 3000 }, () => (random() < 0.3 ? "breached" : "held"));
  const panel = Object.entries(accuracies).map(([name, accuracy]) =>
    judged(
      name,
      // The truth is hidden: every row claims to be held.
      truths.map((truth) => {
        const other = truth === "breached" ? "held" : "breached";
        return row("held", random() < accuracy ? truth : other);
      }),
    ),
  );
  const weights = weighJudges(panel, "agreement");
  expect(weights.prevalence).toBeCloseTo(0.3, 1);
  for (const [name, accuracy] of Object.entries(accuracies)) {
    expect(Math.abs((weights.judges[name]?.sensitivity ?? 0) - accuracy), name).toBeLessThan(0.07);
    expect(Math.abs((weights.judges[name]?.specificity ?? 0) - accuracy), name).toBeLessThan(0.07);
  }
});

test("what cannot be estimated is refused", () => {
  expect(() => weighJudges([], "gold")).toThrow(RangeError);
  const one = judged("a", [row("held", "held")]);
  expect(() => weighJudges([one, { ...one, judge: "b" }], "agreement")).toThrow("at least three");
});
