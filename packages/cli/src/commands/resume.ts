import { resumeRun } from "@probity/app";
import { ProductError } from "@probity/domain";
import { conductAndTell } from "../conduct-and-tell.ts";
import type { CommandAction } from "../context.ts";

/** Continues a run where it stopped. */
export const resume: CommandAction<{ by?: string; because?: string; out?: string }> = (
  context,
  [run],
  { by, because, out },
) => {
  if ((by === undefined) !== (because === undefined)) {
    throw new ProductError("USAGE", {
      message: "A decision has both a name and a reason.",
      remedy: 'Give both: --by NAME --because "reason".',
    });
  }
  const decision = by === undefined || because === undefined ? undefined : { by, because };
  return conductAndTell(context, out, (programme, runtime, watcher) =>
    resumeRun({ programme, run, runtime, watcher, decision }),
  );
};
