import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { asDigest, type RecordStore, type StoredEntry, type StoredHead } from "@probity/domain";

type LogReads = Pick<RecordStore, "head" | "heads" | "entries" | "leafHashes">;
type Row = Record<string, SQLOutputValue>;

/** Reads of the log itself, as streams. */
export function prepareLogReads(database: DatabaseSync): LogReads {
  const lastHead = database.prepare(
    "select size, hex(root) as root, note from log_head order by size desc limit 1",
  );
  const entryCount = database.prepare("select count(*) as size from log_entry");
  return {
    head: () => {
      const row = lastHead.get();
      return row && headOf(row);
    },
    *heads() {
      for (const row of database
        .prepare("select size, hex(root) as root, note from log_head order by size")
        .iterate())
        yield headOf(row);
    },
    *entries() {
      for (const row of database
        .prepare("select idx, body, hex(leaf) as leaf from log_entry order by idx")
        .iterate())
        yield entryOf(row);
    },
    leafHashes() {
      const hashes = new Uint8Array(Number(entryCount.get()?.["size"]) * 32);
      let offset = 0;
      for (const { leaf } of database.prepare("select leaf from log_entry order by idx").iterate()) {
        if (!(leaf instanceof Uint8Array)) throw new TypeError("A leaf hash is not a blob.");
        hashes.set(leaf, offset);
        offset += 32;
      }
      return hashes;
    },
  };
}

function headOf(row: Row): StoredHead {
  return {
    size: Number(row["size"]),
    rootHash: asDigest(String(row["root"]).toLowerCase()),
    note: String(row["note"]),
  };
}

function entryOf(row: Row): StoredEntry {
  return {
    index: Number(row["idx"]),
    body: String(row["body"]),
    leafHash: asDigest(String(row["leaf"]).toLowerCase()),
  };
}
