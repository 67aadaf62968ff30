import { replayTrial, type ReplayedTrial } from "@probity/app";
import type { Transcript, Verdict } from "@probity/domain";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";
import { wholeNumber } from "../whole-number.ts";
import { safeText } from "../show/safe-text.ts";

/** Sends a recorded trial again and shows both verdicts. */
export const replay: CommandAction<{ times: string }> = async (context, [trial], options) => {
  const times = wholeNumber("--times", options.times, { least: 1, most: 1000 });
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme);
  try {
    const replayed = await replayTrial({
      programme,
      runtime,
      trial: trial ?? "",
      times,
      signal: context.interrupted,
    });
    context.out(context.options.json ? asJson(replayed) : inWords(replayed));
    return 0;
  } finally {
    runtime.store.close();
  }
};

function asJson({ run, original, replays }: ReplayedTrial): string {
  const reproduced = replays.filter(({ verdict }) => verdict.outcome === original.verdict?.outcome).length;
  return JSON.stringify(
    {
      run,
      trial: original.transcript.trialId,
      original: original.verdict,
      reproduced,
      times: replays.length,
      replays,
    },
    null,
    2,
  );
}

function inWords({ run, original, replays }: ReplayedTrial): string {
  const { transcript, verdict } = original;
  const reproduced = replays.filter((each) => each.verdict.outcome === verdict?.outcome).length;
  const last = replays.at(-1);
  return [
    `Trial ${transcript.trialId.slice(0, 12)} of run ${run}: ${transcript.order.probeId}, sent ${transcript.order.transforms.join(" > ") || "as written"}`,
    `  then  ${verdictWords(verdict)}`,
    ...replays.map((each) => `  now   ${verdictWords(each.verdict)}`),
    "",
    ...(last ? ["The last replay:", ...conversation(last.transcript), ""] : []),
    `${reproduced} of ${replays.length} replays came out as then. They are recorded beside the run, not in its totals.`,
  ].join("\n");
}

function verdictWords(verdict: Verdict | undefined): string {
  return verdict
    ? `${verdict.outcome}: ${safeText(verdict.reasons.join(" "), 200)} (${verdict.judge} ${verdict.judgeVersion})`
    : "no verdict";
}

function conversation({ messages }: Transcript): readonly string[] {
  return messages.map(
    ({ role, content }) => `  ${role.padEnd(9)} ${safeText(content, 600).replaceAll("\n", "\n            ")}`,
  );
}
