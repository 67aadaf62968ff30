import { DatabaseSync } from "node:sqlite";

/** What a connection to the store's database needs to know. Plain values: they go to another thread. */
export interface DatabaseOptions {
  readonly path: string;
  /** Largest size of the database, in megabytes. */
  readonly maxMegabytes?: number;
  /** How long to wait for another writer, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/** Bytes of a database page; set once, before the first table. */
const pageSize = 8192;
/** Pages of write-ahead log before SQLite copies them into the database and waits for the disk: 64 MB. Its default of 1,000 halves the speed of recording. */
const checkpointPages = 8000;

/**
 * Opens a connection with the settings that every connection must have.
 *
 * WAL keeps readers and the writer apart. `synchronous = normal` survives the death of the process at any
 * moment; a power cut may cost the last transactions, never the integrity of the log.
 */
export function openDatabase({ path, maxMegabytes, busyTimeoutMs = 5000 }: DatabaseOptions): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  database.exec(
    `pragma page_size = ${pageSize}; pragma journal_mode = wal; pragma synchronous = normal;
     pragma wal_autocheckpoint = ${checkpointPages}`,
  );
  if (maxMegabytes !== undefined)
    database.exec(`pragma max_page_count = ${Math.floor((maxMegabytes * 1_000_000) / pageSize)}`);
  return database;
}
