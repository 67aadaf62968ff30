import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  asDigest,
  asRunId,
  asTrialId,
  charterSchema,
  nextRunState,
  ProductError,
  type LogEntry,
  type RecordStore,
  type Transcript,
  type Verdict,
} from "@probity/domain";
import { canonicalJson, createSigningKey, hexFromHash, leafHash, rootOf, verifyLog } from "@probity/evidence";
import { openStore, type StoreOptions } from "./open-store.ts";

const signing = createSigningKey(new Uint8Array(32).fill(7));
const verifier = { name: "test.log", publicKey: signing.publicKey };
const run = asRunId("look-1");
const at = "2026-11-23T12:00:00.000Z";
let folder: string;
let opened: RecordStore[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "probity-store-"));
  opened = [];
});
afterEach(() => {
  for (const store of opened) store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Partial<StoreOptions> = {}): Promise<RecordStore> {
  const store = await openStore({ folder, signer: { origin: "test.log", key: signing }, ...options });
  opened.push(store);
  return store;
}

const trialId = (n: number) => asTrialId(n.toString(16).padStart(64, "0"));
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

function started(): LogEntry[] {
  const header = {
    id: run,
    campaign: "look",
    startedAt: at,
    charterDigest: asDigest("c".repeat(64)),
    planDigest: asDigest("d".repeat(64)),
    plannedTrials: 9,
    product: "probity 0",
  };
  return [
    {
      kind: "run-header",
      at,
      header,
      skipped: [],
      charter,
      target: { name: "desk", kind: "http", configuration: "e" },
    },
    { kind: "run-event", at, run, event: { kind: "run-started" } },
  ];
}

function transcriptOf(n: number, text = `answer ${n}`): LogEntry {
  const order: Transcript["order"] = {
    id: trialId(n),
    position: n,
    purpose: "attack",
    probeId: "p.one",
    probeDigest: asDigest("f".repeat(64)),
    family: "jailbreak",
    safeguard: "content-policy",
    technique: "ask",
    severity: "high",
    tier: "harmless",
    rootPrompt: `p.one#${n % 3}`,
    transforms: n % 2 === 0 ? [] : ["encoding.base64"],
    repetition: 0,
    seed: n,
    target: "desk",
    judge: { use: "refusal", with: {} },
  };
  const exchange = {
    sentAt: at,
    latencyMs: 5,
    attempts: 1,
    cut: false,
    usage: { inputTokens: 10, outputTokens: 3 },
  };
  const messages = [
    { role: "user" as const, content: "q" },
    { role: "assistant" as const, content: text },
  ];
  const transcript: Transcript = {
    trialId: order.id,
    runId: run,
    order,
    messages,
    openingLength: 0,
    exchanges: [exchange],
    ending: { kind: "complete" },
    canaries: [],
    masked: {},
  };
  return { kind: "transcript", at, run, transcript };
}

function verdictOf(n: number, outcome: "breached" | "held" = "held"): LogEntry {
  const verdict: Verdict = {
    outcome,
    confidence: 1,
    reasons: ["because"],
    judge: "refusal",
    judgeVersion: "1.0.0",
  };
  return { kind: "verdict", at, run, trial: trialId(n), verdict };
}

describe("the log", () => {
  test("commits each batch under a signed head that verifies, across closing and opening", async () => {
    const first = await open();
    first.append(started());
    first.append([transcriptOf(0), transcriptOf(1)]);
    first.close();
    opened = [];
    const second = await open();
    second.append([verdictOf(0), verdictOf(1, "breached")]);
    const heads = [...second.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
    expect(heads.map(({ size }) => size)).toEqual([2, 4, 6]);
    const result = await verifyLog({ entries: second.entries(), heads, verifier });
    expect(result).toMatchObject({ kind: "sound", size: 6, signedSize: 6 });
  });

  test("commits to the canonical JSON of the entry, and the head's root is that of all leaves", async () => {
    const store = await open();
    const [appended] = store.append(started());
    const [entry] = [...store.entries()];
    expect(entry?.body).toBe(canonicalJson(started()[0]));
    expect(appended?.leafHash).toBe(hexFromHash(leafHash(entry?.body ?? "")));
    expect(store.head()?.rootHash).toBe(hexFromHash(rootOf(store.leafHashes())));
  });

  test("refuses change and deletion in the database itself", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(0)]);
    const database = new DatabaseSync(join(folder, "probity.db"));
    for (const table of ["log_entry", "log_head", "run", "run_event", "trial"]) {
      expect(() => database.exec(`delete from ${table}`), table).toThrow("append-only");
    }
    expect(() => database.exec("update log_entry set body = 'x'")).toThrow("append-only");
    database.close();
  });

  test("two writers on one store keep one sound log", async () => {
    const [one, two] = [await open(), await open()];
    one.append(started());
    for (let n = 0; n < 6; n += 1) (n % 2 === 0 ? one : two).append([transcriptOf(n)]);
    const heads = [...one.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
    expect(await verifyLog({ entries: one.entries(), heads, verifier })).toMatchObject({
      kind: "sound",
      size: 8,
    });
  });

  test("an entry changed behind the store's back is named as the first bad one", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(0), transcriptOf(1)]);
    const database = new DatabaseSync(join(folder, "probity.db"));
    database.exec(
      "drop trigger log_entry_keeps; update log_entry set body = replace(body, 'answer 0', 'answer X') where idx = 2",
    );
    database.close();
    const heads = [...store.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
    expect(await verifyLog({ entries: store.entries(), heads, verifier })).toMatchObject({
      kind: "broken",
      firstBad: { index: 2 },
    });
  });
});

