import { formatProblem } from "@probity/domain";
import { expect, test } from "vitest";
import { loadPacks } from "./load-packs.ts";

function pack(id: string, probeIds: readonly string[]): string {
  return JSON.stringify(
    {
      pack: { id, version: "1.0.0", title: "A pack", family: id, description: "For this test." },
      probes: probeIds.map((probeId) => ({
        id: probeId,
        title: "A probe",
        objective: "Show something.",
        harm: "Nobody.",
        severity: "low",
        safeguard: "none",
        technique: "asking",
        standards: ["LLM01:2026"],
        prompts: ["Hello"],
        judge: { use: "pattern" },
        examples: { breached: ["x"], held: ["y"] },
      })),
    },
    undefined,
    2,
  );
}

test("catalogues every probe with its family and the pack it came from", () => {
  const { probes, problems } = loadPacks([{ path: "a.yaml", text: pack("a", ["a.one", "a.two"]) }]);
  expect(problems).toEqual([]);
  expect(probes.map(({ probe, ...from }) => ({ id: probe.id, ...from }))).toEqual([
    { id: "a.one", family: "a", packId: "a", packVersion: "1.0.0" },
    { id: "a.two", family: "a", packId: "a", packVersion: "1.0.0" },
  ]);
});

test("gives the same order whatever order the files come in", () => {
  const files = ["c", "a", "b"].map((id) => ({ path: `${id}.yaml`, text: pack(id, [`${id}.one`]) }));
  const ids = (given: typeof files) => loadPacks(given).probes.map(({ probe }) => probe.id);
  expect(ids(files)).toEqual(["a.one", "b.one", "c.one"]);
  expect(ids(files.toReversed())).toEqual(ids(files));
});

test("names both places of an id that stands twice, in one file or in two", () => {
  const { probes, problems } = loadPacks([
    { path: "b.yaml", text: pack("a", ["a.one"]) },
    { path: "a.yaml", text: pack("a", ["a.one", "a.one"]) },
  ]);
  expect(problems.map(formatProblem)).toMatchInlineSnapshot(`
    [
      "a.yaml:37:13 The id "a.one" is taken; it stands first at a.yaml:11:13. Rename one of the two.",
      "b.yaml:3:11 The id "a" is taken; it stands first at a.yaml:3:11. Rename one of the two.",
      "b.yaml:11:13 The id "a.one" is taken; it stands first at a.yaml:11:13. Rename one of the two.",
    ]
  `);
  expect(probes).toHaveLength(1);
});

test("reports the problems of every file at once and keeps the probes of the sound ones", () => {
  const { probes, problems } = loadPacks([
    { path: "a.yaml", text: "pack: [" },
    { path: "b.yaml", text: pack("b", ["b.one"]).replace('"severity"', '"severty"') },
    { path: "c.yaml", text: pack("c", ["c.one"]) },
  ]);
  expect(problems.map(formatProblem)).toMatchInlineSnapshot(`
    [
      "a.yaml:1:8 A list or group in brackets is not closed before this line. Close it, and indent its lines more than the key it belongs to.",
      "b.yaml:10:5 probes.0.severity: is missing. Add it; it must be one of low, medium, high, critical.",
      "b.yaml:15:7 probes.0: "severty" is not a known key here. Did you mean "severity"?",
    ]
  `);
  expect(probes.map(({ probe }) => probe.id)).toEqual(["c.one"]);
});
