import { compareJudges, judgeRows, type JudgeComparison } from "@probity/app";
import { formatPercent } from "@probity/measure";
import { openCatalogue } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import {
  judgeNamed,
  judgeSettings,
  nothingLabelled,
  openLabelledData,
  type LabelledDataOptions,
} from "../labelled-data.ts";

/** Compares two judges on the same labelled answers. */
export const judgeCompare: CommandAction<LabelledDataOptions> = (
  context,
  [first = "", second = ""],
  options,
) => {
  const catalogue = openCatalogue(context);
  const data = openLabelledData(context, options);
  const decide = (name: string) => {
    const judge = judgeNamed(catalogue, name);
    return judgeRows(data.rows, { judge, settings: judgeSettings(judge, "{}"), labels: data.labels });
  };
  const comparison = compareJudges(decide(first), decide(second));
  if (!comparison) throw nothingLabelled(data);
  context.out(
    context.options.json
      ? JSON.stringify({ first, second, ...comparison }, null, 2)
      : inWords(comparison, first, second),
  );
  return Promise.resolve(0);
};

function inWords({ rows, right, difference, test }: JudgeComparison, first: string, second: string): string {
  const { estimate, interval } = difference;
  const share = (count: number) => `${count} (${formatPercent(count / rows)})`;
  return [
    `${first} and ${second} on ${rows} labelled answers`,
    "",
    `  both right          ${share(right.both)}`,
    `  only ${first.padEnd(14)} ${share(right.onlyFirst)}`,
    `  only ${second.padEnd(14)} ${share(right.onlySecond)}`,
    `  neither             ${share(right.neither)}`,
    "",
    `Accuracy differs by ${(estimate * 100).toFixed(1)} points, 95 % interval ${(interval.low * 100).toFixed(1)} to ${(interval.high * 100).toFixed(1)} (${first} less ${second}).`,
    `McNemar's test, mid-p: ${test.midP < 0.0001 ? "below 0.0001" : test.midP.toPrecision(3)}.`,
  ].join("\n");
}
