import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRow } from "../report-page/csv-row.ts";
import { sampleReport } from "../report-page/sample-report.fixture.ts";
import { csv } from "./csv.ts";

/** Reads RFC 4180, strictly. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  let read = 0;
  for (const found of text.matchAll(cell)) {
    read = found.index + found[0].length;
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") rows.push([]);
  }
  expect(read).toBe(text.length);
  return rows.slice(0, -1);
}

test("has one row for each finding, each group that held and each that nobody could judge, worst first", () => {
  const rows = readCsv(csv.render(sampleReport()));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([26]));
  expect(rows.slice(1, 7).map(([standing, id]) => [standing, id])).toEqual([
    ["failed", "FND-9a2be614"],
    ["failed", "FND-5d09aa31"],
    ["failed", "FND-77c1f0d4"],
    ["failed", "FND-c3e80a55"],
    ["failed", "FND-0b71c2ee"],
    ["none failed", ""],
  ]);
  expect(rows).toHaveLength(1 + 5 + 20 + 1);
  expect(rows.at(-1)?.slice(0, 10)).toEqual([
    "nothing judged",
    "",
    "",
    "attack",
    "silent-family",
    "tool-use.scope",
    "as written",
    "0",
    "0",
    "",
  ]);
});

describe("no cell is computed by a spreadsheet", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "%0A=1", "|calc", "\u00a0=1"])(
    "%j",
    (text) => {
      expect(readCsv(csvRow([text]))[0]?.[0]?.startsWith("'")).toBe(true);
    },
  );

  test("whatever the text, wherever it stands", () => {
    const signs = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      " ",
      '"',
      ",",
      ";",
      "a",
      "\u202e",
      "\ufeff",
      "＝",
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: signs })), (cells) => {
        const [row = []] = readCsv(csvRow(cells));
        expect(row).toHaveLength(Math.max(1, cells.length));
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
  });

  test("numbers stay numbers, and what is missing is empty", () => {
    expect(csvRow([0.125, undefined, 3])).toBe("0.125,,3\r\n");
  });
});

test("hostile names in a report are neutralised", () => {
  const report = sampleReport();
  const findings = report.findings.map((finding) => ({
    ...finding,
    family: '=HYPERLINK("http://127.0.0.1","x")',
  }));
  const families = readCsv(csv.render({ ...report, findings }))
    .slice(1, 6)
    .map((row) => row[4]);
  expect(new Set(families)).toEqual(new Set(['\'=HYPERLINK("http://127.0.0.1","x")']));
});
