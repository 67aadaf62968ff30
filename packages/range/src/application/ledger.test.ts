import { expect, test } from "vitest";
import { createLedger } from "./ledger.ts";

test("keeps the newest answers and forgets the oldest beyond its bound", () => {
  const ledger = createLedger(3);
  for (const id of ["a", "b", "c", "d", "e"]) ledger.record(id, []);
  expect(ledger.entries().map(({ responseId }) => responseId)).toEqual(["c", "d", "e"]);
});

test("numbers an id that comes again", () => {
  const ledger = createLedger();
  expect(
    [ledger.record("a", []), ledger.record("a", ["x"]), ledger.record("a", [])].map(
      ({ responseId }) => responseId,
    ),
  ).toEqual(["a", "a-1", "a-2"]);
});
