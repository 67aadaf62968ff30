import type { DatabaseSync } from "node:sqlite";
import { createFrontier, type MerkleFrontier } from "@probity/evidence";

/** The tree over the leaf hashes that the database holds. */
export function loadFrontier(database: DatabaseSync): MerkleFrontier {
  const tree = createFrontier();
  for (const { leaf } of database.prepare("select leaf from log_entry order by idx").iterate()) {
    if (!(leaf instanceof Uint8Array)) throw new TypeError("A leaf hash is not a blob.");
    tree.append(leaf);
  }
  return tree;
}
