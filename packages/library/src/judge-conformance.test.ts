import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Judge } from "@probity/kit";
import { checkJudge } from "@probity/kit/testing";
import { describe, expect, test } from "vitest";

const folder = new URL("./judges/", import.meta.url);
const files = readdirSync(fileURLToPath(folder)).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);

describe("every judge proves itself", () => {
  test("there are judges to check", () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)("%s", async (name) => {
    const loaded = (await import(new URL(name, folder).href)) as Record<string, Judge>;
    const judges = Object.values(loaded);
    expect(judges.map(({ id }) => `${id}.ts`)).toEqual([name]);
    expect(judges.flatMap((judge) => checkJudge(judge))).toEqual([]);
  });
});
