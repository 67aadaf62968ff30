import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asRunId, type LogEntry, type Recorder, type RecordStore } from "@probity/domain";
import { createSigningKey, verifyLog } from "@probity/evidence";
import { openStore, type StoreOptions } from "./open-store.ts";

const key = createSigningKey(new Uint8Array(32).fill(7));
let folder: string;
let store: RecordStore;
let recorder: Recorder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "probity-recorder-"));
});
afterEach(async () => {
  await recorder.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Partial<StoreOptions> = {}): Promise<void> {
  store = await openStore({ folder, signer: { origin: "test.log", key }, ...options });
  recorder = store.openRecorder();
}

const denial = (n: number, message = "m"): LogEntry => ({
  kind: "denial",
  at: "2026-11-23T12:00:00.000Z",
  campaign: "look",
  run: asRunId("look-1"),
  denial: { rule: "tier", subject: `s${n}`, message, remedy: "r" },
});

const subjects = () => store.denials("look").map(({ subject }) => subject);

async function verified() {
  const heads = [...store.heads()].map(({ size, rootHash, note }) => ({ size, root: rootHash, note }));
  const verifier = { name: "test.log", publicKey: key.publicKey };
  return {
    ...(await verifyLog({ entries: store.entries(), heads, verifier })),
    fault: await store.indexFault(),
  };
}

test("batches are there when they are answered, in the order of the calls, each under a signed head", async () => {
  await open();
  const answers = await Promise.all([recorder.record([denial(0), denial(1)]), recorder.record([denial(2)])]);
  expect(answers).toEqual([[true, true], [true]]);
  expect(subjects()).toEqual(["s0", "s1", "s2"]);
  expect([...store.heads()].map(({ size }) => size)).toEqual([2, 3]);
  expect(await verified()).toMatchObject({ kind: "sound", size: 3, fault: undefined });
});

test("a recorder and the store that opened it keep one sound log, turn by turn", async () => {
  await open();
  for (let n = 0; n < 6; n += 2) {
    store.append([denial(n)]);
    await recorder.record([denial(n + 1)]);
  }
  expect(subjects()).toEqual(["s0", "s1", "s2", "s3", "s4", "s5"]);
  expect(await verified()).toMatchObject({ kind: "sound", size: 6, fault: undefined });
});

test("a full store says so by its code, and nothing of the batch is there", async () => {
  await open({ maxMegabytes: 0.4 });
  await recorder.record([denial(0)]);
  const large = [denial(1), denial(2, "x".repeat(1_000_000))];
  await expect(recorder.record(large)).rejects.toMatchObject({ name: "ProductError", code: "STORE_FULL" });
  expect(subjects()).toEqual(["s0"]);
  await recorder.record([denial(3)]);
  expect(await verified()).toMatchObject({ kind: "sound", size: 2, fault: undefined });
});

test("an entry without a canonical form is refused, and the recorder goes on", async () => {
  await open();
  await expect(recorder.record([denial(0, "\ud800")])).rejects.toThrow("canonical");
  expect(await recorder.record([denial(1)])).toEqual([true]);
});

test("closing waits for what was given before; afterwards nothing is taken", async () => {
  await open();
  const given = recorder.record([denial(0)]);
  await recorder.close();
  expect(await given).toEqual([true]);
  await expect(recorder.record([denial(1)])).rejects.toThrow("has ended");
});

test("the write-ahead log is copied while the recorder goes on, and nothing is lost by it", async () => {
  await open();
  const text = "x".repeat(20_000);
  for (let batch = 0; batch < 12; batch += 1) {
    await recorder.record(Array.from({ length: 50 }, (_, n) => denial(50 * batch + n, text)));
  }
  await recorder.close();
  // Left alone, the log would hold these 12 MB until it is five times as long, or the last connection closes.
  expect(statSync(join(folder, "probity.db")).size).toBeGreaterThan(7_000_000);
  expect(subjects()).toHaveLength(600);
  expect(await verified()).toMatchObject({ kind: "sound", size: 600, fault: undefined });
});
