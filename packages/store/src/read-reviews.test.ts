import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  asDigest,
  asRunId,
  asTrialId,
  charterSchema,
  personJudge,
  type LogEntry,
  type RecordStore,
  type Transcript,
  type Verdict,
} from "@probity/domain";
import { createSigningKey } from "@probity/evidence";
import { openStore } from "./open-store.ts";

const run = asRunId("look-1");
const at = "2026-11-24T12:00:00.000Z";
const trial = asTrialId("a".repeat(64));
let folder: string;
let store: RecordStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "probity-reviews-"));
  store = await openStore({ folder, signer: { origin: "test.log", key: createSigningKey() } });
  store.append([...started(), transcript(), verdict("breached")]);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function started(): readonly LogEntry[] {
  const charter = charterSchema.parse({
    id: "acme",
    title: "Acme",
    purpose: "Decide.",
    objectives: [{ id: "a", title: "A", harm: "h", safeguard: "s" }],
    scope: { targets: ["desk"], hosts: ["desk.example:443"], techniques: ["*"], environment: "test" },
    tiers: ["harmless"],
    window: { from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z" },
    roles: [{ person: "ana", role: "requester" }],
    successCriteria: [{ id: "few", metric: "breach-rate", atMost: 0.05, minTrials: 60 }],
    budget: { trials: 100 },
  });
  const header = {
    id: run,
    campaign: "look",
    startedAt: at,
    charterDigest: asDigest("c".repeat(64)),
    planDigest: asDigest("d".repeat(64)),
    plannedTrials: 9,
    product: "probity 0",
  };
  const target = { name: "desk", kind: "http", configuration: "e" };
  return [
    { kind: "run-header", at, header, skipped: [], charter, target },
    { kind: "run-event", at, run, event: { kind: "run-started" } },
  ];
}

function transcript(): LogEntry {
  const order: Transcript["order"] = {
    id: trial,
    position: 0,
    purpose: "attack",
    probeId: "p.one",
    probeDigest: asDigest("f".repeat(64)),
    family: "jailbreak",
    safeguard: "content-policy",
    technique: "ask",
    severity: "high",
    tier: "harmless",
    rootPrompt: "p.one#0",
    transforms: [],
    repetition: 0,
    seed: 1,
    target: "desk",
    judge: { use: "refusal", with: {} },
  };
  return {
    kind: "transcript",
    at,
    run,
    transcript: {
      trialId: trial,
      runId: run,
      order,
      messages: [{ role: "assistant", content: "x" }],
      openingLength: 0,
      exchanges: [],
      ending: { kind: "complete" },
      canaries: [],
      masked: {},
    },
  };
}

const verdict = (outcome: "breached" | "held", judge = "refusal"): LogEntry => ({
  kind: "verdict",
  at,
  run,
  trial,
  verdict: { outcome, confidence: 1, reasons: [], judge, judgeVersion: "1.0.0" } satisfies Verdict,
});
const contest: LogEntry = {
  kind: "contest",
  at,
  run,
  contest: { id: "CON-1", trial, by: "ana", because: "b" },
};
const decision = (ruling: "upheld" | "withdrawn"): LogEntry => ({
  kind: "contest-decision",
  at,
  run,
  trial,
  decision:
    ruling === "upheld"
      ? { contest: "CON-1", by: "bo", because: "b", ruling, role: "lead" }
      : { contest: "CON-1", by: "ana", because: "b", ruling },
});
const label: LogEntry = {
  kind: "label",
  at,
  run,
  trial,
  label: {
    rater: "rae",
    role: "tester",
    outcome: "held",
    part: "rating",
    blind: true,
    choice: { kind: "by-hand" },
  },
};

test("what people said is read back in order, and a person's verdict counts without hiding the judge's", () => {
  store.append([label, contest, decision("upheld"), verdict("held", personJudge)]);
  expect(store.reviews(run).map(({ kind }) => kind)).toEqual(["label", "contest", "contest-decision"]);
  expect(store.reviews(asRunId("look-2"))).toEqual([]);
  expect(store.verdicts(run, trial).map((each) => each.verdict.judge)).toEqual(["refusal", personJudge]);
  const [judged] = [...store.judgedTrials(run)];
  expect(judged).toMatchObject({
    trial,
    family: "jailbreak",
    population: undefined,
    judged: { outcome: "breached" },
    verdict: { outcome: "held", judge: personJudge },
  });
  expect(store.counts(run)).toMatchObject([{ outcome: "held", count: 1 }]);
});

test("a contest is decided once, and one that was never raised not at all; nothing of the batch is kept", () => {
  const size = () => store.head()?.size;
  const before = size();
  expect(() => store.append([label, decision("upheld")])).toThrow("none");
  expect(size()).toBe(before);
  store.append([contest]);
  expect(() => store.append([contest])).toThrow("open");
  store.append([decision("withdrawn")]);
  expect(() => store.append([decision("upheld")])).toThrow("withdrawn");
});

test("indexes of reviews follow from the log, and a hidden label is found out", async () => {
  store.append([label, contest]);
  expect(await store.indexFault()).toBeUndefined();
  const database = new DatabaseSync(join(folder, "probity.db"));
  expect(() => database.exec("delete from review")).toThrow("append-only");
  database.exec("drop trigger review_stays; delete from review where kind = 'label'");
  database.close();
  expect(await store.indexFault()).toContain("table review does not follow");
});
