import type { DatabaseSync } from "node:sqlite";
import { hashOfLeaf, signCheckpoint, type MerkleFrontier, type SigningKey } from "@probity/evidence";
import { prepareContestCheck } from "./check-contest-move.ts";
import type { WrittenEntry } from "./index-row.ts";
import { loadFrontier } from "./load-frontier.ts";
import { prepareMoveCheck } from "./refuse-illegal-moves.ts";
import { prepareIndexWriters } from "./write-indexes.ts";

/** Who signs the heads of a log: its name, which no other log bears, and its key. */
export interface HeadSigner {
  readonly origin: string;
  readonly key: SigningKey;
}

/** Where an entry went, and the hash of its leaf. */
export interface AppendedLeaf {
  readonly index: number;
  readonly hash: Uint8Array;
}

type Append = (entries: readonly WrittenEntry[]) => readonly (AppendedLeaf | undefined)[];

/**
 * Makes a writer of the log: entries, their indexes and the new signed head go in together or not at all.
 *
 * The tree is kept in memory and read anew when another writer has been there in between, or when a transaction failed.
 */
export function prepareAppend(database: DatabaseSync, { origin, key }: HeadSigner): Append {
  const insertEntry = database.prepare(
    "insert into log_entry (idx, kind, body, leaf) values (?, ?, cast(? as text), ?)",
  );
  const insertHead = database.prepare("insert into log_head (size, root, note) values (?, ?, ?)");
  const logSize = database.prepare("select coalesce(max(idx) + 1, 0) as size from log_entry");
  const indexes = prepareIndexWriters(database);
  const refuseIllegalMove = prepareMoveCheck(database);
  const refuseIllegalRuling = prepareContestCheck(database);
  let frontier: MerkleFrontier | undefined;

  const write = (entries: readonly WrittenEntry[], tree: MerkleFrontier) =>
    entries.map(({ row, leaf }) => {
      refuseIllegalMove(row);
      refuseIllegalRuling(row);
      const index = tree.size();
      if (!indexes.write(row, index)) return undefined;
      const hash = hashOfLeaf(leaf);
      insertEntry.run(index, row.kind, leaf.subarray(1), hash);
      tree.append(hash);
      return { index, hash };
    });

  const signHead = (tree: MerkleFrontier) => {
    const head = { size: tree.size(), root: tree.root() };
    insertHead.run(head.size, head.root, signCheckpoint({ origin, ...head }, key));
  };

  /** Another writer was there: what is remembered of the indexes may lack its rows. */
  const reload = () => {
    indexes.forget();
    return loadFrontier(database);
  };

  return (entries) => {
    database.exec("begin immediate");
    try {
      const size = Number(logSize.get()?.["size"]);
      const tree = frontier?.size() === size ? frontier : reload();
      frontier = undefined;
      const appended = write(entries, tree);
      if (tree.size() > size) signHead(tree);
      database.exec("commit");
      frontier = tree;
      return appended;
    } catch (error) {
      if (database.isTransaction) database.exec("rollback");
      indexes.forget();
      throw error;
    }
  };
}
