import { expect, test } from "vitest";
import { asRunId, type LogEntry } from "@probity/domain";
import { groupCommit } from "./group-commit.ts";

const entry = (n: number): LogEntry => ({
  kind: "run-event",
  at: `2026-11-23T12:00:00.${String(n).padStart(6, "0")}Z`,
  run: asRunId("look-1"),
  event: { kind: "run-started" },
});

/** A log that keeps what it is given, and can be held up or broken. */
function logOf() {
  const batches: (readonly LogEntry[])[] = [];
  let held: Promise<void> = Promise.resolve();
  let broken: Error | undefined;
  return {
    batches,
    size: () => batches.flat().length,
    record: async (entries: readonly LogEntry[]) => {
      await held;
      if (broken) throw broken;
      batches.push(entries);
      return entries.map(() => true);
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    break: (error: Error) => {
      broken = error;
    },
  };
}

test("an entry's callback runs after its own transaction, and what it adds goes into a later one", async () => {
  const log = logOf();
  const commits = groupCommit(log.record, () => expect.unreachable());
  const sizes: number[] = [];
  commits.add(entry(0), () => {
    sizes.push(log.size());
    commits.add(entry(1), () => sizes.push(log.size()));
  });
  await commits.drain();
  expect(sizes).toEqual([1, 2]);
  expect(log.batches.map((batch) => batch.length)).toEqual([1, 1]);
});

test("many entries share a transaction, in the order in which they were added", async () => {
  const log = logOf();
  const commits = groupCommit(log.record, () => expect.unreachable());
  const entries = Array.from({ length: 300 }, (_, n) => entry(n));
  for (const each of entries) commits.add(each, () => undefined);
  await commits.drain();
  expect(log.batches.flat()).toEqual(entries);
  expect(log.batches.length).toBeLessThanOrEqual(2);
});

test("an entry alone is committed soon, without being asked for", async () => {
  const log = logOf();
  const commits = groupCommit(log.record, () => expect.unreachable());
  const isNew = await new Promise<boolean>((resolve) => commits.add(entry(0), resolve));
  expect([isNew, log.size()]).toEqual([true, 1]);
});

test("there is no room while a thousand entries wait for a slow disk, and room again afterwards", async () => {
  const log = logOf();
  const release = log.hold();
  const commits = groupCommit(log.record, () => expect.unreachable());
  await commits.room();
  for (let n = 0; n < 2000; n += 1) commits.add(entry(n), () => undefined);
  let hasRoom = false;
  const room = commits.room().then(() => (hasRoom = true));
  await new Promise((done) => setTimeout(done, 20));
  expect(hasRoom).toBe(false);
  release();
  await room;
  await commits.drain();
  expect(log.size()).toBe(2000);
});

test("a store that failed once is told of once and given nothing more", async () => {
  const log = logOf();
  const failures: unknown[] = [];
  const commits = groupCommit(log.record, (error) => failures.push(error));
  const full = new Error("full");
  log.break(full);
  commits.add(entry(0), () => expect.unreachable());
  await commits.drain();
  commits.add(entry(1), () => expect.unreachable());
  await commits.drain();
  await commits.room();
  expect([failures, log.size()]).toEqual([[full], 0]);
});
