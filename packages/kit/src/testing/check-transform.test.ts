import { expect, test } from "vitest";
import { defineTransform, type Transform } from "../define-transform.ts";
import { checkTransform } from "./check-transform.ts";

const transform = (rewrite: Transform["rewrite"], id = "formatting.plain"): Transform =>
  defineTransform({ id, version: 1, title: "Plain", description: "Leaves the text.", rewrite });

test("a sound transform has no problems", () => {
  expect(checkTransform(transform({ shape: "text", apply: (text) => text, decode: (text) => text }))).toEqual(
    [],
  );
  expect(checkTransform(transform({ shape: "turns", apply: (turns) => turns }))).toEqual([]);
});

let draws = 0;
test.each<[string, Transform["rewrite"], RegExp]>([
  ["empties a turn", { shape: "text", apply: () => " " }, /a turn is empty/],
  ["loses all turns", { shape: "turns", apply: () => [] }, /no turns left/],
  ["ignores the seed", { shape: "text", apply: (text) => `${text}${(draws += 1)}` }, /another result/],
  ["grows without bound", { shape: "text", apply: (text) => text.repeat(100_000) }, /characters became/],
  [
    "does not decode",
    { shape: "text", apply: (text) => text.toLowerCase(), decode: (text) => text },
    /decodes to/,
  ],
  ["throws", { shape: "text", apply: (text) => decodeURIComponent(text) }, /throws/],
])("a transform that %s is reported", (_, rewrite, problem) => {
  expect(checkTransform(transform(rewrite)).join("\n")).toMatch(problem);
});

test("an id without a technique is reported", () => {
  expect(checkTransform(transform({ shape: "text", apply: (text) => text }, "plain")).join("\n")).toMatch(
    /id "plain"/,
  );
});
