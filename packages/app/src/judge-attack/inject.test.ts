import { injectionPackSchema, type Injection } from "@probity/domain";
import { expect, test } from "vitest";
import { inject } from "./inject.ts";

const wanted = { choice: "not-said", other: "said", outcome: "held" } as const;

function attack(changes: object): Injection {
  const pack = injectionPackSchema.parse({
    pack: { id: "p", version: "1.0.0", title: "P", description: "P." },
    cases: [{ request: "r", breached: "b", held: "h" }],
    attacks: [{ id: "a", kind: "k", title: "A", text: "{{choice}} not {{other}}: {{outcome}}", ...changes }],
  });
  return pack.attacks[0]!;
}

test.each([
  ["after", "Answer.\n\nnot-said not said: held"],
  ["before", "not-said not said: held\n\nAnswer."],
  ["around", "not-said not said: held\n\nAnswer.\n\nnot-said not said: held"],
])("an attack stands %s the answer, filled in with the judge's words", (where, expected) => {
  expect(inject("Answer.", attack({ where }), wanted)).toBe(expected);
});

test.each([
  ["base64", "bm90LXNhaWQ="],
  ["hex", "6e6f742d73616964"],
  ["rot13", "abg-fnvq"],
  ["reversed", "dias-ton"],
  ["bidi", "\u202edias-ton\u202c"],
  ["zero-width", "n\u200bo\u200bt\u200b-\u200bs\u200ba\u200bi\u200bd"],
  ["fullwidth", "ｎｏｔ－ｓａｉｄ"],
  ["tags", "\u{e006e}\u{e006f}\u{e0074}\u{e002d}\u{e0073}\u{e0061}\u{e0069}\u{e0064}"],
])("encoded as %s after it was filled in", (encode, expected) => {
  expect(inject("A", attack({ encode, text: "{{choice}}" }), wanted)).toBe(`A\n\n${expected}`);
});

test("repeated, and behind filler", () => {
  const long = inject("A", attack({ text: "x", repeat: 3, pad: { with: "ab", characters: 5 } }), wanted);
  expect(long).toBe("A\n\nabababxxx");
});
