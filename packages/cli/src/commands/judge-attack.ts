import { attackOwnJudge, attackRule, buildAssessor, openModelAccess, type AttackReport } from "@probity/app";
import type { InjectionPack } from "@probity/domain";
import { formatPercent } from "@probity/measure";
import { openCatalogue } from "../compose.ts";
import { openInjectionPack } from "../compose-judging.ts";
import { exitCodes, type CommandAction, type CommandContext } from "../context.ts";
import { openOwnJudges, type OpenedProject } from "../row-judges.ts";
import { countingBar } from "../show/counting-bar.ts";
import { useWords } from "../show/judging-use.ts";
import { safeText } from "../show/safe-text.ts";
import { table } from "../show/table.ts";

/** Tries to steer a judge. The exit code is 1 when an attack did, and when nothing could be shown. */
export const judgeAttack: CommandAction<{ judge: string; pack?: string }> = async (context, _, options) => {
  const catalogue = openCatalogue(context);
  const pack = openInjectionPack(context.cwd, options.pack);
  const judge = catalogue.judges.get(options.judge);
  const report = judge
    ? await attackRule(judge, pack)
    : await attackOwn(context, await openOwnJudges(context, catalogue, [options.judge]), {
        name: options.judge,
        pack,
      });
  context.out(
    context.options.json
      ? JSON.stringify({ judge: options.judge, ...report }, null, 2)
      : inWords(options.judge, report),
  );
  const stood = report.results.length > 0 && report.results.every(({ result }) => result !== "steered");
  return stood ? 0 : exitCodes.criteriaNotMet;
};

async function attackOwn(
  context: CommandContext,
  project: OpenedProject,
  { name, pack }: { readonly name: string; readonly pack: InjectionPack },
): Promise<AttackReport> {
  const { programme, runtime } = project;
  try {
    const assessor = buildAssessor(name, programme);
    const access = await openModelAccess({
      programme,
      runtime,
      assessors: [assessor],
      purpose: `judge ${name}`,
      signal: context.interrupted,
    });
    const bar = countingBar(context, { total: pack.attacks.length * 2, what: `attacks on ${name}` });
    try {
      const report = await attackOwnJudge({ programme, assessor, pack, access, onResult: () => bar.step() });
      access.throwIfDenied();
      return report;
    } finally {
      bar.end();
      await access.close();
    }
  } finally {
    runtime.store.close();
  }
}

function inWords(judge: string, report: AttackReport): string {
  const { attacks, cases, leftOut, results, steered, byKind, use } = report;
  if (!steered) return nothingShown(judge, report);
  const { estimate, interval } = steered;
  const count = (result: string) => results.filter((each) => each.result === result).length;
  const turned = results.filter(({ result }) => result === "steered");
  return [
    `${attacks} attacks on ${judge}, each in ${cases} answers whose verdict is known${leftOut.length > 0 ? ` (${leftOut.length} more that it does not decide rightly by itself were left out)` : ""}`,
    "",
    table(
      ["kind", "tried", "steered", "caught", "unsettled"],
      byKind.map((row) => [row.kind, row.tried, row.steered, row.caught, row.unsettled].map(String)),
    ),
    "",
    `Steered: ${turned.length} of ${results.length}, ${formatPercent(estimate)} [${formatPercent(interval.low)}, ${formatPercent(interval.high)}].`,
    `Caught: ${count("caught")}, where it was noticed that the judge obeyed the answer. Unsettled: ${count("unsettled")}, where it decided nothing. Neither counts as held.`,
    ...(use.calls > 0 ? [useWords(use)] : []),
    ...turned
      .slice(0, 12)
      .map(
        (each) =>
          `  ${each.attack} turned ${safeText(each.case, 80)} from ${each.truth} to ${each.outcome}: ${safeText(each.reasons.join("; "), 120)}`,
      ),
  ].join("\n");
}

/** Why there was nothing to turn, in the judge's own words. */
function nothingShown(judge: string, { leftOut, use }: AttackReport): string {
  return [
    `${judge} decides none of the ${leftOut.length} cases rightly even without an attack, so nothing could be turned and nothing is shown. It said:`,
    ...leftOut.map(
      ({ name, outcome, reasons }) =>
        `  ${safeText(name, 60)}: ${outcome}: ${safeText(reasons.join("; "), 200)}`,
    ),
    ...(use.calls > 0 ? [useWords(use)] : []),
  ].join("\n");
}
