import { expect, test } from "vitest";
import { asDigest, asRunId, asTrialId, type Decision, type Exchange, type Transcript } from "@probity/domain";
import { defineJudge } from "@probity/kit";
import { z } from "zod";
import { judgeTranscript } from "./judge-transcript.ts";

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
    order: {
      id: asTrialId("1".repeat(64)),
      position: 0,
      purpose: "attack",
      probeId: "p",
      probeDigest: asDigest("2".repeat(64)),
      family: "f",
      safeguard: "s",
      technique: "t",
      severity: "low",
      tier: "harmless",
      rootPrompt: "p#0",
      transforms: [],
      repetition: 0,
      seed: 1,
      target: "desk",
      judge: { use: "j", with: changes.with ?? {} },
    },
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
  expect(judgeTranscript(transcript(), held)).toEqual({
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
  expect(judgeTranscript(given, held)).toMatchObject({ outcome: "unjudged", reason });
});

test("a breach that shows in a cut answer is a breach", () => {
  expect(judgeTranscript(transcript({ exchange: { cut: true } }), breached).outcome).toBe("breached");
});

test("a judge that throws is named and the trial is unjudged", () => {
  const throwing = judgeThat(() => {
    throw new RangeError("too deep");
  });
  expect(judgeTranscript(transcript(), throwing)).toMatchObject({
    outcome: "unjudged",
    reason: "judge-error",
    judge: "j",
    reasons: ["judge j threw: too deep"],
  });
  expect(judgeTranscript(transcript(), new Map())).toMatchObject({
    outcome: "unjudged",
    reason: "judge-error",
  });
});
