import { findTrial, raiseContest } from "@probity/app";
import { labelOutcomes } from "@probity/domain";
import type { CommandAction } from "../context.ts";
import { oneOf, withPeople } from "../people-context.ts";

/** Raises an objection to a trial's verdict. */
export const contest: CommandAction<{ by: string; because: string; outcome?: string; run?: string }> = (
  context,
  [prefix = ""],
  options,
) =>
  withPeople(context, ({ programme, runtime }) => {
    const { by, because, outcome } = options;
    const claims = outcome === undefined ? {} : { claims: oneOf("--outcome", outcome, labelOutcomes) };
    const found = findTrial(runtime.store, prefix, options.run);
    const raised = raiseContest(programme, runtime, { ...found, by, because, ...claims });
    if (context.options.json) context.out(JSON.stringify({ run: found.run, ...raised }, null, 2));
    else {
      context.out(
        `Recorded: contest ${raised.id} of the verdict on trial ${raised.trial.slice(0, 12)} of run ${found.run}.`,
      );
      context.out(
        `Somebody else decides it: probity contest decide ${raised.id} upheld|overturned --by NAME --because "..."`,
      );
    }
    return 0;
  });