describe("indexes", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "a changed outcome",
      "drop trigger verdict_keeps; update verdict set outcome = 'held' where outcome = 'breached'",
      'at entry 6 it says outcome "held", the log says "breached"',
    ],
    [
      "a removed verdict",
      "drop trigger verdict_stays; delete from verdict where idx = 5",
      "verdict does not follow from the log: the row of entry 5 is missing",
    ],
    [
      "a verdict of nobody",
      "insert into verdict values (4, 99, 'held', null)",
      "it has a row of its own for entry 99",
    ],
    [
      "a trial moved to another safeguard",
      "drop trigger trial_group_keeps; update trial_group set safeguard = 'other' where idx = 3",
      'at entry 3 it says safeguard "other"',
    ],
    [
      "a trial moved to another group",
      "drop trigger trial_keeps; update trial set grp = 2 where idx = 3",
      'at entry 3 it says grp "2", the log says "1"',
    ],
    [
      "a trial that nobody can look up",
      "drop trigger trial_key_stays; delete from trial_key where trial = 4 and prefix <> x''",
      "trial_key does not follow from the log: the row of entry 4 is missing",
    ],
    [
      "a removed trial",
      "drop trigger trial_stays; delete from trial where idx = 3",
      "trial does not follow from the log: the row of entry 3 is missing",
    ],
    [
      "a run in another campaign",
      "drop trigger run_keeps; update run set campaign = 'other'",
      'at entry 0 it says campaign "other", the log says "look"',
    ],
    [
      "a forgotten event",
      "drop trigger run_event_stays; delete from run_event",
      "the row of entry 1 is missing",
    ],
    ["a hidden denial", "drop trigger denial_stays; delete from denial", "the row of entry 2 is missing"],
    [
      "an approval out of nowhere",
      "insert into approval values (4, 'c')",
      "it has a row of its own for entry 4",
    ],
    [
      "an entry filed as another kind",
      "drop trigger log_entry_keeps; update log_entry set kind = 'replay' where idx = 4",
      "entry 4 is filed as replay, but it is a transcript",
    ],
  ];
  test.each(cases)("%s shows, though the log verifies", async (_, tampering, fault) => {
    const store = await open();
    const denial = { rule: "tier", subject: "severe", message: "m", remedy: "r" } as const;
    store.append([...started(), { kind: "denial", at, campaign: "look", run, denial }]);
    store.append([transcriptOf(0), transcriptOf(1)]);
    store.append([verdictOf(0), verdictOf(1, "breached")]);
    expect(store.findTrials("0")).toHaveLength(2);
    expect(await store.indexFault()).toBeUndefined();
    const database = new DatabaseSync(join(folder, "probity.db"));
    database.exec(tampering);
    database.close();
    const heads = [...store.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
    expect(await verifyLog({ entries: store.entries(), heads, verifier })).toMatchObject({ kind: "sound" });
    expect(await store.indexFault()).toContain(fault);
    store.append([transcriptOf(2)]);
  });

  test("later verdicts and trials of several runs follow from the log too", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(0), verdictOf(0), transcriptOf(1)]);
    store.append([verdictOf(0, "breached"), verdictOf(1)]);
    expect(await store.indexFault()).toBeUndefined();
  });
});

