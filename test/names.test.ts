import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
/** Words that name nothing, since each idea has a word of its own. Personal data is a word of the field. */
const empty =
  /(^|-)(plugin|strategy|grader|assertion|manager|helpers?|utils?|common|shared|(?<!(personal|labelled)-)data|info|handlers?)(-|\.|$)/;

test("files are named for what they hold, in the words of the field", () => {
  const files = globSync("{packages/*/src,tools,test,bench}/**/*.{ts,tsx,mjs}", { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => empty.test(basename(file)))).toEqual([]);
});

test("a word that names nothing is found wherever it stands in a name", () => {
  expect(
    ["run-manager.ts", "utils.ts", "data-store.ts", "shared.test.ts"].filter((name) => empty.test(name)),
  ).toHaveLength(4);
  expect(["database.ts", "information.ts", "personal-data.ts"].filter((name) => empty.test(name))).toEqual(
    [],
  );
});
