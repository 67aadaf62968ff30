import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readObjects } from "./repair-json.ts";

const first = (text: string) => readObjects(text)[0]?.value;

describe("reading an object", () => {
  test.each([
    ["plain", '{"choice":"held","evidence":["a"]}'],
    ["in a fence with words around it", 'Sure!\n```json\n{"choice":"held","evidence":["a"]}\n```\nDone.'],
    ["single quotes", "{'choice': 'held', 'evidence': ['a']}"],
    ["typographic quotes", "{“choice”: “held”, “evidence”: [“a”]}"],
    ["bare keys and a trailing comma", '{choice: "held", evidence: ["a",],}'],
    ["comments", '{"choice": "held", // sure\n /* very */ "evidence": ["a"]}'],
    ["no end", '{"choice":"held","evidence":["a"'],
  ])("%s", (_, text) => {
    expect(first(text)).toEqual({ choice: "held", evidence: ["a"] });
  });

  test("words of other languages stand for what they mean", () => {
    expect(first("{a: True, b: None, c: 3}")).toEqual({ a: true, b: null, c: 3 });
  });

  test("an apostrophe in single quotes does not end them", () => {
    expect(first("{'reason': 'it doesn't say so', 'choice': 'held'}")).toEqual({
      reason: "it doesn't say so",
      choice: "held",
    });
  });

  test("what breaks off in the middle is left out, never completed", () => {
    expect(first('{"reason":"ok","choice":"not-ach')).toEqual({ reason: "ok" });
    expect(first('{"confidence": 12')).toBeUndefined();
  });

  test("several objects come back each", () => {
    expect(readObjects('{"choice":"a"} and {"choice":"b"}').map(({ value }) => value["choice"])).toEqual([
      "a",
      "b",
    ]);
  });

  test("a prototype is not touched", () => {
    expect(first('x {"__proto__": {"choice": "held"}, "a": 1}')).toEqual({ a: 1 });
  });

  test("sound JSON is read as it is, and anything else without throwing", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (value) => {
        if (!("__proto__" in value))
          expect(first(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        expect(Array.isArray(readObjects(text))).toBe(true);
      }),
    );
  });

  test.each(["{", "[", "{[", '{"a":', "{a:{", "'", '{"', "/*", "\\", "{'x'"])(
    "two million characters of %j take no longer than others",
    (unit) => {
      const started = performance.now();
      readObjects(`{${unit.repeat(2_000_000 / unit.length)}`);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});
