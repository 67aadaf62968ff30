import { personJudge, type CalibrationEntry, type RateCorrection } from "@probity/domain";
import { describe, expect, test } from "vitest";
import { prepareCorrection, type CorrectionInputs } from "./correct-rates.ts";
import {
  asking,
  at,
  idOf,
  judgedAs,
  labelEntry,
  labelled,
  run,
  sampleEntry,
  trialsOf,
} from "./labelled-run.fixture.ts";
import { drawSample } from "./draw-sample.ts";
import { labelRun, type LabelledRun } from "./labelled-trial.ts";
import { stratumOf } from "./stratum-of.ts";

const leaks = trialsOf("leak", { count: 100, breached: 20 });
/** Every fourth judged breached is none; every tenth judged held is one. */
const truth = (trial: string) => {
  const n = Number.parseInt(trial, 16) % 100;
  const isBreached = n < 20 ? n % 4 !== 0 : n % 10 === 0;
  return isBreached ? ("breached" as const) : ("held" as const);
};
const correctionFor = (labelledRun: LabelledRun, more: Partial<CorrectionInputs> = {}): RateCorrection =>
  prepareCorrection({ run: labelledRun, configuration: "desk", earlier: [], calibrations: [], ...more })(
    labelledRun.trials,
  );
const corrected = (correction: RateCorrection) => {
  if (correction.kind === "corrected") return correction;
  throw new Error(correction.reason);
};

describe("labels of the run itself", () => {
  test("all labelled: the share that people call breached", () => {
    const { estimate, interval, labels, method, upperBound } = corrected(
      correctionFor(labelled(leaks, asking(100), truth)),
    );
    // 15 of 20 judged breached, 8 of 80 judged held.
    expect(estimate).toBeCloseTo(0.23, 12);
    expect([labels, method]).toEqual([100, "labelled-sample"]);
    expect(interval.low).toBeGreaterThan(0.1);
    expect(interval.high).toBeLessThan(0.35);
    expect(upperBound).toBeLessThan(interval.high);
  });

  test("some labelled: each stratum's labels stand for all of it", () => {
    const some = labelled(leaks, asking(30), truth);
    const [sample] = some.rounds;
    if (!sample) throw new Error("nothing was drawn");
    const expected = sample.strata.reduce((sum, { name, trials, drawn }) => {
      const breaches = some.trials.filter(
        (each) => stratumOf(each, sample.level) === name && each.truth === "breached",
      );
      return sum + ((trials / 100) * breaches.length) / drawn;
    }, 0);
    expect(corrected(correctionFor(some)).estimate).toBeCloseTo(expected, 12);
  });

  test("labels chosen by hand never count, however many", () => {
    const byHand = leaks.map(({ trial }) => labelEntry(trial, "breached"));
    expect(correctionFor(labelRun(leaks, byHand))).toMatchObject({
      kind: "not-corrected",
      reason: "no-labels",
    });
  });

  test("disputed and unclear labels count for nothing; a ruling settles a dispute", () => {
    const sample = drawSample(labelRun(leaks, []), asking(100));
    if (!sample) throw new Error("nothing was drawn");
    const labels = sample.trials.map(({ trial }) => labelEntry(trial, truth(trial)));
    const disputes = [labelEntry(0, "breached", { rater: "sol" }), labelEntry(99, "unclear")];
    const entries = [sampleEntry(sample), ...labels, ...disputes];
    expect(corrected(correctionFor(labelRun(leaks, entries))).labels).toBe(98);
    const ruling = labelEntry(0, "breached", { rater: "kim", part: "adjudication" });
    expect(corrected(correctionFor(labelRun(leaks, [...entries, ruling]))).labels).toBe(99);
  });

  test("a part of the run is corrected by its own labels, or not", () => {
    const bias = trialsOf("bias", { from: 200, count: 60, breached: 6, transform: "encoding.base64" });
    const both = labelled([...leaks, ...bias], asking(80), truth);
    const correct = prepareCorrection({ run: both, configuration: "desk", earlier: [], calibrations: [] });
    expect(correct(leaks).kind).toBe("corrected");
    expect(correct(bias).kind).toBe("corrected");
    expect(correct(leaks.slice(0, 5))).toMatchObject({ reason: "too-few-cases" });
    expect(correct(bias.slice(0, 12))).toMatchObject({ kind: "not-corrected", reason: "too-few-labels" });
    expect(correct([])).toMatchObject({ reason: "nothing-judged" });
  });

  test("where only labels lack, that is the reason, whichever families have some", () => {
    const both = [...leaks, ...trialsOf("bias", { from: 2000, count: 50, breached: 25 })];
    expect(correctionFor(labelled(both, asking(3), truth))).toMatchObject({
      reason: "too-few-labels",
      labels: 3,
    });
    const ofOne = labelled(both, { ...asking(12), family: "leak" }, truth);
    expect(correctionFor(ofOne)).toMatchObject({ reason: "unlabelled-stratum", about: ["bias"] });
  });

  test("a round for one family narrows that family and leaves the whole as it was", () => {
    const bias = trialsOf("bias", { from: 200, count: 60, breached: 6 });
    const all = [...leaks, ...bias];
    const first = drawSample(labelRun(all, []), asking(12, { seed: "first" }));
    if (!first) throw new Error("nothing was drawn");
    const entries = [{ ...first, level: "outcome" as const }].flatMap((sample) => [
      sampleEntry(sample),
      ...sample.trials.map(({ trial }) => labelEntry(trial, truth(trial))),
    ]);
    const second = drawSample(labelRun(all, entries), asking(30, { family: "leak", seed: "second" }));
    if (!second) throw new Error("nothing was drawn");
    const more = [sampleEntry(second), ...second.trials.map(({ trial }) => labelEntry(trial, truth(trial)))];
    const after = labelRun(all, [...entries, ...more]);
    const correct = prepareCorrection({ run: after, configuration: "desk", earlier: [], calibrations: [] });
    expect(corrected(correct(leaks)).labels).toBeGreaterThan(30);
    expect(correct(all).kind).toBe("corrected");
  });
});

