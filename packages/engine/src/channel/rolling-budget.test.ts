import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRollingBudget } from "./rolling-budget.ts";

const span = 60_000;

describe("a rolling budget", () => {
  test("never lets a span hold more than its limit", () => {
    const takings = fc.array(
      fc.record({ pause: fc.integer({ min: 0, max: 30_000 }), amount: fc.integer({ min: 1, max: 100 }) }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1000 }), takings, (limit, each) => {
        const budget = createRollingBudget(limit, span);
        let now = 0;
        const taken = each.map(({ pause, amount }) => {
          now += pause;
          now += budget.waitMs(amount, now);
          expect(budget.waitMs(amount, now)).toBe(0);
          budget.take(amount, now);
          return { at: now, amount };
        });
        for (const { at } of taken) {
          const held = taken.filter((other) => other.at > at - span && other.at <= at);
          expect(held.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test("waits exactly until enough has left the span", () => {
    const budget = createRollingBudget(100, span);
    budget.take(60, 0);
    budget.take(30, 1000);
    expect(budget.waitMs(10, 2000)).toBe(0);
    expect(budget.waitMs(11, 2000)).toBe(58_000);
    expect(budget.waitMs(71, 2000)).toBe(59_000);
  });

  test("a correction frees what an estimate held, and takes what it left out", () => {
    const budget = createRollingBudget(100, span);
    const charge = budget.take(90, 0);
    expect(budget.waitMs(50, 1000)).toBe(59_000);
    budget.correct(charge, 20);
    expect(budget.waitMs(50, 1000)).toBe(0);
    budget.correct(charge, 100);
    expect(budget.waitMs(1, 1000)).toBe(59_000);
  });

  test("a correction that comes after the span changes nothing", () => {
    const budget = createRollingBudget(100, span);
    const charge = budget.take(90, 0);
    expect(budget.waitMs(100, span)).toBe(0);
    budget.correct(charge, 10_000);
    expect(budget.waitMs(100, span)).toBe(0);
    budget.take(60, span);
    expect(budget.waitMs(60, span + 1)).toBe(span - 1);
  });

  test("an amount above the limit waits for an empty span and goes alone", () => {
    const budget = createRollingBudget(100, span);
    expect(budget.waitMs(500, 0)).toBe(0);
    budget.take(500, 0);
    expect(budget.waitMs(1, 1)).toBe(span - 1);
    expect(budget.waitMs(500, span)).toBe(0);
  });
});