describe("trials", () => {
  test("a trial is recorded once in its run, whoever tries again", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(0)]);
    const again = store.append([transcriptOf(0, "another answer"), transcriptOf(1)]);
    expect(again.map((each) => each?.index)).toEqual([undefined, 3]);
    expect(store.recordedTrials(run)).toBe(2);
    expect(store.trial(run, trialId(0))?.transcript.messages[1]?.content).toBe("answer 0");
  });

  test("what judge models used is summed over every verdict, replaced ones included; rules used nothing", async () => {
    const store = await open();
    const judgedBy = (n: number, inputTokens: number, costUsd: number): LogEntry => {
      const entry = verdictOf(n);
      if (entry.kind !== "verdict") throw new TypeError("a verdict was made");
      const use = { calls: 3, costUsd, fingerprints: [], inputTokens, models: ["m"], outputTokens: 5 };
      return { ...entry, verdict: { ...entry.verdict, judgement: { use } } };
    };
    store.append([...started(), transcriptOf(0), transcriptOf(1), verdictOf(0), verdictOf(1)]);
    expect(store.judgingUse(run)).toEqual({ tokens: 0, costUsd: 0 });
    store.append([judgedBy(0, 100, 0.5), judgedBy(0, 40, 0.25)]);
    expect(store.judgingUse(run)).toEqual({ tokens: 150, costUsd: 0.75 });
    expect(store.trial(run, trialId(0))?.verdict?.judgement?.use?.inputTokens).toBe(40);
  });

  test("counts and consumption are what the recorded trials add up to", async () => {
    const store = await open();
    store.append([...started(), ...[0, 1, 2, 3, 4].map((n) => transcriptOf(n))]);
    store.append([verdictOf(0, "breached"), verdictOf(1), verdictOf(2)]);
    store.append([verdictOf(2, "breached")]);
    const total = (outcome: string) =>
      store
        .counts(run)
        .filter((each) => each.outcome === outcome)
        .reduce((sum, { count }) => sum + count, 0);
    expect([total("breached"), total("held"), total("pending")]).toEqual([2, 1, 2]);
    expect(store.consumption(run)).toEqual({ inputTokens: 50, outputTokens: 15, answersWithMaskedData: 0 });
    expect(
      [...store.trials({ run, outcome: "pending" })].map(({ transcript }) => transcript.trialId),
    ).toEqual([trialId(3), trialId(4)]);
    expect([...store.trials({ run, outcome: "breached", transform: "as written" })]).toHaveLength(2);
  });

  test("a trial is found by its id or the start of it, however many came since somebody last looked", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(1)]);
    expect(store.findTrials("00000000")).toEqual([{ run, trial: trialId(1) }]);
    store.append([transcriptOf(2), transcriptOf(18)]);
    expect(store.trial(run, trialId(18))?.logIndex).toBe(4);
    expect(store.findTrials("0").map(({ trial }) => trial)).toEqual([trialId(18), trialId(2), trialId(1)]);
    expect(store.findTrials(trialId(2)).map(({ trial }) => trial)).toEqual([trialId(2)]);
    expect(store.findTrials(trialId(2).slice(0, 63))).toHaveLength(2);
    expect(store.findTrials("1")).toEqual([]);
    expect(store.trial(run, trialId(3))).toBeUndefined();
    expect(store.trial(asRunId("look-2"), trialId(2))).toBeUndefined();
    expect(await store.indexFault()).toBeUndefined();
  });

  test("positions tell which trials of the plan are recorded", async () => {
    const store = await open();
    store.append([...started(), transcriptOf(4), transcriptOf(2)]);
    expect(store.recordedPositions(run)).toEqual(new Set([2, 4]));
    expect(store.recordedPositions(asRunId("look-2")).size).toBe(0);
  });

  test("a run's state follows from its events", async () => {
    const store = await open();
    store.append(started());
    expect(store.run(run)?.state).toBe("running");
    store.append([
      {
        kind: "run-event",
        at,
        run,
        event: { kind: "run-halted", by: "ana", cause: { kind: "operator", reason: "lunch" } },
      },
    ]);
    expect(store.run(run)?.state).toBe("halted");
    store.append([
      { kind: "run-event", at, run, event: { kind: "run-resumed", by: "ana", because: "back" } },
    ]);
    expect(store.runs("look").map(({ state }) => state)).toEqual(["running"]);
  });
});

