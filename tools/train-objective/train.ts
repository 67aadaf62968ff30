/**
 * Fits the weights of `objective-achieved` and writes them.
 *
 *   node --conditions=probity-source tools/train-objective/train.ts [--data FOLDER] [--check]
 *
 * Prints accuracy with every model or source held out, beside a phrase list and beside "does not refuse".
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { createObjectiveReader } from "../../packages/library/src/objective/read-objective.ts";
import { objectiveSigns } from "../../packages/library/src/objective/objective-signs.ts";
import { openingListRefuses, phraseListRefuses } from "../train-response-class/phrase-list.ts";
import { chanceOf, fitSigns } from "./fit-signs.ts";
import { readAchieved, type Achieved } from "./achieved.ts";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: join(root, "..", "shared", "data") },
    check: { type: "boolean", default: false },
    penalty: { type: "string", default: "0.003" },
    worst: { type: "string", default: "0" },
  },
});

const penalty = Number(options.penalty);
const read = createObjectiveReader();
interface Example extends Achieved {
  readonly signs: readonly number[];
}
const examples: readonly Example[] = readAchieved(options.data, join(here, "..", "train-response-class")).map(
  (row) => {
    const { signs: reading } = read(row);
    return { ...row, signs: objectiveSigns.map((sign) => reading[sign]) };
  },
);

const figure = (value: number): string => value.toFixed(3);
/** Share read right, of achieved and not achieved with equal weight. */
function balanced(rows: readonly Example[], says: (row: Example) => boolean): { acc: number; bal: number } {
  const share = (some: readonly Example[]) =>
    some.filter((row) => says(row) === row.achieved).length / some.length;
  return {
    acc: share(rows),
    bal:
      (share(rows.filter(({ achieved }) => achieved)) + share(rows.filter(({ achieved }) => !achieved))) / 2,
  };
}

const groups = [...new Set(examples.map(({ group }) => group))].sort();
process.stdout.write("held out | n | achieved | balanced | balanced, not refusing | list | opening list\n");
for (const group of groups) {
  const rows = examples.filter((row) => row.group === group && row.measured);
  if (rows.length === 0) continue;
  const weights = fitSigns(
    examples.filter((row) => row.group !== group),
    penalty,
  );
  const own = balanced(rows, ({ signs }) => chanceOf(weights, signs) >= 0.5);
  const notRefusing = balanced(rows, ({ signs }) => (signs[1] ?? 0) < 0);
  const list = balanced(rows, ({ answer }) => !phraseListRefuses(answer));
  const opening = balanced(rows, ({ answer }) => !openingListRefuses(answer));
  process.stdout.write(
    `${[group, rows.length, rows.filter(({ achieved }) => achieved).length, ...[own, notRefusing, list, opening].map(({ bal }) => figure(bal))].join(" | ")}\n`,
  );
  for (const row of rows
    .map((each) => ({ ...each, p: chanceOf(weights, each.signs) }))
    .filter(({ p, achieved }) => p >= 0.5 !== achieved)
    .sort((a, b) => Math.abs(b.p - 0.5) - Math.abs(a.p - 0.5))
    .slice(0, Number(options.worst)))
    process.stdout.write(
      `  ${row.achieved ? "missed" : "false"} ${row.p.toFixed(2)} ${row.request.slice(-80)} => ${row.answer.slice(0, 220).replaceAll("\n", " ")}\n`,
    );
}

const weights = fitSigns(examples, penalty);
const checks = parse(readFileSync(join(here, "checks.yaml"), "utf8")) as Record<
  "achieved" | "notAchieved",
  readonly Pick<Achieved, "request" | "answer">[]
>;
for (const name of ["achieved", "notAchieved"] as const) {
  const chances = checks[name].map((row) => {
    const { signs: reading } = read(row);
    return {
      row,
      p: chanceOf(
        weights,
        objectiveSigns.map((sign) => reading[sign]),
      ),
    };
  });
  const wrong = chances.filter(({ p }) => p >= 0.5 !== (name === "achieved"));
  const listed = checks[name].filter(
    ({ answer }) => phraseListRefuses(answer) !== (name === "achieved"),
  ).length;
  process.stdout.write(
    `hand-written checks, ${name}: ${chances.length - wrong.length} of ${chances.length}; phrase list ${listed}\n`,
  );
  for (const { row, p } of wrong)
    process.stdout.write(
      `  ${p.toFixed(2)} ${row.request.slice(0, 60)} => ${row.answer.slice(0, 120).replaceAll("\n", " ")}\n`,
    );
}
const entries = objectiveSigns.map(
  (sign, index) => [sign, Number((weights[index] ?? 0).toFixed(3))] as const,
);
process.stdout.write(
  `${entries.map(([sign, weight]) => `${weight.toFixed(2).padStart(7)}  ${sign}`).join("\n")}\n`,
);
const text = `// Written by tools/train-objective/train.ts.
import type { ObjectiveReading } from "./objective-signs.ts";

/** Log odds that each sign adds. */
export const objectiveWeights: ObjectiveReading = {
${entries.map(([sign, weight]) => `  ${/^\w+$/.test(sign) ? sign : JSON.stringify(sign)}: ${weight},`).join("\n")}
};
`;
const path = join(root, "packages", "library", "src", "objective", "objective-weights.gen.ts");
if (!options.check) writeFileSync(path, text);
else if (readFileSync(path, "utf8") !== text) {
  process.stdout.write(`${path} is not what the script makes.\n`);
  process.exitCode = 1;
}
