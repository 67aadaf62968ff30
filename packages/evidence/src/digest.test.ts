import fc from "fast-check";
import { expect, test } from "vitest";
import canonicalize from "canonicalize";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf, sha256Hex } from "./digest.ts";

test("SHA-256 of the published messages (FIPS 180-4 examples)", () => {
  expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex(new TextEncoder().encode("é"))).toBe(sha256Hex("é"));
});

test("numbers, strings and keys take the form of RFC 8785, sections 3.2.2 and 3.2.3", () => {
  expect(
    canonicalJson({
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    }),
  ).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("every JSON value is written as the published implementation writes it, whatever its keys", () => {
  const key = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.nat({ max: 120 }).map(String),
    fc.constantFrom("__proto__", "é", "𐐷", "\ufb33"),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      tie("object"),
    ),
    object: fc
      .array(fc.tuple(key, tie("value")), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries)),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(canonicalJson(given)).toBe(canonicalize(given));
    }),
    { numRuns: 2000 },
  );
});

test("the order of keys does not change the digest, any value does", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      expect(digestOf(turned)).toBe(digestOf(record));
      expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      expect(digestOf({ record, extra: 1 })).not.toBe(digestOf({ record, extra: 2 }));
    }),
  );
});

test.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], ["half a pair \ud800"], [() => 1]])(
  "%s has no canonical form and is refused",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
