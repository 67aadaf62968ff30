import fc from "fast-check";
import { expect, test } from "vitest";
import { createBoundedCounts } from "./bounded-counts.ts";
import { digestOf, uniformOf } from "./digest.ts";

test("parts do not run together", () => {
  expect(digestOf(["ab", "c"])).not.toBe(digestOf(["a", "bc"]));
});

test("the draw is the same on every machine", () => {
  // From Python 3: int(hashlib.sha256(b"1:7" b"4:leak").hexdigest()[:12], 16) / 2**48
  expect(uniformOf(["7", "leak"])).toBeCloseTo(0.5392821771686833, 12);
});

test("draws lie in [0, 1) and spread evenly", () => {
  const draws = Array.from({ length: 2000 }, (_, at) => uniformOf([String(at)]));
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  // Standard error of the mean is 0.0065; the digest is fixed, so this never flickers.
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
});

test("counts how often a key was seen", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c")), (keys) => {
      const counts = createBoundedCounts(3);
      for (const [at, key] of keys.entries())
        expect(counts.seen(key)).toBe(keys.slice(0, at).filter((other) => other === key).length);
    }),
  );
});

test("forgets the key that was unseen longest", () => {
  const counts = createBoundedCounts(2);
  for (const key of ["a", "b", "a", "c"]) counts.seen(key);
  expect(counts.seen("b")).toBe(0);
});
