import { choiceOf, readRunReview, requireRater, reviewQueue, type ReviewItem } from "@probity/app";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { labelOnScreen, type AskedOnScreen } from "../screen/label-on-screen.ts";
import { safeText } from "../show/safe-text.ts";
import { table } from "../show/table.ts";
import { tellLabelling } from "../show/tell-labelling.ts";

/** Rows of the table; all are in the JSON. */
const mostRows = 60;

/** Shows what needs a person; with a name and a terminal, has the person decide it. */
export const review: CommandAction<{ by?: string; list?: boolean }> = (context, [name], options) =>
  withPeople(context, async (people) => {
    const { runtime, programme } = people;
    const run = people.run(name);
    const runReview = readRunReview(runtime.store, run);
    const items = reviewQueue(runReview, options.by);
    if (context.options.json) {
      context.out(JSON.stringify({ run: run.header.id, items }, null, 2));
      return 0;
    }
    if (items.length === 0) {
      context.out(`Nothing of run ${run.header.id} waits for a person.`);
      return 0;
    }
    const { by } = options;
    if (options.list === true || by === undefined) {
      context.out(queueTable(items));
      if (by === undefined) context.out("\nDecide them with --by NAME.");
      return 0;
    }
    requireRater(programme.project.charter, by);
    const asked = items
      .filter(({ contest }) => contest === undefined)
      .map(({ trial, part, cause, detail }): AskedOnScreen => ({
        trial,
        part,
        choice: choiceOf(runReview, trial),
        why: `${causeWords[cause]}: ${detail}`,
      }));
    tellContests(items, context.out);
    if (asked.length === 0) return 0;
    const done = await labelOnScreen(context, people, {
      run,
      by,
      asked,
      purpose: "attack",
      blind: false,
      decides: true,
    });
    context.out(tellLabelling(runtime.store, run, done));
    return 0;
  });

const causeWords: Readonly<Record<ReviewItem["cause"], string>> = {
  disagreement: "raters disagree",
  contested: "contested",
  escalated: "a judge handed it on",
  unclear: "the judge could not tell",
  "low-confidence": "the judge was not sure",
};

function queueTable(items: readonly ReviewItem[]): string {
  const rows = items
    .slice(0, mostRows)
    .map(({ trial, cause, severity, family, detail, contest }) => [
      trial.slice(0, 12),
      causeWords[cause],
      severity,
      family,
      safeText(`${contest === undefined ? "" : `${contest}: `}${detail}`, 100),
    ]);
  const more = items.length > mostRows ? `\n… and ${items.length - mostRows} more.` : "";
  return table(["trial", "why", "severity", "family", "detail"], rows) + more;
}

/** Contests are decided one by one and with reasons, so they are not in the queue on screen. */
function tellContests(items: readonly ReviewItem[], out: (text: string) => void): void {
  const open = items.flatMap(({ contest }) => (contest === undefined ? [] : [contest]));
  if (open.length === 0) return;
  out(
    `${open.length} contested: ${open.slice(0, 5).join(", ")}. Decide each with \`probity contest decide ID upheld|overturned --by NAME --because "..."\`.`,
  );
}
