import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrontier, rootOf } from "./merkle-frontier.ts";
import { emptyRoot, hashFromHex, hexFromHash, leafHash, nodeHash } from "./merkle-hash.ts";
import { createMerkleTree } from "./merkle-tree.ts";
import { verifyConsistency, verifyInclusion } from "./verify-proof.ts";

// The tree that the Certificate Transparency reference implementation tests with (merkle_tree_test.cc).
const referenceEntries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const referenceRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const referenceLeaves = referenceEntries.map((hex) => leafHash(Buffer.from(hex, "hex")));

const hexOf = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map((hash) => hexFromHash(hash));
const leavesOf = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(`entry ${index}`));

describe("the reference tree of Certificate Transparency", () => {
  test.each(referenceRoots.map((root, size) => ({ root, size })))(
    "root of $size entries",
    ({ root, size }) => {
      expect(hexFromHash(rootOf(referenceLeaves.slice(0, size)))).toBe(root);
      expect(hexFromHash(createMerkleTree(referenceLeaves).root(size))).toBe(root);
    },
  );

  test("inclusion proofs", () => {
    const tree = createMerkleTree(referenceLeaves);
    expect(tree.inclusionProof(0, 1)).toEqual([]);
    expect(hexOf(tree.inclusionProof(0, 8))).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(hexOf(tree.inclusionProof(0, 7))).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
    ]);
  });

  test("consistency proofs", () => {
    const tree = createMerkleTree(referenceLeaves);
    expect(tree.consistencyProof(1, 1)).toEqual([]);
    expect(hexOf(tree.consistencyProof(1, 8))).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(hexOf(tree.consistencyProof(6, 8))).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(hexOf(tree.consistencyProof(2, 5))).toEqual([
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]);
  });
});

