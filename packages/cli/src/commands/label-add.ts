import { choiceOf, findTrial, readRunReview, recordLabel } from "@probity/app";
import { labelOutcomes, newestRatings } from "@probity/domain";
import type { CommandAction } from "../context.ts";
import { oneOf, withPeople } from "../people-context.ts";
import { tellLabelling } from "../show/tell-labelling.ts";

/** Records one label. Of a trial that was drawn it counts as drawn; of any other as chosen by hand. */
export const labelAdd: CommandAction<{ by: string; because?: string; run?: string }> = (
  context,
  [prefix = "", word = ""],
  options,
) =>
  withPeople(context, ({ programme, runtime, run: runNamed }) => {
    const outcome = oneOf("The outcome", word, labelOutcomes);
    const { run, trial } = findTrial(runtime.store, prefix, options.run);
    const review = readRunReview(runtime.store, runNamed(run));
    const { by, because } = options;
    const earlier = newestRatings(review.labels.get(trial) ?? []);
    const own = earlier.find(({ rater }) => rater === by);
    const label = recordLabel(programme, runtime, {
      run,
      trial,
      label: {
        rater: by,
        outcome,
        part: own?.part ?? (earlier.length > 0 ? "second-rating" : "rating"),
        // Whoever gives a trial by its id has most likely seen its verdict.
        blind: false,
        choice: choiceOf(review, trial),
        ...(because === undefined ? {} : { reason: because }),
      },
    });
    if (context.options.json) context.out(JSON.stringify({ run, trial, label }, null, 2));
    else {
      const how = label.choice.kind === "drawn" ? "drawn" : "chosen by hand, so it corrects no rate";
      context.out(`Recorded: ${by} labels ${trial.slice(0, 12)} ${outcome} (${how}).`);
      context.out(tellLabelling(runtime.store, runNamed(run)));
    }
    return 0;
  });
