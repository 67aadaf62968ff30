import { expect, test } from "vitest";
import { trackSpending } from "./spending.ts";

const pricing = { inputUsdPerMillionTokens: 1, outputUsdPerMillionTokens: 4 };

test("a reservation counts until it is settled, so that many trials in flight cannot pass a limit together", () => {
  const spending = trackSpending({
    trials: 0,
    inputTokens: 0,
    outputTokens: 0,
    minutes: 0,
    pricing,
    now: () => 0,
  });
  const settle = spending.reserve(1000);
  spending.reserve(500);
  expect(spending.spent()).toMatchObject({ trials: 2, tokens: 1500 });
  settle({ inputTokens: 100, outputTokens: 50 });
  expect(spending.spent()).toMatchObject({ trials: 2, tokens: 650 });
  expect(spending.spent().costUsd).toBeCloseTo((100 + 4 * 50 + 500) / 1e6, 12);
});

test("a trial whose usage nobody told keeps its estimate", () => {
  const spending = trackSpending({
    trials: 0,
    inputTokens: 0,
    outputTokens: 0,
    minutes: 0,
    pricing: undefined,
    now: () => 0,
  });
  spending.reserve(800)(undefined);
  expect(spending.spent()).toEqual({ trials: 1, tokens: 800, costUsd: 0, minutes: 0 });
});

test("a resumed run goes on from what it had used", () => {
  let now = 1_000_000;
  const spending = trackSpending({
    trials: 40,
    inputTokens: 1000,
    outputTokens: 500,
    minutes: 7,
    pricing,
    now: () => now,
  });
  now += 90_000;
  expect(spending.spent()).toEqual({ trials: 40, tokens: 1500, costUsd: 0.003, minutes: 8.5 });
});
