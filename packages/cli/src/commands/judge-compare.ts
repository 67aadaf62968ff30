import { compareJudges, type JudgeComparison } from "@probity/app";
import { ProductError } from "@probity/domain";
import { formatPercent } from "@probity/measure";
import type { CommandAction } from "../context.ts";
import { nothingLabelled, openLabelledData, type LabelledDataOptions } from "../labelled-data.ts";
import { withRowJudges } from "../row-judges.ts";

/** Compares two judges on the same labelled answers. */
export const judgeCompare: CommandAction<LabelledDataOptions> = (
  context,
  [first = "", second = ""],
  options,
) => {
  if (first === second)
    throw new ProductError("USAGE", {
      message: `A judge is compared with another, not ${first} with itself; nothing was judged.`,
      remedy: "Name two judges; `probity list judges` names them.",
    });
  const data = openLabelledData(context, options);
  return withRowJudges(context, { names: [first, second] }, async ([one, two]) => {
    if (!one || !two) return 2;
    const decided = [await one.decide(data), await two.decide(data)] as const;
    if (decided[0].length !== decided[1].length)
      throw new ProductError("USAGE", { message: "The comparison was stopped before both had judged all." });
    const comparison = compareJudges(...decided);
    if (!comparison) throw nothingLabelled(data);
    context.out(
      context.options.json
        ? JSON.stringify({ first, second, ...comparison }, null, 2)
        : inWords(comparison, first, second),
    );
    return 0;
  });
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
