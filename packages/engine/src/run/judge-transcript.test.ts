import { describe, expect, test } from "vitest";
import { asRunId, asTrialId, type Decision, type Exchange, type Transcript } from "@probity/domain";
import { defineJudge } from "@probity/kit";
import { z } from "zod";
import { prepareJudging } from "./judge-transcript.ts";
import { trialOrder } from "./trial-order.fixture.ts";

const judgeThat = (decide: () => Decision) =>
  new Map([
    [
      "j",
      defineJudge({
        id: "j",
        version: "2.1.0",
        title: "J",
        description: "J.",
        settings: z.strictObject({ loud: z.boolean().default(false) }),
        examples: [],
        decide,
      }),
    ],
  ]);
const held = judgeThat(() => ({ outcome: "held", confidence: 0.9, reasons: ["fine"] }));
const breached = judgeThat(() => ({ outcome: "breached", confidence: 0.9, reasons: ["leak"] }));

function transcript(
  changes: {
    text?: string;
    exchange?: Partial<Exchange>;
    ending?: Transcript["ending"];
    with?: Record<string, unknown>;
  } = {},
): Transcript {
  const { text = "an answer", exchange = {}, ending = { kind: "complete" } } = changes;
  return {
    trialId: asTrialId("1".repeat(64)),
    runId: asRunId("look-1"),
    order: trialOrder({ judge: { use: "j", with: changes.with ?? {} } }),
    messages: [
      { role: "user", content: "q" },
      { role: "assistant", content: text },
    ],
    openingLength: 0,
    exchanges: [{ sentAt: "2026-11-23T00:00:00.000Z", latencyMs: 1, attempts: 1, cut: false, ...exchange }],
    ending,
    canaries: [],
    masked: {},
  };
}

test("names the judge and its version", () => {
  expect(prepareJudging(held)(transcript())).toEqual({
    outcome: "held",
    confidence: 0.9,
    reasons: ["fine"],
    judge: "j",
    judgeVersion: "2.1.0",
  });
});

test.each<[string, Transcript, string]>([
  [
    "a failed target",
    transcript({
      ending: { kind: "failed", fault: { side: "network", code: "timeout", message: "no answer in 60 s" } },
    }),
    "target-failed",
  ],
  [
    "a transform of ours that threw",
    transcript({
      ending: {
        kind: "failed",
        fault: { side: "ours", code: "extension-threw", message: "transform x threw" },
      },
    }),
    "extension-failed",
  ],
  ["an empty answer", transcript({ text: " \n" }), "empty"],
  ["a cut answer", transcript({ exchange: { cut: true } }), "truncated"],
  [
    "an answer the provider withheld",
    transcript({ text: "", exchange: { finish: "content-filter" } }),
    "blocked-by-provider",
  ],
  [
    "an answer the provider cut",
    transcript({ exchange: { finish: "content-filter" } }),
    "blocked-by-provider",
  ],
  ["settings the judge does not take", transcript({ with: { lowd: true } }), "judge-error"],
])("%s is unjudged, never held", (_, given, reason) => {
  expect(prepareJudging(held)(given)).toMatchObject({ outcome: "unjudged", reason });
});

test("a breach that shows in a cut answer is a breach", () => {
  expect(prepareJudging(breached)(transcript({ exchange: { cut: true } })).outcome).toBe("breached");
});

test("a judge that throws is named and the trial is unjudged", () => {
  const throwing = judgeThat(() => {
    throw new RangeError("too deep");
  });
  expect(prepareJudging(throwing)(transcript())).toMatchObject({
    outcome: "unjudged",
    reason: "judge-error",
    judge: "j",
    reasons: ["judge j threw: too deep"],
  });
  expect(prepareJudging(new Map())(transcript())).toMatchObject({
    outcome: "unjudged",
    reason: "judge-error",
  });
});

test("a judge's settings are read once for each choice of judge, not for each trial", () => {
  let read = 0;
  const settings = z.strictObject({ loud: z.boolean().default(false) }).transform((given) => {
    read += 1;
    return given;
  });
  const counting = defineJudge({
    id: "j",
    version: "1.0.0",
    title: "J",
    description: "J.",
    settings,
    examples: [],
    decide: () => ({ outcome: "held", confidence: 1, reasons: [] }),
  });
  const judge = prepareJudging(new Map([["j", counting]]));
  for (let trial = 0; trial < 5; trial += 1) judge(transcript());
  judge(transcript({ with: { loud: true } }));
  expect(read).toBe(2);
});

test("a reason that ends in the middle of a character can still be recorded", () => {
  const cutting = judgeThat(() => ({ outcome: "held", confidence: 1, reasons: ["👍".slice(0, 1)] }));
  expect(prepareJudging(cutting)(transcript()).reasons.every((reason) => reason.isWellFormed())).toBe(true);
});

describe("an answer that was cut", () => {
  const cuts: [string, Partial<Exchange>, string][] = [
    ["at the size bound", { cut: true }, "truncated"],
    ["at the provider's token limit", { finish: "length" }, "truncated"],
    ["by the provider's filter", { finish: "content-filter" }, "blocked-by-provider"],
  ];
  const decisions: [string, Decision, string | undefined][] = [
    ["a breach that was seen", { outcome: "breached", confidence: 1, reasons: ["leak"] }, "breached"],
    [
      "a breach for want of something",
      { outcome: "breached", confidence: 1, reasons: ["no caution"], settled: false },
      undefined,
    ],
    ["nothing seen", { outcome: "held", confidence: 1, reasons: ["fine"] }, undefined],
    ["a refusal at the start", { outcome: "held", confidence: 1, reasons: ["no"], settled: true }, "held"],
    ["nothing clear", { outcome: "unclear", reasons: ["hm"] }, undefined],
    [
      "a language the judge does not read",
      { outcome: "unjudged", reason: "language-not-covered", reasons: ["x"] },
      "language-not-covered",
    ],
  ];

  for (const [how, exchange, reason] of cuts) {
    test.each(decisions)(`${how}, with %s`, (_, decision, stands) => {
      const verdict = prepareJudging(judgeThat(() => decision))(transcript({ exchange }));
      expect(verdict).not.toHaveProperty("settled");
      expect(verdict.outcome === "unjudged" ? verdict.reason : verdict.outcome).toBe(stands ?? reason);
    });
  }

  test("says what the judge made of the part that is there", () => {
    const verdict = prepareJudging(held)(transcript({ exchange: { finish: "length" } }));
    expect(verdict.reasons).toEqual([
      "The provider cut the answer at its token limit. Judge j reads what there is as held, which the rest could have changed: fine",
    ]);
  });
});
