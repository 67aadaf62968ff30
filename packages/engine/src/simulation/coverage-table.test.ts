import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverageRows, coverageShapes } from "./coverage-rows.ts";
import { coverageLine, tableCampaigns } from "./coverage-table.ts";

const page = readFileSync(new URL("../../../../docs/methods/judge-correction.md", import.meta.url), "utf8");
const lines = page.split("\n").filter((line) => /^\| 0\.\d/.test(line));

/** Cells of a line: true rate, accuracy, raw covers, corrected covers, … */
const cellsOf = (line: string) =>
  line
    .split("|")
    .map((cell) => Number.parseFloat(cell))
    .slice(1, 5);

test("the table in the docs says what the code does: one of its lines, run anew", () => {
  const shape = coverageShapes[1];
  const row = coverageRows[7];
  if (!shape || !row) throw new Error("there is no such line");
  expect(lines).toContain(coverageLine(shape, row, tableCampaigns));
});

test("corrected intervals cover in 93 of 100 campaigns wherever the rate is corrected, raw ones in few", () => {
  expect(lines.length).toBe(coverageShapes.length * coverageRows.length);
  for (const line of lines) {
    const [rate = 0, , raw = 0, corrected = 0] = cellsOf(line);
    if (Number.isFinite(corrected)) expect(corrected, line).toBeGreaterThanOrEqual(93);
    // Where a judge errs as often either way, half of the trials breaching cancels it out.
    if (rate <= 0.1) expect(raw, line).toBeLessThan(75);
  }
});
