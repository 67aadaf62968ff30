import { emptyRoot, hashBytes, leafAt, leafCount, nodeHash, type LeafHashes } from "./merkle-hash.ts";

/** A whole log's hashes at hand, from which any proof costs log n. */
export interface MerkleTree {
  readonly size: number;
  /** Root over the first `size` entries; all of them unless told. */
  root(size?: number): Uint8Array;
  /**
   * Proof that entry `index` is in the log of `size` entries; the whole log unless told.
   *
   * Hashes from the leaf's sibling up to the root's child. RFC 9162, section 2.1.3.1.
   */
  inclusionProof(index: number, size?: number): readonly Uint8Array[];
  /**
   * Proof that the log of `second` entries only appended to the log of `first`; the whole log unless told.
   *
   * Empty when the sizes are equal or `first` is 0. RFC 9162, section 2.1.4.1.
   */
  consistencyProof(first: number, second?: number): readonly Uint8Array[];
}

/**
 * Builds all complete subtrees once: 64 bytes an entry, about half a second for 200,000.
 *
 * The methods throw a `RangeError` for positions and sizes that the log does not have.
 */
export function createMerkleTree(leaves: LeafHashes): MerkleTree {
  const levels = levelsOf(leaves);
  const size = leafCount(leaves);
  const checkSize = (asked: number): void => {
    if (!Number.isSafeInteger(asked) || asked < 0 || asked > size) {
      throw new RangeError(`the log has ${size} entries, not ${asked}`);
    }
  };
  return {
    size,
    root(asked = size) {
      checkSize(asked);
      return asked === 0 ? emptyRoot() : rangeRoot(levels, { from: 0, to: asked });
    },
    inclusionProof(index, asked = size) {
      checkSize(asked);
      if (!Number.isSafeInteger(index) || index < 0 || index >= asked) {
        throw new RangeError(`a log of ${asked} entries has none at ${index}`);
      }
      return inclusionPath(levels, index, asked);
    },
    consistencyProof(first, second = size) {
      checkSize(second);
      if (!Number.isSafeInteger(first) || first < 0 || first > second) {
        throw new RangeError(`a log of ${second} entries never had ${first}`);
      }
      return first === 0 || first === second ? [] : consistencyPath(levels, first, second);
    },
  };
}

/** Entries `from` up to and without `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Hashes of complete subtrees, by height, end to end. */
type Levels = readonly Uint8Array[];

function levelsOf(leaves: LeafHashes): Levels {
  const count = leafCount(leaves);
  const bottom = new Uint8Array(count * hashBytes);
  for (let index = 0; index < count; index += 1) bottom.set(leafAt(leaves, index), index * hashBytes);
  const levels = [bottom];
  let below = bottom;
  for (let nodes = Math.floor(count / 2); nodes > 0; nodes = Math.floor(nodes / 2)) {
    const level = new Uint8Array(nodes * hashBytes);
    for (let index = 0; index < nodes; index += 1) {
      level.set(nodeHash(leafAt(below, 2 * index), leafAt(below, 2 * index + 1)), index * hashBytes);
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

/** Largest power of two below n, and its exponent, for n > 1. */
function splitOf(n: number): { readonly left: number; readonly height: number } {
  let left = 1;
  let height = 0;
  while (left * 2 < n) {
    left *= 2;
    height += 1;
  }
  return { left, height };
}

/** A copy of one complete subtree's root, so that a proof does not keep the whole tree in memory. */
function complete(levels: Levels, height: number, from: number): Uint8Array {
  const level = levels[height] ?? new Uint8Array();
  return leafAt(level, from / 2 ** height).slice();
}

/** Root over a range that starts where its largest complete subtree starts, as all ranges of a proof do. */
function rangeRoot(levels: Levels, { from, to }: Range): Uint8Array {
  if (to - from === 1) return complete(levels, 0, from);
  const { left, height } = splitOf(to - from);
  if (to - from === 2 * left) return complete(levels, height + 1, from);
  return nodeHash(complete(levels, height, from), rangeRoot(levels, { from: from + left, to }));
}

function inclusionPath(levels: Levels, index: number, size: number): readonly Uint8Array[] {
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from).left;
    if (index < middle) {
      path.push(rangeRoot(levels, { from: middle, to }));
      to = middle;
    } else {
      path.push(rangeRoot(levels, { from, to: middle }));
      from = middle;
    }
  }
  return path.reverse();
}

function consistencyPath(levels: Levels, first: number, second: number): readonly Uint8Array[] {
  const path: Uint8Array[] = [];
  let from = 0;
  let to = second;
  // Walks to the subtree in which the first log ends.
  while (to > first) {
    const middle = from + splitOf(to - from).left;
    if (first <= middle) {
      path.push(rangeRoot(levels, { from: middle, to }));
      to = middle;
    } else {
      path.push(rangeRoot(levels, { from, to: middle }));
      from = middle;
    }
  }
  // When the walk never went right, that subtree is the first log itself, whose root the verifier has.
  if (from > 0) path.push(rangeRoot(levels, { from, to }));
  return path.reverse();
}
