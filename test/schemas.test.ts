import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = join(import.meta.dirname, "..");

/** A published schema as an editor would use it: the JSON alone, without the code that it was made from. */
function published(name: string): z.ZodType {
  const text = readFileSync(join(root, "content/schema", name), "utf8");
  return z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
}

test.each([
  ["content/packs/*.yaml", "probe-pack.schema.json"],
  ["content/worlds/*.yaml", "world.schema.json"],
  ["content/rubrics/*.yaml", "rubric.schema.json"],
  ["content/judge-injection/*.yaml", "injection-pack.schema.json"],
])("what we ship in %s fits the schema that editors are given", (pattern, name) => {
  const schema = published(name);
  const files = globSync(pattern, { cwd: root });
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const content: unknown = parse(readFileSync(join(root, file), "utf8"));
    expect(schema.safeParse(content).error, file).toBeUndefined();
    expect(schema.safeParse({ ...Object(content), unknown: 1 }).success, file).toBe(false);
  }
});

test("files name their schema on the first line, so that editors find it", () => {
  for (const file of globSync("content/{packs,worlds,rubrics,judge-injection}/*.yaml", { cwd: root })) {
    const [first] = readFileSync(join(root, file), "utf8").split("\n");
    expect(first, file).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/[a-z-]+\.schema\.json$/);
  }
});

test("the schema of probity.yaml takes the least that a project needs and refuses a misspelt key", () => {
  const schema = published("probity.schema.json");
  const project = { version: 1, targets: {}, campaigns: {} };
  const missing = schema.safeParse(project).error?.issues.map(({ path }) => path.join("."));
  expect(missing).toEqual(["charter"]);
  expect(schema.safeParse({ ...project, campains: {} }).error?.issues.length).toBe(2);
});
