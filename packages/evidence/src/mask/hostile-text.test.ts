import { describe, expect, test } from "vitest";
import { createMasker } from "./create-masker.ts";

const mask = createMasker({ key: new Uint8Array(32), allow: ["canary-7781", "@", "a"] });
const characters = 1_000_000;
const megabyte = (piece: string): string =>
  piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);

const benign = megabyte(
  "I am sorry, but I cannot help with that. Visit one of our 24 branches, or ask about opening hours (9 to 5). ",
);

/** Processor time, which does not count what else the machine does. */
function millisecondsFor(text: string): number {
  const start = process.cpuUsage();
  mask(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Each repeats what makes a detector start and then fail, or find as often as it can. A detector that goes over the
 * text once for each start takes thousands of times as long as over benign text.
 */
const hostile: readonly string[] = [
  "@",
  "a:b@c.de ",
  "https://a:b@",
  "1 ",
  "4111 ",
  "1.2.3.4 ",
  "call 123456 ",
  "a:",
  "f",
  "eyJaaaaaaaaaaaa.",
  "-----BEGIN PRIVATE KEY-----A",
  "password=",
  "authorization: bearer aaaaaaaa",
  "birth on a b c ",
  "1 Aaaa Bbbb ",
  "⟦email:00000000⟧",
  "\ud800",
];

/** Values that are all different, so that none of them is cheaper than the first. */
const manyValues = Array.from({ length: 60_000 }, (_, index) => `u${index}@mail.example`).join(" ");

describe("a megabyte of hostile text takes time linear in its length", () => {
  mask(benign);
  const base = Math.max(5, Math.min(millisecondsFor(benign), millisecondsFor(benign)));
  test.each(hostile)("%j repeated", (piece) => {
    // Linear detectors stay below 100 times on an idle machine; the bound leaves room for a busy one.
    expect(millisecondsFor(megabyte(piece))).toBeLessThan(500 * base);
  });

  test("60,000 different addresses", () => {
    expect(manyValues.length).toBeGreaterThan(characters);
    expect(millisecondsFor(manyValues)).toBeLessThan(500 * base);
  });
});
