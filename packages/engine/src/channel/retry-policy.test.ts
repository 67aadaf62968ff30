import type { Fault } from "@probity/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideRetry } from "./retry-policy.ts";

const busy: Fault = { side: "target", code: "server-error", message: "busy", status: 503 };
const base = { attempts: 1, maxAttempts: 4, maxRetryAfterMs: 120_000, random: () => 0.5 };

describe("the decision to retry", () => {
  test.each([
    [1, 250],
    [2, 500],
    [3, 1000],
    [7, 15_000],
    [20, 15_000],
  ])("after attempt %i waits half of a ceiling that doubles to 30 s: %i ms", (attempts, afterMs) => {
    expect(decideRetry({ ...base, fault: busy, attempts, maxAttempts: 99 })).toEqual({
      kind: "retry",
      afterMs,
      pauseMs: 0,
    });
  });

  test("is never sooner than the target asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (retryAfterMs, share, attempts) => {
          const fault = { ...busy, retryAfterMs };
          const decision = decideRetry({ ...base, fault, attempts, maxAttempts: 10, random: () => share });
          expect(decision).toMatchObject({ kind: "retry", pauseMs: retryAfterMs });
          if (decision.kind === "retry") expect(decision.afterMs).toBeGreaterThanOrEqual(retryAfterMs);
        },
      ),
    );
  });

  test("gives up after the last attempt, and still asks all others to pause", () => {
    const fault = { ...busy, retryAfterMs: 3000 };
    expect(decideRetry({ ...base, fault, attempts: 4 })).toEqual({ kind: "give-up", pauseMs: 3000 });
  });

  test("gives up at once when the target asks for more than the longest wait", () => {
    expect(decideRetry({ ...base, fault: { ...busy, retryAfterMs: 120_001 } })).toEqual({
      kind: "give-up",
      pauseMs: 0,
    });
  });

  test.each(["rejected", "denied", "redirected", "aborted", "unreadable-answer", "extension-threw"] as const)(
    "never retries what another attempt cannot cure: %s",
    (code) => {
      expect(decideRetry({ ...base, fault: { ...busy, code } })).toMatchObject({ kind: "give-up" });
    },
  );
});