/** The root by the recursion that RFC 9162 defines it by, as slow and as plain as it stands there. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return emptyRoot();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

test("frontier and tree have the root that the definition gives, at every size to 130", () => {
  const leaves = leavesOf(130);
  const frontier = createFrontier();
  const tree = createMerkleTree(leaves);
  for (let size = 0; size <= leaves.length; size += 1) {
    const expected = hexFromHash(rootByDefinition(leaves.slice(0, size)));
    expect(hexFromHash(frontier.root())).toBe(expected);
    expect(hexFromHash(tree.root(size))).toBe(expected);
    const next = leaves[size];
    if (next !== undefined) frontier.append(next);
  }
});

test("leaf hashes end to end are the same log as an array of them", () => {
  const leaves = leavesOf(77);
  const joined = new Uint8Array(Buffer.concat(leaves));
  expect(rootOf(joined)).toEqual(rootOf(leaves));
  expect(createMerkleTree(joined).inclusionProof(70)).toEqual(createMerkleTree(leaves).inclusionProof(70));
  expect(() => rootOf(joined.subarray(1))).toThrow(RangeError);
});

test("a frontier that was saved and taken up again goes on as if it had not been", () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), (before, after) => {
      const leaves = leavesOf(before + after);
      const first = createFrontier();
      for (const leaf of leaves.slice(0, before)) first.append(leaf);
      const second = createFrontier(first.state());
      const rootBefore = first.root();
      for (const leaf of leaves.slice(before)) second.append(leaf);
      expect(second.root()).toEqual(rootOf(leaves));
      expect(second.size()).toBe(leaves.length);
      expect(first.root()).toEqual(rootBefore);
    }),
    { numRuns: 50 },
  );
});

test("a saved frontier that does not fit its size is refused", () => {
  expect(() => createFrontier({ size: 3, nodes: leavesOf(1) })).toThrow(RangeError);
  expect(() => createFrontier({ size: 1, nodes: [new Uint8Array(31)] })).toThrow(RangeError);
  expect(() => createFrontier({ size: -1, nodes: [] })).toThrow(RangeError);
  expect(() => createFrontier().append(new Uint8Array(5))).toThrow(RangeError);
});

test("every inclusion proof of every log to 64 entries verifies", () => {
  const leaves = leavesOf(64);
  const tree = createMerkleTree(leaves);
  for (let size = 1; size <= 64; size += 1) {
    const root = tree.root(size);
    for (const [index, leaf] of leaves.slice(0, size).entries()) {
      expect(verifyInclusion({ leaf, index, size, proof: tree.inclusionProof(index, size), root })).toBe(
        true,
      );
    }
  }
});

test("every consistency proof between logs of up to 64 entries verifies", () => {
  const tree = createMerkleTree(leavesOf(64));
  for (let second = 0; second <= 64; second += 1) {
    for (let first = 0; first <= second; first += 1) {
      const proof = tree.consistencyProof(first, second);
      const claim = { first, second, firstRoot: tree.root(first), secondRoot: tree.root(second), proof };
      expect(verifyConsistency(claim)).toBe(true);
    }
  }
});

/** The same bytes with one bit turned. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

const bits = fc.nat({ max: 255 });
const aLog = fc.integer({ min: 1, max: 64 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.nat({ max: size - 1 }),
    at: fc.nat({ max: 7 }),
    bit: bits,
  }),
);

test("an inclusion proof with any bit turned, a hash too many or too few, or another place, fails", () => {
  const leaves = leavesOf(64);
  const tree = createMerkleTree(leaves);
  fc.assert(
    fc.property(aLog, ({ size, index, at, bit }) => {
      const leaf = leaves[index] ?? emptyRoot();
      const proof = tree.inclusionProof(index, size);
      const claim = { leaf, index, size, proof, root: tree.root(size) };
      expect(verifyInclusion({ ...claim, leaf: flipped(leaf, bit) })).toBe(false);
      expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...proof, leaf] })).toBe(false);
      expect(verifyInclusion({ ...claim, index: size })).toBe(false);
      expect(verifyInclusion({ ...claim, index: index + 0.5 })).toBe(false);
      if (size > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
      if (proof.length === 0) return;
      const turned = proof.map((node, place) => (place === at % proof.length ? flipped(node, bit) : node));
      expect(verifyInclusion({ ...claim, proof: turned })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
    }),
  );
});

test("a consistency proof with any bit turned, a hash too many or too few, fails", () => {
  const tree = createMerkleTree(leavesOf(64));
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), bits, (...[second, pick, at, bit]) => {
      const first = 1 + (pick % (second - 1));
      const proof = tree.consistencyProof(first, second);
      const claim = { first, second, firstRoot: tree.root(first), secondRoot: tree.root(second), proof };
      expect(verifyConsistency({ ...claim, firstRoot: flipped(claim.firstRoot, bit) })).toBe(false);
      expect(verifyConsistency({ ...claim, secondRoot: flipped(claim.secondRoot, bit) })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: [...proof, claim.firstRoot] })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(false);
      const turned = proof.map((node, place) => (place === at % proof.length ? flipped(node, bit) : node));
      expect(verifyConsistency({ ...claim, proof: turned })).toBe(false);
    }),
  );
});

test("an empty log is the beginning of every log, and only by an empty proof", () => {
  const tree = createMerkleTree(leavesOf(5));
  const claim = { first: 0, second: 5, firstRoot: emptyRoot(), secondRoot: tree.root(), proof: [] };
  expect(verifyConsistency(claim)).toBe(true);
  expect(verifyConsistency({ ...claim, firstRoot: tree.root(1) })).toBe(false);
  expect(verifyConsistency({ ...claim, proof: [tree.root()] })).toBe(false);
});

test("an entry cannot pass for an inner node", () => {
  const [left, right] = leavesOf(2);
  if (left === undefined || right === undefined) throw new Error("two leaves were made");
  const entry = Buffer.concat([Uint8Array.of(1), left, right]);
  expect(leafHash(entry)).not.toEqual(nodeHash(left, right));
  expect(leafHash("ä\0\ud83d\ude00")).toEqual(leafHash(Buffer.from("ä\0\ud83d\ude00")));
});

test("positions and sizes that the log does not have are refused", () => {
  const tree = createMerkleTree(leavesOf(5));
  expect(() => tree.inclusionProof(5)).toThrow(RangeError);
  expect(() => tree.inclusionProof(3, 3)).toThrow(RangeError);
  expect(() => tree.inclusionProof(0, 6)).toThrow(RangeError);
  expect(() => tree.consistencyProof(4, 3)).toThrow(RangeError);
  expect(() => tree.root(6)).toThrow(RangeError);
  expect(() => createMerkleTree([]).inclusionProof(0)).toThrow(RangeError);
});

test("hexadecimal that is not a hash is not read as one", () => {
  expect(hashFromHex("ab".repeat(32))).toHaveLength(32);
  for (const text of ["", "AB".repeat(32), "ab".repeat(31), "zz".repeat(32)]) {
    expect(hashFromHex(text)).toBeUndefined();
  }
});
