import {
  buildAssessor,
  findRun,
  nearest,
  planRejudging,
  rejudgeRun,
  type Programme,
  type Rejudged,
  type RejudgePlan,
} from "@probity/app";
import { ProductError, type Outcome, type Purpose } from "@probity/domain";
import { openProgramme, openRuntime } from "../compose.ts";
import { exitCodes, type CommandAction } from "../context.ts";
import { countingBar } from "../show/counting-bar.ts";
import { table } from "../show/table.ts";

interface JudgeRunOptions {
  readonly judge: string;
  readonly outcome?: Outcome | "pending";
  readonly purpose: Purpose;
  readonly dryRun?: boolean;
}

/** Has another judge decide a run's recorded trials. */
export const judgeRun: CommandAction<JudgeRunOptions> = async (context, [named], options) => {
  const programme = openProgramme(context);
  const known = [...Object.keys(programme.project.judges), ...programme.catalogue.judges.keys(), "probe"];
  if (!known.includes(options.judge)) {
    const guess = nearest(options.judge, known);
    throw new ProductError("UNKNOWN_NAME", {
      message: `There is no judge "${options.judge}"; nothing was judged.`,
      remedy: guess ? `Did you mean "${guess}"?` : "`probity list judges` names them.",
    });
  }
  refuseOtherPurpose(programme, options);
  const runtime = await openRuntime(context, programme);
  try {
    const run = findRun(runtime.store, named);
    const assessor = buildAssessor(options.judge, programme);
    const filter = { purpose: options.purpose, ...(options.outcome ? { outcome: options.outcome } : {}) };
    const inputs = { programme, runtime, run, assessor, filter };
    const plan = planRejudging(inputs);
    const facts = { run: run.header.id, judge: assessor.name, judgeVersion: assessor.version };
    if (options.dryRun) {
      context.out(
        context.options.json ? JSON.stringify({ ...facts, ...plan }, null, 2) : planWords(facts, plan),
      );
      return 0;
    }
    const bar = countingBar(context, { total: plan.trials, what: `trials judged by ${assessor.name}` });
    const rejudged = await rejudgeRun(inputs, {
      signal: context.interrupted,
      onVerdict: () => bar.step(),
    }).finally(() => bar.end());
    context.out(
      context.options.json
        ? JSON.stringify({ ...facts, ...rejudged }, null, 2)
        : rejudgedWords(facts, rejudged),
    );
    return rejudged.stopped ? exitCodes.halted : 0;
  } finally {
    runtime.store.close();
  }
};

/** A rubric for fair requests says nothing about attacks, nor the other way round. */
function refuseOtherPurpose({ project, judging }: Programme, { judge, purpose }: JudgeRunOptions): void {
  const entry = project.judges[judge];
  const rubric = entry?.kind === "model" ? judging.rubrics.get(entry.rubric) : undefined;
  if (!rubric || rubric.purpose === purpose) return;
  throw new ProductError("USAGE", {
    message: `${judge} judges by rubric ${rubric.id}, which is for answers to ${rubric.purpose === "attack" ? "attacks" : "fair requests"}; nothing was judged.`,
    remedy: `Add --purpose ${rubric.purpose}.`,
  });
}

interface Facts {
  readonly run: string;
  readonly judge: string;
  readonly judgeVersion: string;
}

function planWords({ run, judge, judgeVersion }: Facts, { trials, byTarget }: RejudgePlan): string {
  const count = (n: number) => n.toLocaleString("en-GB");
  const lines = byTarget.map(({ target, calls, inputTokens, outputTokens, costUsd }) => {
    const cost =
      costUsd === undefined ? "cost not known: the target has no pricing" : `about US$ ${costUsd.toFixed(2)}`;
    return `  ${target}: up to ${count(calls)} calls, about ${count(inputTokens)} tokens in, ${count(outputTokens)} out; ${cost}`;
  });
  return [
    `${judge} ${judgeVersion} would judge ${trials === 1 ? "1 trial" : `${count(trials)} trials`} of run ${run}.`,
    ...(lines.length > 0 ? lines : ["  No model is asked."]),
    "Nobody was asked, and nothing was recorded.",
  ].join("\n");
}

function rejudgedWords({ run, judge, judgeVersion }: Facts, { judged, left, changes }: Rejudged): string {
  return [
    `${judge} ${judgeVersion} judged ${judged === 1 ? "1 trial" : `${judged} trials`} of run ${run}.${left > 0 ? ` ${left} were left.` : ""}`,
    ...(changes.length > 0
      ? [
          "",
          table(
            ["was", "is", "trials"],
            changes.map(({ from, to, count }) => [from, to, String(count)]),
          ),
        ]
      : []),
    "",
    `Earlier verdicts stay in the log; counts and reports follow the newest. See: probity report ${run}`,
  ].join("\n");
}
