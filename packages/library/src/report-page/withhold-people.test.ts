import { charterSchema } from "@probity/domain";
import { expect, test } from "vitest";
import { sampleCharter } from "./sample-charter.fixture.ts";
import { sampleReport } from "./sample-report.fixture.ts";
import { sampleTrialId } from "./sample-figures.fixture.ts";
import { withholdPeople } from "./withhold-people.ts";

const withRoles = (roles: (typeof sampleCharter)["roles"]) =>
  charterSchema.parse({ ...sampleCharter, roles, attestation: undefined });

test("roles stand in the places of people, everywhere in the model", () => {
  const told = JSON.stringify(withholdPeople(sampleReport()));
  for (const name of ["Mara Quill", "tobias", "O'Farrell", "Ines"]) expect(told).not.toContain(name);
  expect(told).toContain("Halted by the lead");
  expect(told).toContain("Resumed by the legal reviewer");
});

test("a name in a transcript is blotted out letter by letter, so that passages keep their places", () => {
  const id = sampleTrialId("tool");
  const before = sampleReport().trials[id]?.transcript.messages[1]?.content ?? "";
  const after = withholdPeople(sampleReport()).trials[id]?.transcript.messages[1]?.content ?? "";
  expect(after).toHaveLength(before.length);
  expect(after).toContain("I am ██████████ from head office.");
});

test("a name that is also a word goes from what the product wrote, and stays in prose", () => {
  const charter = withRoles([{ person: "root", role: "requester" }]);
  const model = withholdPeople(
    sampleReport({
      charter,
      timeline: [{ at: "2026-11-23T14:05:00Z", what: "Halted by root." }],
      limitations: ["Rates are clustered by root prompt."],
    }),
  );
  expect(model.timeline[0]?.what).toBe("Halted by the requester.");
  expect(model.limitations).toEqual(["Rates are clustered by root prompt."]);
});

test("two people of one role are told apart by number", () => {
  const charter = withRoles([
    { person: "A. Reed", role: "requester" },
    { person: "B. Reed", role: "lead" },
    { person: "C. Reed", role: "lead" },
  ]);
  expect(withholdPeople(sampleReport({ charter })).charter.roles.map(({ person }) => person)).toEqual([
    "requester",
    "lead 1",
    "lead 2",
  ]);
});

test("names made of the signs of patterns are names all the same", () => {
  const charter = withRoles([{ person: "J. (Max) O+N|eil [x] ^$ \\d-1", role: "requester" }]);
  const limitations = ["Seen by J. (Max) O+N|eil [x] ^$ \\d-1 alone."];
  expect(withholdPeople(sampleReport({ charter, limitations })).limitations).toEqual([
    "Seen by the requester alone.",
  ]);
});

test("a name inside a longer word is not that person", () => {
  const charter = withRoles([{ person: "Ann", role: "requester" }]);
  const limitations = ["Annual figures. Ann said so."];
  expect(withholdPeople(sampleReport({ charter, limitations })).limitations).toEqual([
    "Annual figures. the requester said so.",
  ]);
});

test("evidence, digests and commands stay as they are", () => {
  const { evidence, run, replayCommand } = sampleReport();
  const told = withholdPeople(sampleReport());
  expect({ evidence: told.evidence, run: told.run, replayCommand: told.replayCommand }).toEqual({
    evidence,
    run,
    replayCommand,
  });
});
