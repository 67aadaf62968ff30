import { correctionOf, labelStanding, overallCorrection, readRunReview } from "@probity/app";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { safeText } from "../show/safe-text.ts";
import { table } from "../show/table.ts";
import { tellLabelling } from "../show/tell-labelling.ts";

/** Rows of the table; all labels are in the JSON. */
const mostRows = 100;

/** Shows a run's labels, how far labelling has come, and how well the raters agree. */
export const labelList: CommandAction = (context, [name]) =>
  withPeople(context, ({ runtime: { store }, run: runNamed }) => {
    const run = runNamed(name);
    const review = readRunReview(store, run);
    const labels = review.entries.flatMap((entry) => (entry.kind === "label" ? [entry] : []));
    if (context.options.json) {
      const correct = correctionOf(store, review);
      const corrections = {
        attack: overallCorrection(review, correct, "attack"),
        benign: overallCorrection(review, correct, "benign"),
      };
      const samples = review.labelled.rounds;
      const document = { run: run.header.id, standing: labelStanding(review), corrections, samples, labels };
      context.out(JSON.stringify(document, null, 2));
      return 0;
    }
    if (labels.length > 0) {
      const rows = labels
        .slice(-mostRows)
        .map(({ at, trial, label }) => [
          at.slice(0, 16).replace("T", " "),
          trial.slice(0, 12),
          label.outcome,
          safeText(label.rater, 40),
          label.part === "rating" ? "" : label.part,
          label.choice.kind === "drawn" ? `drawn, round ${label.choice.round}` : "by hand",
          safeText(label.reason ?? "", 80),
        ]);
      context.out(table(["when", "trial", "outcome", "by", "part", "chosen", "because"], rows));
      if (labels.length > mostRows) context.out(`${labels.length - mostRows} earlier ones are in the JSON.`);
      context.out("");
    }
    context.out(tellLabelling(store, run));
    return 0;
  });
