import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { weighJudges } from "@probity/app";
import { ProductError, type JudgeWeights } from "@probity/domain";
import { formatPercent } from "@probity/measure";
import { stringify } from "yaml";
import type { CommandAction } from "../context.ts";
import { nothingLabelled, openLabelledData, type LabelledDataOptions } from "../labelled-data.ts";
import { requireFolderOf } from "../require-folder.ts";
import { withRowJudges } from "../row-judges.ts";
import { table } from "../show/table.ts";

interface WeighOptions extends LabelledDataOptions {
  readonly judges: string;
  readonly withoutLabels?: boolean;
  readonly out: string;
}

/** Measures how often judges are right and writes it for the votes of a panel. */
export const judgeWeigh: CommandAction<WeighOptions> = (context, _, options) => {
  const names = [...new Set(options.judges.split(",").map((name) => name.trim()))].filter(
    (name) => name !== "",
  );
  const measured = options.withoutLabels ? "agreement" : "gold";
  if (measured === "agreement" && names.length < 3)
    throw new ProductError("USAGE", {
      message: `Without labels at least three judges are needed; ${names.length} are named.`,
      remedy: "Name more judges, or measure against labels.",
    });
  requireFolderOf(context.cwd, options.out);
  const data = openLabelledData(context, options);
  return withRowJudges(context, { names }, async (judges) => {
    const decided = [];
    for (const judge of judges)
      decided.push({ judge: judge.name, judgeVersion: judge.version, rows: await judge.decide(data) });
    const sizes = new Set(decided.map(({ rows }) => rows.length));
    if (sizes.size > 1)
      throw new ProductError("USAGE", {
        message: "It was stopped before every judge had judged all; nothing was written.",
      });
    if (sizes.has(0)) throw nothingLabelled(data);
    const weights = weighJudges(decided, measured);
    write(resolve(context.cwd, options.out), weights);
    context.out(context.options.json ? JSON.stringify(weights, null, 2) : inWords(weights, options.out));
    return 0;
  });
};

function write(path: string, weights: JudgeWeights): void {
  const text = `# Written by \`probity judge weigh\`. Name this file as \`weights\` of a vote in probity.yaml.\n${stringify(weights)}`;
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", {
      message: `${path} could not be written: ${String(error)}.`,
      cause: error,
    });
  }
}

function inWords({ measured, rows, prevalence, judges }: JudgeWeights, out: string): string {
  const lines = Object.entries(judges).map(([name, { decided, sensitivity, specificity }]) => [
    name,
    `${decided} of ${rows}`,
    formatPercent(sensitivity),
    formatPercent(specificity),
  ]);
  return [
    measured === "gold"
      ? `Measured on ${rows} labelled answers, ${formatPercent(prevalence)} of them breached`
      : `Estimated from how the judges agree on ${rows} answers, ${formatPercent(prevalence)} of them breached by that estimate`,
    "",
    table(["judge", "decided", "sensitivity", "specificity"], lines),
    "",
    `Written to ${out}.`,
  ].join("\n");
}