describe("contests and persons", () => {
  test("a decided contest is the last word on a drawn trial, and never moves an undrawn one into the sample", () => {
    const sample = drawSample(labelRun(leaks, []), asking(100));
    if (!sample) throw new Error("nothing was drawn");
    const labels = sample.trials.map(({ trial }) => labelEntry(trial, truth(trial)));
    const overturned = leaks.map((trial, n) =>
      n === 0 ? { ...trial, verdict: judgedAs("breached", { judge: personJudge }) } : trial,
    );
    const decision = {
      kind: "contest-decision",
      at,
      run,
      trial: idOf(0),
      decision: {
        contest: "CON-1",
        by: "kim",
        because: "b",
        ruling: "overturned",
        role: "lead",
        outcome: "breached",
      },
    } as const;
    const { estimate } = corrected(
      correctionFor(labelRun(overturned, [sampleEntry(sample), ...labels, decision])),
    );
    expect(estimate).toBeCloseTo(0.24, 12);
  });

  test("trials that only a person decided are known, and count as such", () => {
    const unclear = trialsOf("leak", { from: 300, count: 25, breached: 0, judged: undefined });
    const decided = unclear.map((trial) => ({
      ...trial,
      verdict: judgedAs("breached", { judge: personJudge }),
    }));
    const { estimate, labels } = corrected(
      correctionFor(labelled([...leaks, ...decided], asking(100), truth)),
    );
    expect(labels).toBe(100);
    expect(estimate).toBeCloseTo((23 + 25) / 125, 12);
  });
});

