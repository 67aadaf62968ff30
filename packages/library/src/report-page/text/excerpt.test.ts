import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

test("a short text is shown whole", () => {
  expect(excerptOf(100, 100)).toEqual([{ start: 0, end: 100 }]);
});

test("a long text is shown by its beginning and its end", () => {
  expect(excerptOf(10_000, 400)).toEqual([
    { start: 0, end: 300 },
    { start: 9900, end: 10_000 },
  ]);
});

test("a passage in the middle is shown with what stands around it", () => {
  expect(excerptOf(10_000, 400, [{ start: 5000, end: 5012 }])[1]).toEqual({ start: 4840, end: 5172 });
});

test("stretches are in order, apart, within the text, and bounded, wherever the passages are", () => {
  const passage = fc.record({
    start: fc.integer({ min: 0, max: 6000 }),
    end: fc.integer({ min: 0, max: 6000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 4, max: 900 }),
      fc.array(passage),
      (length, room, passages) => {
        const stretches = excerptOf(length, room, passages);
        const edges = stretches.flatMap(({ start, end }) => [start, end]);
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        expect(edges.every((edge) => edge >= 0 && edge <= length)).toBe(true);
        const shown = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(shown).toBeLessThanOrEqual(room + 6 * (room + 320));
      },
    ),
  );
});
