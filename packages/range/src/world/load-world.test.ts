import { readFileSync } from "node:fs";
import { ProductError, formatProblem } from "@probity/domain";
import { expect, test } from "vitest";
import { loadWorld } from "./load-world.ts";

const shipped = readFileSync(
  new URL("../../../../content/worlds/meridian-bank.yaml", import.meta.url),
  "utf8",
);

/** Problems of the shipped world after one edit, as a person would see them. */
function problemsAfter(from: string, to: string): readonly string[] {
  expect(shipped).toContain(from);
  try {
    loadWorld(shipped.replace(from, to), "w.yaml");
  } catch (error) {
    if (error instanceof ProductError && error.code === "CONTENT_INVALID")
      return error.problems.map(formatProblem);
    throw error;
  }
  return [];
}

test("the shipped world loads, with its canaries in place", () => {
  const world = loadWorld(shipped, "w.yaml");
  expect(world.systemPrompt).toContain(world.canaries[0]?.value);
  expect(JSON.stringify(world)).not.toContain("{{canary:");
});

test("an unknown feature is named with its line, and a near one is offered", () => {
  const [problem] = problemsAfter(
    "condition: { all: [document-present, document-gives-orders] }",
    "condition: { all: [document-present, document-gives-order] }",
  );
  expect(problem).toMatch(
    /^w\.yaml:\d+:\d+ weaknesses\.\d+\.condition: "document-gives-order" is no feature\. Did you mean "document-gives-orders"\?$/u,
  );
});

test.each([
  ["condition: { measure: lines, atLeast: 2 }", '"lines" is no measure'],
  ["condition: { measure: turns, from: 2 }", "Unknown key: from"],
  ["condition: { some: [role-play] }", '"some" is unknown in a condition'],
  ["condition: { all: [] }", "Too small"],
])("%s is explained", (condition, message) => {
  expect(problemsAfter("condition: split-payload", condition)).toEqual([expect.stringContaining(message)]);
});

test("what is missing is said to be missing", () => {
  const found = problemsAfter("signedIn: robin\n", "");
  expect(found).toEqual([expect.stringMatching(/^w\.yaml:\d+:\d+ signedIn: is missing\.$/u)]);
});

test("several errors are reported at once", () => {
  const edited = problemsAfter(
    "signedIn: robin\n\nmemory:\n  - customer: robin",
    "signedIn: nobody\n\nmemory:\n  - customer: anybody",
  );
  expect(edited).toEqual([
    expect.stringContaining('signedIn: No customer has the id "nobody"'),
    expect.stringContaining('"anybody"'),
  ]);
});

test.each([
  ["world:\n  id: meridian-bank", "world:\n  colour: red\n  id: meridian-bank", "Unknown key: colour"],
  ["email: odile.fernmark@mail.example", "email: odile@realbank.com", "synthetic addresses"],
  ["{{canary:memory-note}}, colleague", "{{canary:no-such}}, colleague", "no canary has that id"],
  ["id: rank-believed", "id: pieces-put-together", "used twice"],
  ["bypasses: [keyword-filter]", "bypasses: [wall]", 'No guard has the id "wall"'],
  ["probability: 0.85", "probability: 1.5", "1"],
])("%s as %s is refused", (from, to, message) => {
  expect(problemsAfter(from, to).join("\n")).toContain(message);
});

test("text that is no YAML is refused with its place", () => {
  expect(() => loadWorld("world: [", "w.yaml")).toThrow(ProductError);
  expect(problemsAfter("world:\n", "world: }\n")[0]).toMatch(/^w\.yaml:\d+:\d+/u);
});

test("a world that is empty or a scalar is refused, not read as anything", () => {
  for (const text of ["", "3", "[]", "null"]) expect(() => loadWorld(text, "w.yaml")).toThrow(ProductError);
});
