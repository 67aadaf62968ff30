import { asDigest, asTrialId, type TrialOrder } from "@probity/domain";

/** A trial's order for tests, of which only what matters to a test is given. */
export function trialOrder(changes: Partial<TrialOrder> = {}): TrialOrder {
  return {
    id: asTrialId("1".repeat(64)),
    position: 0,
    purpose: "attack",
    probeId: "p",
    probeDigest: asDigest("2".repeat(64)),
    family: "f",
    safeguard: "s",
    technique: "t",
    severity: "low",
    tier: "harmless",
    rootPrompt: "p#0",
    transforms: [],
    repetition: 0,
    seed: 1,
    target: "desk",
    judge: { use: "j", with: {} },
    ...changes,
  };
}
