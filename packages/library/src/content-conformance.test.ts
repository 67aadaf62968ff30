import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { probePackSchema, type CataloguedProbe } from "@probity/domain";
import type { Judge } from "@probity/kit";
import { checkProbes } from "@probity/kit/testing";
import { expect, test } from "vitest";
import { LineCounter, parseDocument } from "yaml";

const sourceFolder = fileURLToPath(new URL(".", import.meta.url));
const packsFolder = fileURLToPath(new URL("../../../content/packs", import.meta.url));
const packFiles = readdirSync(packsFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.ya?ml$/.test(name))
  .sort();

async function loadJudges(): Promise<ReadonlyMap<string, Judge>> {
  const folder = join(sourceFolder, "judges");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const judges = new Map<string, Judge>();
  for (const name of names) {
    const loaded = (await import(pathToFileURL(join(folder, name)).href)) as Record<string, Judge>;
    for (const judge of Object.values(loaded)) judges.set(judge.id, judge);
  }
  return judges;
}

/** One pack as read: its probes, or what is wrong with the file, with line and column. */
function readPack(name: string): {
  readonly probes: readonly CataloguedProbe[];
  readonly problems: string[];
} {
  const path = join(packsFolder, name);
  const shown = relative(join(packsFolder, "../.."), path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  if (document.errors.length > 0) {
    return { probes: [], problems: document.errors.map(({ message }) => `${shown}: ${message}`) };
  }
  const parsed = probePackSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      probes: [],
      problems: parsed.error.issues.map((issue) => {
        const node = document.getIn(issue.path as (string | number)[], true) as
          | { range?: [number] }
          | undefined;
        const place = node?.range === undefined ? undefined : lines.linePos(node.range[0]);
        const id = document.getIn([...issue.path.slice(0, 2), "id"]);
        const where = place === undefined ? shown : `${shown}:${place.line}:${place.col}`;
        return `${where} ${typeof id === "string" ? id : ""} ${issue.path.join(".")}: ${issue.message}`;
      }),
    };
  }
  const { pack, probes } = parsed.data;
  return {
    problems: [],
    probes: probes.map((probe) => ({
      probe,
      family: pack.family,
      packId: `${shown} ${pack.id}`,
      packVersion: pack.version,
    })),
  };
}

test("there are probe packs to check", () => {
  expect(packFiles.length).toBeGreaterThan(0);
});

test("every shipped probe proves itself with its own examples", async () => {
  const judges = await loadJudges();
  const packs = packFiles.map(readPack);
  const problems = [
    ...packs.flatMap((pack) => pack.problems),
    ...checkProbes(
      packs.flatMap(({ probes }) => probes),
      judges,
    ),
  ];
  expect(problems.join("\n")).toBe("");
});
