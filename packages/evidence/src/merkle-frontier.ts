import { emptyRoot, hashBytes, leafAt, leafCount, nodeHash, type LeafHashes } from "./merkle-hash.ts";

/** What must be kept to go on appending: the roots of the complete subtrees, largest first. */
export interface FrontierState {
  /** Entries so far. */
  readonly size: number;
  /** One hash per bit that is set in `size`. */
  readonly nodes: readonly Uint8Array[];
}

/** The right edge of a growing Merkle tree: enough to append and to know the root, in log n hashes. */
export interface MerkleFrontier {
  /** Entries so far. */
  size(): number;
  /** Adds one leaf hash; amortised one inner hash. */
  append(leaf: Uint8Array): void;
  /** Root over all entries so far (RFC 9162, section 2.1.1). */
  root(): Uint8Array;
  /** A copy that `createFrontier` takes up again, in this or another process. */
  state(): FrontierState;
}

/**
 * Starts a frontier, empty or where a saved one left off.
 *
 * Throws a `RangeError` when the saved nodes cannot belong to the saved size.
 */
export function createFrontier(saved: FrontierState = { size: 0, nodes: [] }): MerkleFrontier {
  checkState(saved);
  let size = saved.size;
  const nodes = [...saved.nodes];
  return {
    size: () => size,
    append(leaf) {
      if (leaf.length !== hashBytes)
        throw new RangeError(`a leaf hash has ${hashBytes} bytes, got ${leaf.length}`);
      let node = leaf;
      // Each one at the end of the binary size is a subtree as large as the one just completed.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        node = nodeHash(nodes.pop() ?? node, node);
      }
      nodes.push(node);
      size += 1;
    },
    root: () => nodes.reduceRight<Uint8Array | undefined>(joinLeft, undefined) ?? emptyRoot(),
    state: () => ({ size, nodes: [...nodes] }),
  };
}

const joinLeft = (right: Uint8Array | undefined, left: Uint8Array): Uint8Array =>
  right === undefined ? left : nodeHash(left, right);

function checkState({ size, nodes }: FrontierState): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`a log cannot have ${size} entries`);
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  if (nodes.length !== ones || nodes.some((node) => node.length !== hashBytes)) {
    throw new RangeError(`a frontier of ${size} entries has ${ones} nodes of ${hashBytes} bytes`);
  }
}

/** Merkle root over leaf hashes; of none, the hash of nothing. */
export function rootOf(leaves: LeafHashes): Uint8Array {
  const frontier = createFrontier();
  const count = leafCount(leaves);
  for (let index = 0; index < count; index += 1) frontier.append(leafAt(leaves, index));
  return frontier.root();
}
