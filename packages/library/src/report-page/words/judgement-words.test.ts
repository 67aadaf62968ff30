import { expect, test } from "vitest";
import { judgementWords } from "./judgement-words.ts";

test("samples, turned checks, votes and models each make a sentence, and what is not there none", () => {
  expect(
    judgementWords({
      agreement: 2 / 3,
      checks: { position: "flipped", verbosity: "stable" },
      samples: ["said", "not-said", "said"],
      use: { calls: 3, costUsd: 0, fingerprints: [], inputTokens: 1, models: ["m-1"], outputTokens: 1 },
      votes: [
        { judge: "refusal", judgeVersion: "1", outcome: "held", confidence: 0.9, reasons: [] },
        { judge: "objective", judgeVersion: "1", outcome: "unclear", reasons: [] },
      ],
    }),
  ).toEqual([
    "3 samples: 2 × said, 1 × not-said, agreement 66.7\u00a0%.",
    "Turned by the check of position.",
    "Asked: refusal (held, 90.0\u00a0%), objective (unclear).",
    "3 calls of m-1.",
  ]);
  expect(judgementWords({})).toEqual([]);
});
