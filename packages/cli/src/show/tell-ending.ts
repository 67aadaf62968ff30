import { describeHalt, type ConductedRun } from "@probity/app";
import { formatWithoutVerdict } from "@probity/measure";
import { exitCodes, type CommandContext } from "../context.ts";
import type { WrittenReport } from "../write-reports.ts";
import { correctionLines, criteriaTable, findingsTable } from "./findings-table.ts";

/** Shows how a run ended and gives the command's exit code. */
export function tellEnding(
  context: CommandContext,
  { ending, run }: ConductedRun,
  { model, files }: WrittenReport,
): number {
  const exit = exitOf(
    ending,
    model.criteria.every(({ standing }) => standing === "met"),
  );
  if (context.options.json) {
    const { criteria, findings, tallies, overall, recordedTrials } = model;
    const document = {
      run: run.header.id,
      state: run.state,
      exit,
      ending: endingWords(ending),
      planned: run.header.plannedTrials,
      recordedTrials,
      tallies,
      overall,
      criteria,
      findings,
      reports: files,
    };
    context.out(JSON.stringify(document, null, 2));
    return exit;
  }
  context.out(
    ["", findingsTable(model), "", criteriaTable(model), "", ...correctionLines(model), ""].join("\n"),
  );
  context.out(`Run ${run.header.id}: ${endingWords(ending)} ${recordedWords(model)}`);
  context.out(formatWithoutVerdict([model.tallies.attack, model.tallies.benign]));
  const failed = judgeFailures(model);
  if (failed !== undefined) context.out(failed);
  for (const [format, path] of Object.entries(files)) context.out(`  ${format.padEnd(6)} ${path}`);
  return exit;
}

function exitOf(ending: ConductedRun["ending"], criteriaMet: boolean): number {
  switch (ending.kind) {
    case "completed":
      return criteriaMet ? exitCodes.criteriaMet : exitCodes.criteriaNotMet;
    case "halt":
      return exitCodes.halted;
    case "failure":
      return ending.error.exit;
  }
}

function endingWords(ending: ConductedRun["ending"]): string {
  switch (ending.kind) {
    case "completed":
      return "completed.";
    case "halt":
      return `halted: ${describeHalt(ending.cause)} Continue with \`probity resume\`.`;
    case "failure":
      return `stopped (${ending.error.code}): ${ending.error.message} ${ending.error.remedy}`;
  }
}

function recordedWords({ recordedTrials, run }: WrittenReport["model"]): string {
  return `${recordedTrials} of ${run.plannedTrials} trials recorded.`;
}

/** Trials that a judge failed on; they are no sign of anything and can be judged again. */
function judgeFailures({ tallies, run }: WrittenReport["model"]): string | undefined {
  const failed =
    (tallies.attack.unjudgedReasons["judge-error"] ?? 0) +
    (tallies.benign.unjudgedReasons["judge-error"] ?? 0);
  if (failed === 0) return undefined;
  return `On ${failed} trials the judge failed, or was caught obeying the answer; \`probity show TRIAL\` says why. Have them judged again: probity judge run --judge NAME ${run.id} --outcome unjudged`;
}
