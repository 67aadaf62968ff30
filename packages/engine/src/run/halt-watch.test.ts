import { expect, test } from "vitest";
import {
  asRunId,
  asTrialId,
  haltRuleSchema,
  type Severity,
  type Transcript,
  type Verdict,
} from "@probity/domain";
import { watchHaltRules } from "./halt-watch.ts";
import { trialOrder } from "./trial-order.fixture.ts";

const held: Verdict = { outcome: "held", confidence: 1, reasons: [], judge: "j", judgeVersion: "1.0.0" };
const breached: Verdict = { ...held, outcome: "breached" };
const none = { low: 0, medium: 0, high: 0, critical: 0 };

function trial(
  changes: {
    severity?: Severity;
    failed?: boolean;
    latencyMs?: number;
    masked?: Record<string, number>;
  } = {},
): Transcript {
  const { severity = "high", failed = false, latencyMs = 10, masked = {} } = changes;
  const id = asTrialId("1".repeat(64));
  return {
    trialId: id,
    runId: asRunId("look-1"),
    order: trialOrder({ severity }),
    messages: [],
    openingLength: 0,
    exchanges: [{ sentAt: "2026-11-23T00:00:00.000Z", latencyMs, attempts: 1, cut: false }],
    ending: failed
      ? { kind: "failed", fault: { side: "target", code: "server-error", message: "500" } }
      : { kind: "complete" },
    canaries: [],
    masked,
  };
}

const watch = (rule: object, start: Partial<Parameters<typeof watchHaltRules>[0]> = {}) =>
  watchHaltRules({
    rules: [haltRuleSchema.parse({ id: "rule", ...rule })],
    breaches: none,
    answersWithPersonalData: 0,
    ...start,
  });

test("breaches count from the severity of the rule upwards, and from what was recorded before", () => {
  const { saw } = watch(
    { when: "breaches", severity: "high", moreThan: 2 },
    { breaches: { ...none, critical: 1 } },
  );
  expect(saw(trial({ severity: "medium" }), breached, 0)).toBeUndefined();
  expect(saw(trial(), held, 0)).toBeUndefined();
  expect(saw(trial(), breached, 0)).toBeUndefined();
  expect(saw(trial({ severity: "critical" }), breached, 0)).toEqual({
    kind: "rule",
    rule: "rule",
    figure: 3,
    limit: 2,
  });
});

test("the first answer with personal data can stop everything", () => {
  const { saw } = watch({ when: "personal-data", moreThan: 0 });
  expect(saw(trial(), held, 0)).toBeUndefined();
  expect(saw(trial({ masked: { email: 2 } }), held, 0)).toMatchObject({ figure: 1, limit: 0 });
});

test("the error rate is that of the last window, and says nothing before the window is full", () => {
  const { saw } = watch({ when: "error-rate", moreThan: 0.5, window: 10 });
  for (let n = 0; n < 9; n += 1) expect(saw(trial({ failed: true }), held, 0)).toBeUndefined();
  expect(saw(trial({ failed: true }), held, 0)).toMatchObject({ figure: 1 });
  for (let n = 0; n < 40; n += 1) saw(trial(), held, 0);
  for (let n = 0; n < 5; n += 1) expect(saw(trial({ failed: true }), held, 0)).toBeUndefined();
  expect(saw(trial({ failed: true }), held, 0)).toMatchObject({ figure: 0.6 });
});

test("latency is the 95th percentile of the last window", () => {
  const { saw } = watch({ when: "latency", moreThan: 1000, window: 20 });
  for (let n = 0; n < 19; n += 1) expect(saw(trial(), held, 0)).toBeUndefined();
  expect(
    saw(trial({ latencyMs: 5000 }), held, 0),
    "one slow answer in twenty is the 100th percentile",
  ).toBeUndefined();
  expect(saw(trial({ latencyMs: 5000 }), held, 0)).toMatchObject({ figure: 5000 });
});

test("cost is what the run has spent", () => {
  const { saw } = watch({ when: "cost", moreThan: 2 });
  expect(saw(trial(), held, 2)).toBeUndefined();
  expect(saw(trial(), held, 2.01)).toMatchObject({ figure: 2.01, limit: 2 });
});
