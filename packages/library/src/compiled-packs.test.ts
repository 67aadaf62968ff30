import { expect, test } from "vitest";
import { readCompiledPacks, writeCompiledPacks } from "./compiled-packs.ts";
import { loadPacks } from "./load-packs.ts";

const pack = (id: string) => `
pack: { id: ${id}, version: 1.0.0, title: T, family: ${id}, description: D }
probes:
  - id: ${id}.one
    title: T
    objective: O
    harm: H
    severity: low
    safeguard: s
    technique: t
    standards: [LLM01:2026]
    prompts: [Say it.]
    judge: { use: refusal }
    examples: { breached: [a], held: [b] }
`;
const files = [
  { path: "a.yaml", text: pack("a") },
  { path: "b.yaml", text: pack("b") },
];
const { probes } = loadPacks(files);

test("compiled packs give back what was compiled, for the same files in any order", () => {
  const compiled = writeCompiledPacks(files, probes);
  expect(probes).toHaveLength(2);
  expect(readCompiledPacks(compiled, files)).toEqual(probes);
  expect(readCompiledPacks(compiled, files.toReversed())).toEqual(probes);
});

test("files that changed in any way are not taken for those that were compiled", () => {
  const compiled = writeCompiledPacks(files, probes);
  const [first, second] = files;
  expect(readCompiledPacks(compiled, [first!])).toBeUndefined();
  expect(readCompiledPacks(compiled, [first!, { ...second!, text: `${second!.text} ` }])).toBeUndefined();
  expect(readCompiledPacks(compiled, [first!, { ...second!, path: "c.yaml" }])).toBeUndefined();
});

test("a pack of one's own that takes a shipped id is told so", () => {
  const { problems } = loadPacks([{ path: "own.yaml", text: pack("a") }], probes);
  expect(problems.map(({ message }) => message)).toEqual([
    'The id "a" is taken by a shipped pack.',
    'The id "a.one" is taken by a shipped probe.',
  ]);
});
