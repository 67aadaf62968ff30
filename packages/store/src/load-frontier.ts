import { createFrontier, type MerkleFrontier } from "@probity/evidence";

/** The tree over leaf hashes that stand one after another, 32 bytes each. */
export function frontierOf(leafHashes: Uint8Array): MerkleFrontier {
  const tree = createFrontier();
  for (let offset = 0; offset < leafHashes.length; offset += 32)
    tree.append(leafHashes.subarray(offset, offset + 32));
  return tree;
}
