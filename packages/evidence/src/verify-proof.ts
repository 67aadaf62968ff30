import { emptyRoot, hashBytes, nodeHash, sameHash } from "./merkle-hash.ts";

/** A claim that an entry is in a log. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  /** Position of the entry, from 0. */
  readonly index: number;
  /** Entries in the log. */
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** A claim that a longer log only appended to a shorter one. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === hashBytes);

/** A place in the tree on the way up: node `at` of a level whose last node is `last`. */
interface Climb {
  readonly at: number;
  readonly last: number;
}

const up = ({ at, last }: Climb): Climb => ({ at: half(at), last: half(last) });

/** Skips the levels at which the last node stands alone and is carried up as it is. */
function skipLonely(climb: Climb): Climb {
  let place = climb;
  while (!isOdd(place.at) && place.at !== 0) place = up(place);
  return place;
}

/**
 * Whether a proof shows that the entry is in the log. Never throws: a malformed claim is a false one.
 *
 * Source: RFC 9162, section 2.1.3.2.
 */
export function verifyInclusion({ leaf, index, size, proof, root }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let place: Climb = { at: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of proof) {
    if (place.last === 0) return false;
    if (isOdd(place.at) || place.at === place.last) {
      hash = nodeHash(sibling, hash);
      place = up(skipLonely(place));
    } else {
      hash = nodeHash(hash, sibling);
      place = up(place);
    }
  }
  return place.last === 0 && sameHash(hash, root);
}

/**
 * Whether a proof shows that the second log begins with the whole first log. Never throws.
 *
 * An empty first log is the beginning of every log, by an empty proof and the root of nothing.
 * Source: RFC 9162, section 2.1.4.2.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (!areHashes([firstRoot, secondRoot, ...proof])) return false;
  if (first === 0) return proof.length === 0 && sameHash(firstRoot, emptyRoot());
  if (first === second) return proof.length === 0 && sameHash(firstRoot, secondRoot);
  let place: Climb = { at: first - 1, last: second - 1 };
  while (isOdd(place.at)) place = up(place);
  // A first log of a power of two is itself the starting node; the proof leaves out what the verifier has.
  const [start, ...rest] = place.at === 0 ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let older = start;
  let newer = start;
  for (const node of rest) {
    if (place.last === 0) return false;
    if (isOdd(place.at) || place.at === place.last) {
      older = nodeHash(node, older);
      newer = nodeHash(node, newer);
      place = up(skipLonely(place));
    } else {
      newer = nodeHash(newer, node);
      place = up(place);
    }
  }
  return place.last === 0 && sameHash(older, firstRoot) && sameHash(newer, secondRoot);
}
