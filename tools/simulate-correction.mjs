// Writes the table of coverage in docs/methods/judge-correction.md. Takes a minute or two; a test runs some of its rows anew.
// Start it with: npm run simulate
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./tree.mjs";

const engine = await import(pathToFileURL(join(root, "packages/engine/dist/index.js")).href);
const file = join(root, "docs/methods/judge-correction.md");
const [before, after] = cutAround(readFileSync(file, "utf8"));
writeFileSync(file, `${before}${engine.coverageTable({ campaigns: engine.tableCampaigns })}${after}`);

function cutAround(text) {
  const [begin, end] = ["<!-- table of coverage -->\n\n", "\n<!-- end of table -->"];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error("docs/methods/judge-correction.md has lost its marks.");
  return [text.slice(0, from + begin.length), text.slice(to)];
}
