import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCatalogue } from "@probity/domain";
import { expect, test } from "vitest";

const documented = readFileSync(join(import.meta.dirname, "../docs/errors.md"), "utf8");
const entries = Object.entries(errorCatalogue);

test("docs/errors.md lists every error of the catalogue and no other", () => {
  const listed = [...documented.matchAll(/^### `([A-Z_]+)`$/gm)].map(([, code]) => code ?? "");
  expect(listed.toSorted()).toEqual(entries.map(([code]) => code).toSorted());
});

test.each(entries)("docs/errors.md says of %s what the catalogue says", (code, { exit, meaning, remedy }) => {
  const section = documented.split(`### \`${code}\`\n`)[1]?.split("\n##")[0] ?? "";
  expect(section).toContain(meaning);
  expect(section).toContain(remedy);
  expect(section).toContain(`Exit code ${exit}.`);
});
