import type { DatabaseSync } from "node:sqlite";
import type { AppendedEntry, LogEntry } from "@probity/domain";
import { canonicalJson, hexFromHash, leafHash, type MerkleFrontier } from "@probity/evidence";
import { prepareIndexWriters } from "./write-indexes.ts";

/** Signs a head: the checkpoint note over size and root. */
export type SignHead = (head: { readonly size: number; readonly root: Uint8Array }) => string;

export interface AppendLogInputs {
  readonly database: DatabaseSync;
  /** The tree as of the last commit, or as another process left it. */
  readonly loadFrontier: () => MerkleFrontier;
  readonly sign: SignHead;
}

type Append = (entries: readonly LogEntry[]) => readonly (AppendedEntry | undefined)[];

/**
 * Makes the one writer of the log: entries, their indexes and the new signed head go in together or not at all.
 *
 * The tree is kept in memory and read anew when another process has written in between, or when a transaction failed.
 */
export function prepareAppend({ database, loadFrontier, sign }: AppendLogInputs): Append {
  const insertEntry = database.prepare("insert into log_entry (idx, kind, body, leaf) values (?, ?, ?, ?)");
  const insertHead = database.prepare("insert into log_head (size, root, note) values (?, ?, ?)");
  const logSize = database.prepare("select coalesce(max(idx) + 1, 0) as size from log_entry");
  const indexes = prepareIndexWriters(database);
  let frontier: MerkleFrontier | undefined;

  const write = (entries: readonly LogEntry[], tree: MerkleFrontier) =>
    entries.map((entry) => {
      const index = tree.size();
      if (!indexes.write(entry, index)) return undefined;
      const body = canonicalJson(entry);
      const leaf = leafHash(body);
      insertEntry.run(index, entry.kind, body, leaf);
      tree.append(leaf);
      return { index, leafHash: hexFromHash(leaf) };
    });

  return (entries) => {
    database.exec("begin immediate");
    try {
      const size = Number(logSize.get()?.["size"]);
      const tree = frontier?.size() === size ? frontier : loadFrontier();
      frontier = undefined;
      const appended = write(entries, tree);
      if (tree.size() > size)
        insertHead.run(tree.size(), tree.root(), sign({ size: tree.size(), root: tree.root() }));
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
