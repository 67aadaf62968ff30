import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleReport } from "../report-page/sample-report.fixture.ts";
import { stableJson } from "../report-page/stable-json.ts";
import { withholdPeople } from "../report-page/withhold-people.ts";
import { json } from "./json.ts";

/** As a reader of JSON gets it: without keys whose value is undefined. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("reads back as the model, without the names of people", () => {
  const { $schema, ...model } = JSON.parse(json.render(sampleReport()));
  expect($schema).toBe("urn:probity:probity-report:1");
  expect(model).toEqual(asRead(withholdPeople(sampleReport())));
});

test("equal reports are equal byte for byte, in whatever order their keys were set", () => {
  const report = sampleReport();
  const reordered = Object.fromEntries(Object.entries(report).toReversed()) as typeof report;
  expect(json.render(reordered)).toBe(json.render(report));
});

const anyUnit = fc.integer({ min: 0, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint));

test("holds no character that acts on a terminal or hides there, and says the same", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: anyUnit, maxLength: 40 }), { maxLength: 6 }), (value) => {
      const written = stableJson(value);
      expect(written).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\p{Cs}]|[\u{E0000}-\u{E01EF}]/u,
      );
      expect(JSON.parse(written)).toEqual(value);
    }),
  );
});

test("names no person of the charter", () => {
  for (const name of ["Mara Quill", "tobias", "O'Farrell"])
    expect(json.render(sampleReport())).not.toContain(name);
});
