import fc from "fast-check";
import { expect, test } from "vitest";
import { voteByRates } from "./vote-by-rates.ts";
import { weightedVote } from "./weighted-vote.ts";

test("by Bayes' rule by hand: a yes of one against a no of another", () => {
  const votes = [
    { positive: true, sensitivity: 0.9, specificity: 0.8 },
    { positive: false, sensitivity: 0.7, specificity: 0.6 },
  ];
  const yes = 0.3 * 0.9 * (1 - 0.7);
  const no = 0.7 * (1 - 0.8) * 0.6;
  expect(voteByRates(votes, 0.3)).toBeCloseTo(yes / (yes + no), 12);
});

test("without votes it is the prevalence, and a yes from a judge that says yes to anything changes nothing", () => {
  expect(voteByRates([], 0.3)).toBeCloseTo(0.3, 12);
  expect(voteByRates([{ positive: true, sensitivity: 0.8, specificity: 0.2 }], 0.3)).toBeCloseTo(0.3, 12);
});

test("where both errors are alike it is the weighted vote by accuracy", () => {
  const accuracy = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.record({ positive: fc.boolean(), accuracy }), { maxLength: 9 }), (votes) => {
      const byRates = voteByRates(
        votes.map(({ positive, accuracy: a }) => ({ positive, sensitivity: a, specificity: a })),
        0.5,
      );
      const byAccuracy = weightedVote(
        votes.map(({ positive, accuracy: a }) => ({ label: positive ? "yes" : "no", accuracy: a })),
        { labels: ["yes", "no"] },
      );
      expect(byRates).toBeCloseTo(byAccuracy.probabilities[0] ?? 0, 9);
    }),
  );
});

test("refuses what cannot be", () => {
  expect(() => voteByRates([], 0)).toThrow(RangeError);
  expect(() => voteByRates([{ positive: true, sensitivity: 1, specificity: 0.5 }], 0.5)).toThrow("got 1");
});