test("a move that a run's state does not allow is refused, whatever came before", async () => {
  const halted: LogEntry = {
    kind: "run-event",
    at,
    run,
    event: { kind: "run-halted", by: "ana", cause: { kind: "operator", reason: "lunch" } },
  };
  const moves: Readonly<Record<string, LogEntry>> = {
    "run-started": { kind: "run-event", at, run, event: { kind: "run-started" } },
    "run-halted": halted,
    "run-resumed": { kind: "run-event", at, run, event: { kind: "run-resumed", by: "ana", because: "back" } },
    "run-failed": { kind: "run-event", at, run, event: { kind: "run-failed", code: "X", message: "y" } },
    "run-completed": { kind: "run-event", at, run, event: { kind: "run-completed" } },
  };
  const store = await open();
  store.append(started());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 6 }), async (names) => {
      for (const name of names) {
        const move = moves[name];
        const before = store.run(run)?.state;
        if (!move || !before) continue;
        const allowed = nextRunState(before, name as "run-started") !== undefined;
        // A run that completed would end the property for all that follows.
        if (allowed && name === "run-completed") continue;
        if (allowed) store.append([move]);
        else expect(() => store.append([move])).toThrow(TypeError);
        expect(store.run(run)?.state).toBe(nextRunState(before, name as "run-started") ?? before);
      }
    }),
    { numRuns: 30 },
  );
  if (store.run(run)?.state !== "running") store.append([moves["run-resumed"]!]);
  store.append([moves["run-completed"]!]);
  for (const move of Object.values(moves)) expect(() => store.append([move])).toThrow("completed");
});

describe("bad weather", () => {
  test("a full store says so and keeps what was committed", async () => {
    const store = await open({ maxMegabytes: 0.4 });
    store.append(started());
    let kept = 0;
    const fill = () => {
      for (; kept < 1000; kept += 1) store.append([transcriptOf(kept, "x".repeat(20_000))]);
    };
    expect(fill).toThrow(expect.objectContaining({ code: "STORE_FULL" }));
    expect(kept).toBeGreaterThan(3);
    expect(store.recordedTrials(run)).toBe(kept);
    const heads = [...store.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
    expect(await verifyLog({ entries: store.entries(), heads, verifier })).toMatchObject({
      kind: "sound",
      size: kept + 2,
    });
  });

  test("a locked store says so instead of waiting for ever", async () => {
    const store = await open({ busyTimeoutMs: 50 });
    store.append(started());
    const other = new DatabaseSync(join(folder, "probity.db"));
    other.exec("begin immediate");
    expect(() => store.append([transcriptOf(0)])).toThrow(expect.objectContaining({ code: "STORE_BUSY" }));
    other.exec("rollback");
    other.close();
    store.append([transcriptOf(0)]);
    expect(store.recordedTrials(run)).toBe(1);
  });

  test("a store of a newer version is left as it is", async () => {
    (await open()).append(started());
    const database = new DatabaseSync(join(folder, "probity.db"));
    database.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')");
    database.close();
    await expect(open()).rejects.toThrow(expect.objectContaining({ code: "STORE_NEWER" }));
  });

  test("a file that is not a database, or a folder that cannot be made, is named", async () => {
    writeFileSync(
      join(folder, "probity.db"),
      "this is no database, only some words that are long enough to be read as a header page",
    );
    await expect(open()).rejects.toSatisfy(
      (error) => error instanceof ProductError && error.code === "STORE_UNREADABLE",
    );
    await expect(open({ folder: join(folder, "probity.db", "inner") })).rejects.toSatisfy(
      (error) => error instanceof ProductError && error.code === "STORE_UNREADABLE",
    );
  });

  test("a campaign's lock is held by one and free again when released", async () => {
    const [one, two] = [await open(), await open()];
    const lock = one.lockCampaign("look");
    expect(lock).toBeDefined();
    expect(two.lockCampaign("look")).toBeUndefined();
    expect(two.lockCampaign("other")).toBeDefined();
    lock?.release();
    expect(two.lockCampaign("look")).toBeDefined();
  });
});
