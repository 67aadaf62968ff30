import { contestsOf } from "@probity/app";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { safeText } from "../show/safe-text.ts";
import { table } from "../show/table.ts";

/** Shows every contest and how it stands: of one run, or of all. */
export const contestList: CommandAction = (context, [name]) =>
  withPeople(context, ({ runtime: { store }, run }) => {
    const runs = name === undefined ? store.runs() : [run(name)];
    const contests = runs.flatMap(({ header }) => contestsOf({ entries: store.reviews(header.id) }));
    if (context.options.json) context.out(JSON.stringify(contests, null, 2));
    else if (contests.length === 0) context.out("No verdict has been contested.");
    else {
      const rows = contests.map(({ run: id, contest, state, decision }) => [
        contest.id,
        state,
        id,
        contest.trial.slice(0, 12),
        safeText(contest.by, 40),
        safeText(contest.because, 80),
        decision ? safeText(`${decision.by}: ${decision.because}`, 80) : "",
      ]);
      context.out(table(["contest", "state", "run", "trial", "by", "because", "decision"], rows));
    }
    return Promise.resolve(0);
  });
