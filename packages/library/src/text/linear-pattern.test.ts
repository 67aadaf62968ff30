import { expect, test } from "vitest";
import { patternListSchema } from "./linear-pattern.ts";

test("a list gives back the first expression that matches", () => {
  const list = patternListSchema.parse(["^x", "ab+", "a"]);
  expect(list.firstMatch("zabbz")).toBe("ab+");
  expect(list.firstMatch("zzz")).toBeUndefined();
});

test("flags are kept apart", () => {
  const list = patternListSchema.parse(["pwned"]);
  expect(list.firstMatch("PWNED")).toBe("pwned");
  expect(list.firstMatch("PWNED", "")).toBeUndefined();
  expect(list.firstMatch("PWNED")).toBe("pwned");
});

test("a parsed list is a list of strings that can be parsed again and written down", () => {
  const list = patternListSchema.parse(["a", "b"]);
  expect(JSON.parse(JSON.stringify(list))).toEqual(["a", "b"]);
  expect(patternListSchema.parse(list).firstMatch("xb")).toBe("b");
});
