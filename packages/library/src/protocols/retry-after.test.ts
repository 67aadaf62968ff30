import { describe, expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

describe("what the target asks us to wait", () => {
  test.each([
    ["seconds", { "retry-after": "7" }, 7000],
    ["fractions of a second", { "retry-after": " 0.5 " }, 500],
    ["milliseconds, which are finer", { "retry-after-ms": "250", "retry-after": "1" }, 250],
    // The date of RFC 9110 section 5.6.7.
    [
      "a date, measured from the answer's own date",
      { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT", date: "Sun, 06 Nov 1994 08:49:07 GMT" },
      30_000,
    ],
    [
      "a date that has passed",
      { "retry-after": "Sun, 06 Nov 1994 08:49:07 GMT", date: "Sun, 06 Nov 1994 08:49:37 GMT" },
      0,
    ],
    ["a date without a date to measure from", { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }, undefined],
    ["nonsense", { "retry-after": "soon" }, undefined],
    ["a negative number", { "retry-after": "-5" }, undefined],
    ["nothing", {}, undefined],
    [
      "the reset of the budget that is spent",
      {
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "6m0s",
        "x-ratelimit-remaining-tokens": "12",
        "x-ratelimit-reset-tokens": "9h",
      },
      360_000,
    ],
    [
      "the later reset when both are spent",
      {
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "20ms",
        "x-ratelimit-remaining-tokens": "0",
        "x-ratelimit-reset-tokens": "1.5s",
      },
      1500,
    ],
    [
      "a reset that is no duration",
      { "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1764547200" },
      undefined,
    ],
  ])("%s", (_name, headers: Record<string, string>, expected) => {
    expect(retryAfterMs(headers)).toBe(expected);
  });
});
