import { expect, test } from "vitest";
import { isoTime } from "./iso-time.ts";

test("writes a time as Date does, whatever was asked before", () => {
  const times = [
    0, 1_790_000_000_123, 1_790_000_000_007, 1_790_000_000_070, 1_790_000_000_999, 1_790_000_001_000,
    1_790_000_000_123.9, 1_790_000_000_124, 1_790_000_000_123, -1.5, -1,
  ];
  for (const ms of times) expect(isoTime(ms)).toBe(new Date(ms).toISOString());
});

test("refuses what is no time", () => {
  expect(() => isoTime(Number.NaN)).toThrow(RangeError);
});
