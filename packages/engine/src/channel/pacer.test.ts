import fc from "fast-check";
import { expect, test } from "vitest";
import { createPacer } from "./pacer.ts";

/** Times at which requests go when each goes as early as it may, after its caller's own pause. */
function departures(perMinute: number, pauses: readonly number[]): number[] {
  const pacer = createPacer(perMinute);
  let now = 0;
  return pauses.map((pause) => {
    now += pause;
    now += pacer.waitMs(now);
    pacer.take(now);
    return now;
  });
}

test("no minute ever holds more requests than the limit", () => {
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), { maxLength: 400 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), pauses, (perMinute, each) => {
      const times = departures(perMinute, each);
      for (const [index, time] of times.entries()) {
        const next = times[index + perMinute];
        // A thousandth of a millisecond for the rounding of sums.
        if (next !== undefined) expect(next - time).toBeGreaterThan(60_000 - 0.001);
      }
    }),
  );
});

test("also when bursts are allowed and there is always something to send", () => {
  for (const perMinute of [59, 60, 120, 121, 600]) {
    const times = departures(
      perMinute,
      Array.from({ length: perMinute * 3 }, () => 0),
    );
    const spans = times.slice(perMinute).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...spans)).toBeGreaterThan(60_000 - 0.001);
  }
});

test("a caller who always has something to send gets nearly all of the limit", () => {
  for (const perMinute of [1, 7, 60, 600, 6000]) {
    const times = departures(
      perMinute,
      Array.from({ length: perMinute * 5 }, () => 0),
    );
    const minutes = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 60_000;
    expect(times.length / minutes).toBeGreaterThan(perMinute * 0.98);
  }
});

test("60 in a minute go one each second, not all at once", () => {
  expect(departures(60, [0, 0, 0, 0])).toEqual([0, 1000, 2000, 3000]);
});
