import type { RunWatcher } from "@probity/app";
import { Presets, SingleBar } from "cli-progress";
import type { CommandContext } from "../context.ts";

export interface RunProgress extends RunWatcher {
  /** Ends the bar; call before anything else is shown. */
  readonly end: () => void;
}

/** Shows a run as it goes: a bar on a terminal, one line at the start otherwise. The figures are of this stretch; reports count from the store. */
export function runProgress(context: CommandContext): RunProgress {
  const bar = context.terminal
    ? new SingleBar(
        {
          format: "  {bar} {value}/{total} trials  {breached} breached  {unjudged} without verdict",
          hideCursor: true,
          etaBuffer: 50,
        },
        Presets.rect,
      )
    : undefined;
  const seen = { breached: 0, unjudged: 0 };
  return {
    operatorStop: context.interrupted,
    onStart: (run, planned, done) => {
      context.say(
        `Run ${run}: ${planned} trials planned${done > 0 ? `, ${done} already recorded and judged` : ""}. Ctrl-C halts it cleanly.`,
      );
      bar?.start(planned, done, seen);
    },
    onTrial: (_, { outcome }) => {
      if (outcome === "breached") seen.breached += 1;
      if (outcome === "unjudged" || outcome === "unclear") seen.unjudged += 1;
      bar?.increment(1, seen);
    },
    end: () => bar?.stop(),
  };
}
