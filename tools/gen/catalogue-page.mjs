import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importBuilt, root } from "../tree.mjs";

/** `docs/catalogue.md`: everything a campaign can be built from. */
export async function cataloguePage() {
  const { judges, targets, transforms, reports, loadPacks } = await importBuilt("library");
  const { formatProblem } = await importBuilt("domain");
  const { probes, problems } = loadPacks(packFiles());
  if (problems.length > 0)
    throw new Error(`The probe packs have problems:\n${problems.map(formatProblem).join("\n")}`);
  const families = Map.groupBy(probes, ({ family }) => family);
  const parts = [
    "# Catalogue",
    "<!-- Written by `npm run gen` from packages/library/src and content/packs. -->",
    `${probes.length} probes in ${families.size} families, ${transforms.length} transforms, ${judges.length} judges, ${targets.length} kinds of target, ${reports.length} report formats. The command line shows the same: \`probity list\`, \`probity show ID\`.`,
    "## Probes",
    table(
      ["Family", "Probes", "Prompts", "Benign counterparts"],
      [...families].map(([family, listed]) => [
        `[${family}](#${family.replaceAll(".", "")})`,
        listed.length,
        sum(listed, ({ probe }) => probe.prompts.length),
        sum(listed, ({ probe }) => probe.benign.length),
      ]),
    ),
    ...[...families].flatMap(([family, listed]) => [`### ${family}`, probeTable(listed)]),
    "## Transforms",
    table(
      ["Id", "What it does", "Source"],
      byId(transforms).map(({ id, title, source }) => [code(id), title, source ?? ""]),
    ),
    "## Judges",
    table(
      ["Id", "What it decides"],
      byId(judges).map(({ id, title }) => [code(id), title]),
    ),
    "## Targets",
    table(
      ["Kind", "What it speaks"],
      byId(targets).map(({ id, title }) => [code(id), title]),
    ),
    "## Reports",
    table(
      ["Id", "Title", "File"],
      byId(reports).map(({ id, title, extension }) => [code(id), title, `.${extension}`]),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function packFiles() {
  const folder = join(root, "content/packs");
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ path: `content/packs/${name}`, text: readFileSync(join(folder, name), "utf8") }));
}

function probeTable(listed) {
  const rows = listed.map(({ probe }) => [
    code(probe.id),
    probe.title,
    probe.severity,
    probe.tier,
    code(probe.judge.use),
  ]);
  return table(["Id", "Title", "Severity", "Tier", "Judge"], rows);
}

function byId(entries) {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function sum(entries, count) {
  return entries.reduce((total, entry) => total + count(entry), 0);
}

function code(text) {
  return `\`${text}\``;
}

function table(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`);
  return lines.join("\n");
}

function cell(text) {
  return String(text).replaceAll("|", "\\|").replaceAll(/\s+/g, " ").replaceAll("<", "&lt;");
}