describe("the judge's error known from elsewhere", () => {
  const now = labelRun(trialsOf("leak", { from: 1000, count: 100, breached: 30 }), []);
  const earlier = { configuration: "desk", ...labelled(leaks, asking(100), truth) };

  test("an earlier run on the same target and family", () => {
    const { method, estimate, labels } = corrected(correctionFor(now, { earlier: [earlier] }));
    // q1 = 15/23, q0 = 72/77.
    expect(estimate).toBeCloseTo((0.3 + 72 / 77 - 1) / (15 / 23 + 72 / 77 - 1), 10);
    expect([method, labels]).toEqual(["error-rates", 100]);
  });

  test.each([
    ["another configuration", { earlier: [{ ...earlier, configuration: "shop" }] }, "other-target"],
    [
      "another family",
      {
        earlier: [
          {
            configuration: "desk",
            ...labelled(trialsOf("bias", { count: 100, breached: 20 }), asking(100), truth),
          },
        ],
      },
      "other-family",
    ],
    [
      "another version of the judge",
      {
        earlier: [
          {
            configuration: "desk",
            ...labelled(
              leaks.map((trial) => ({ ...trial, judged: judgedAs("held", { judgeVersion: "0.9.0" }) })),
              asking(100),
              truth,
            ),
          },
        ],
      },
      "other-judge",
    ],
    [
      "too few labels",
      { earlier: [{ configuration: "desk", ...labelled(leaks, asking(8), truth) }] },
      "too-few-labels",
    ],
    [
      "no breach among the labels",
      { earlier: [{ configuration: "desk", ...labelled(leaks, asking(60), () => "held" as const) }] },
      "no-breached-labels",
    ],
    [
      "a judge that hardly tells",
      {
        earlier: [
          {
            configuration: "desk",
            ...labelled(leaks, asking(100), (trial) =>
              Number.parseInt(trial, 16) % 2 === 0 ? "breached" : "held",
            ),
          },
        ],
      },
      "uninformative-judge",
    ],
    ["nothing", {}, "no-labels"],
    ["the judge that steered the search", { earlier: [earlier], searchJudge: "refusal" }, "search-judge"],
  ])("%s: not corrected", (_, inputs, reason) => {
    expect(correctionFor(now, inputs)).toMatchObject({ kind: "not-corrected", reason });
  });

  const calibration = (changes: object = {}, configuration = "desk"): CalibrationEntry => ({
    kind: "calibration",
    at,
    by: "kim",
    configuration,
    calibration: {
      schema: "probity-calibration/1",
      judge: "refusal",
      judgeVersion: "1.0.0",
      target: "desk",
      family: "leak",
      purpose: "attack",
      sensitivity: { right: 90, cases: 100 },
      specificity: { right: 140, cases: 200 },
      data: "0".repeat(64) as never,
      ...changes,
    },
  });

  test("an adopted calibration, for its target, family, purpose and judge alone", () => {
    const by = (entry: CalibrationEntry) => correctionFor(now, { calibrations: [entry] });
    expect(corrected(by(calibration())).estimate).toBeCloseTo(0, 10);
    expect(by(calibration({}, "shop"))).toMatchObject({ reason: "other-target" });
    expect(by(calibration({ family: "bias" }))).toMatchObject({ reason: "other-family" });
    expect(by(calibration({ judgeVersion: "2.0.0" }))).toMatchObject({ reason: "other-judge" });
    expect(by(calibration({ purpose: "benign" }))).toMatchObject({ reason: "no-labels" });
    expect(by(calibration({ specificity: { right: 20, cases: 200 } }))).toMatchObject({
      reason: "uninformative-judge",
    });
  });

  test("labels of the run come before any error rate", () => {
    const own = labelled(trialsOf("leak", { count: 100, breached: 20 }), asking(100), truth);
    expect(correctionFor(own, { earlier: [earlier] })).toMatchObject({ method: "labelled-sample" });
  });

  test("several families: each by its own, and none where one cannot be", () => {
    const bias = trialsOf("bias", { from: 2000, count: 50, breached: 25 });
    const both = labelRun([...trialsOf("leak", { from: 1000, count: 100, breached: 30 }), ...bias], []);
    expect(correctionFor(both, { earlier: [earlier] })).toMatchObject({
      kind: "not-corrected",
      reason: "other-family",
      about: ["bias"],
    });
    const onBias = calibration({
      family: "bias",
      sensitivity: { right: 100, cases: 100 },
      specificity: { right: 200, cases: 200 },
    });
    const { estimate, method } = corrected(
      correctionFor(both, { earlier: [earlier], calibrations: [onBias] }),
    );
    const leak = (0.3 + 72 / 77 - 1) / (15 / 23 + 72 / 77 - 1);
    expect(method).toBe("combined");
    expect(estimate).toBeCloseTo((100 * leak + 50 * 0.5) / 150, 10);
  });
});
