import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asRunId, asTrialId } from "@probity/domain";
import { createSigningKey, leafHash } from "@probity/evidence";
import { migrate, migrations } from "./migrate.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { openDatabase } from "./open-database.ts";
import { openStore } from "./open-store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "probity-migrate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = asRunId("look-1");
const id = (n: number) => asTrialId(String(n).padStart(64, "0"));
const base = { family: "jailbreak", probeId: "p.one", purpose: "attack", rootPrompt: "p.one#0" };
const labels = { safeguard: "content-policy", severity: "high", tier: "harmless", transforms: [] };

/** A store as the first schema laid it out: one run with a trial of a population and two of none. */
async function writeFirstSchema(): Promise<void> {
  const database = openDatabase({ path: join(folder, "probity.db") });
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateTo("0001-log-and-indexes");
  expect(error).toBeUndefined();
  const entry = database.prepare("insert into log_entry values (?, ?, ?, ?)");
  const put = (idx: number, kind: string, value: object) => {
    const body = JSON.stringify({ kind, run, ...value });
    entry.run(idx, kind, body, leafHash(body));
  };
  put(0, "run-header", { header: { id: run, campaign: "look" } });
  database.exec("insert into run (id, campaign, idx) values ('look-1', 'look', 0)");
  const trial = database.prepare(
    `insert into trial values (?, 1, ?, 'attack', 'p.one', 'jailbreak', 'content-policy', ?, 'high', 'harmless', 'as written', 'p.one#0', 10, 3, 0)`,
  );
  const trials = [
    { idx: 1, position: 7, population: null },
    { idx: 2, position: 3, population: "elderly" },
    { idx: 3, position: 5, population: null },
  ];
  for (const { idx, position, population } of trials) {
    const order = { ...base, ...labels, id: id(idx), position, ...(population ? { population } : {}) };
    const exchanges = [{ usage: { inputTokens: 10, outputTokens: 3 } }];
    put(idx, "transcript", { transcript: { order, trialId: id(idx), masked: {}, exchanges } });
    trial.run(idx, Buffer.from(id(idx), "hex"), population);
  }
  put(4, "verdict", { trial: id(3), verdict: { outcome: "breached" } });
  database.exec("insert into verdict values (3, 4, 'breached', null)");
  database.close();
}

test("a store of the first schema is brought up to date, and its indexes still follow from its log", async () => {
  await writeFirstSchema();
  const store = await openStore({ folder, signer: { origin: "test.log", key: createSigningKey() } });
  try {
    const counts = store.counts(run).map(({ population, outcome, count }) => [population, outcome, count]);
    expect(counts).toEqual([
      [undefined, "pending", 1],
      ["elderly", "pending", 1],
      [undefined, "breached", 1],
    ]);
    expect(store.recordedPositions(run)).toEqual(new Set([3, 5, 7]));
    expect(store.trial(run, id(2))?.transcript.order.position).toBe(3);
    expect(store.consumption(run)).toMatchObject({ inputTokens: 30, outputTokens: 9 });
    expect(await store.indexFault()).toBeUndefined();
  } finally {
    store.close();
  }
});

test("a schema that cannot be made wholly is not made at all", async () => {
  const database = openDatabase({ path: join(folder, "probity.db") });
  // The last table of the first migration stands in its way.
  database.exec("create table halt_request (run text)");
  await expect(migrate(database, "probity.db")).rejects.toThrow("halt_request");
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
  expect(tables.map(({ name }) => name)).toEqual([
    "halt_request",
    "kysely_migration",
    "kysely_migration_lock",
  ]);
  database.exec("drop table halt_request");
  await migrate(database, "probity.db");
  expect(database.prepare("select count(*) as entries from log_entry").get()).toEqual({ entries: 0 });
  database.close();
});
