// Writes every generated file; with --check, writes nothing and names those that are out of date.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cataloguePage } from "./gen/catalogue-page.mjs";
import { catalogueSource } from "./gen/catalogue-source.mjs";
import { commandsPage } from "./gen/commands-page.mjs";
import { errorsPage } from "./gen/errors-page.mjs";
import { schemaFiles } from "./gen/schemas.mjs";
import { readIfThere, root } from "./tree.mjs";

const checkOnly = process.argv.includes("--check");
const stale = [];
const failed = [];

// The list of imports comes first: the rest is read from the built packages, which need it.
await settle({ file: "packages/library/src/catalogue.gen.ts", make: catalogueSource });
if (!process.argv.includes("--built")) build();
await settle({ file: "docs/errors.md", make: errorsPage });
await settle({ file: "docs/catalogue.md", make: cataloguePage });
await settle({ file: "docs/cli.md", make: commandsPage });
for (const schemaFile of schemaFiles) await settle(schemaFile);

if (stale.length > 0) console.error(`Out of date: ${stale.join(", ")}. Run: npm run gen`);
if (failed.length > 0) console.error(failed.join("\n"));
process.exitCode = stale.length + failed.length > 0 ? 1 : 0;

async function settle({ file, make }) {
  let text;
  try {
    text = await make();
  } catch (error) {
    failed.push(`${file} could not be made. ${error.message}`);
    return;
  }
  if (readIfThere(file) === text) return;
  if (checkOnly) {
    stale.push(file);
    return;
  }
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`wrote ${file}`);
}

function build() {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "-b", "packages/cli"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (status !== 0) failed.push(`The packages do not build:\n${stdout}`);
}
