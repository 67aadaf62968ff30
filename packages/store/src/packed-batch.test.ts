import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, hashOfLeaf, leafHash } from "@probity/evidence";
import type { IndexRow } from "./index-row.ts";
import { packBatch, unpackBatch, writtenEntry } from "./packed-batch.ts";

const rowOf = (campaign: string): IndexRow => ({ kind: "denial", campaign });
const texts = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 20 });

test("a packed batch comes back as it went, whatever the texts hold", () => {
  fc.assert(
    fc.property(texts, (said) => {
      const rows = said.map(rowOf);
      const bodies = said.map((text) => canonicalJson({ text, rest: "\u0000 €" }));
      const unpacked = unpackBatch(packBatch(rows, bodies));
      expect(unpacked.map(({ row }) => row)).toEqual(rows);
      expect(unpacked.map(({ leaf }) => Buffer.from(leaf.subarray(1)).toString())).toEqual(bodies);
    }),
  );
});

test("a leaf that is hashed where it lies has the hash of its text", () => {
  const body = canonicalJson({ text: "répondre €" });
  for (const { leaf } of [...unpackBatch(packBatch([rowOf("c")], [body])), writtenEntry(rowOf("c"), body)]) {
    expect(hashOfLeaf(leaf)).toEqual(leafHash(body));
  }
  expect(() => hashOfLeaf(Buffer.from(body))).toThrow(RangeError);
});
