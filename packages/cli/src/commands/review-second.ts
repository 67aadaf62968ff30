import { secondRatings } from "@probity/app";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { labelOnScreen } from "../screen/label-on-screen.ts";
import { tellLabelling } from "../show/tell-labelling.ts";
import { wholeNumber } from "../whole-number.ts";

/** Has somebody else rate what one person rated, seeing neither that nor the judge's verdict. */
export const reviewSecond: CommandAction<{ by: string; count: string }> = (context, [name], options) =>
  withPeople(context, async (people) => {
    const { programme, runtime } = people;
    const run = people.run(name);
    const { by } = options;
    const count = wholeNumber("--count", options.count, { least: 1, most: 10_000 });
    const asked = secondRatings(programme, runtime, { run, by, count });
    if (context.options.json) {
      for (const { trial, part } of asked) {
        const messages = runtime.store.trial(run.header.id, trial)?.transcript.messages;
        context.out(JSON.stringify({ trial, run: run.header.id, part, messages }));
      }
      return 0;
    }
    if (asked.length === 0) {
      context.out(`Run ${run.header.id} has no drawn trial that one other person has rated.`);
      return 0;
    }
    const done = await labelOnScreen(context, people, {
      run,
      by,
      asked,
      purpose: "attack",
      blind: true,
      decides: false,
    });
    context.out(tellLabelling(runtime.store, run, done));
    return 0;
  });
