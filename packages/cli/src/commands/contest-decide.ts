import { decideContest } from "@probity/app";
import { labelOutcomes } from "@probity/domain";
import type { CommandAction } from "../context.ts";
import { oneOf, withPeople } from "../people-context.ts";

interface Options {
  readonly by: string;
  readonly because: string;
  readonly as?: string;
  readonly outcome?: string;
}

/** Decides a contest; an overturned verdict is replaced, and the old one stays in the log. */
export const contestDecide: CommandAction<Options> = (context, [id = "", word = ""], options) =>
  withPeople(context, ({ programme, runtime }) => {
    const ruling = oneOf("The decision", word, ["upheld", "overturned", "withdrawn"]);
    const { by, because, as: role, outcome } = options;
    const decided = decideContest(programme, runtime, {
      id,
      by,
      because,
      ruling,
      ...(role === undefined ? {} : { role }),
      ...(outcome === undefined ? {} : { outcome: oneOf("--outcome", outcome, labelOutcomes) }),
    });
    if (context.options.json) context.out(JSON.stringify(decided, null, 2));
    else {
      const { contest, run, decision } = decided;
      const now =
        decision?.ruling === "overturned" ? ` The verdict is now ${decision.outcome}, by a person.` : "";
      context.out(
        `Recorded: contest ${contest.id} on trial ${contest.trial.slice(0, 12)} is ${decided.state}.${now}`,
      );
      if (now !== "") context.out(`Counts and findings follow from it: probity report ${run}`);
    }
    return 0;
  });
