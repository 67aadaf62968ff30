import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { ProductError } from "@probity/domain";
import { logAndIndexes } from "./migrations/0001-log-and-indexes.ts";
import { trialsInGroups } from "./migrations/0002-trials-in-groups.ts";
import { reviews } from "./migrations/0003-reviews.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";

/** In the order they were written. A name is never changed or removed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-log-and-indexes": logAndIndexes,
  "0002-trials-in-groups": trialsInGroups,
  "0003-reviews": reviews,
};

/**
 * Brings a database to the schema of this version, wholly or not at all. Writes nothing when it is there already, so that readers wait for nobody.
 *
 * @throws ProductError STORE_NEWER when the database holds migrations this version does not know
 */
export async function migrate(database: DatabaseSync, path: string): Promise<void> {
  const applied = appliedMigrations(database);
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new ProductError("STORE_NEWER", {
      message: `${path} was written by a newer Probity (schema ${unknown.join(", ")}); it was left as it is.`,
    });
  }
  if (applied.length === Object.keys(migrations).length) return;
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  await db.destroy();
  if (error !== undefined) throw error;
}

function appliedMigrations(database: DatabaseSync): readonly string[] {
  const table = database
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'kysely_migration'")
    .get();
  if (!table) return [];
  return database
    .prepare("select name from kysely_migration")
    .all()
    .map(({ name }) => String(name));
}
