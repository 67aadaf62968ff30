import { labelProgress, readRunReview, recordLabel, type AskedTrial, type LabelInputs } from "@probity/app";
import type { Purpose, RunRecord } from "@probity/domain";
import { formatCorrection } from "@probity/measure";
import type { CommandContext } from "../context.ts";
import type { PeopleWork } from "../people-context.ts";
import type { Answer } from "./label-session.ts";
import { openScreen } from "./open-screen.ts";
import { runLabelSession } from "./run-label-session.ts";
import { shownTrial } from "./shown-trial.ts";

/** A trial to show, with why where that may be told. */
export type AskedOnScreen = AskedTrial & { readonly why?: string };

export interface ScreenLabelling {
  readonly run: RunRecord;
  readonly by: string;
  readonly asked: readonly AskedOnScreen[];
  readonly purpose: Purpose;
  /** Whether the person sees neither the judge's verdict nor what others said. */
  readonly blind: boolean;
  /** Whether an answer is the verdict where no judge reached one. */
  readonly decides: boolean;
}

/** Has a person label trials in the terminal. @throws ProductError USAGE where there is no terminal */
export async function labelOnScreen(
  context: CommandContext,
  people: PeopleWork,
  labelling: ScreenLabelling,
): Promise<{ readonly recorded: number; readonly skipped: number }> {
  const { runtime, programme } = people;
  const { run, asked } = labelling;
  const widths = prepareWidths(people, labelling);
  const screen = openScreen(context);
  return runLabelSession(screen, {
    count: asked.length,
    trialAt: (index) => {
      const each = asked[index];
      const record = each && runtime.store.trial(run.header.id, each.trial);
      if (!record) throw new TypeError(`Trial ${each?.trial ?? index} is indexed and cannot be read.`);
      const probe = programme.catalogue.probes.find(
        (one) => one.probe.id === record.transcript.order.probeId,
      );
      return shownTrial(record, { objective: probe?.probe.objective, why: each.why });
    },
    record: (answer) => {
      const inputs = labelOf(labelling, answer);
      if (inputs) recordLabel(programme, runtime, inputs);
    },
    progress: widths,
  });
}

function labelOf(
  { run, by, asked, blind, decides }: ScreenLabelling,
  answer: Answer,
): LabelInputs | undefined {
  const each = asked[answer.index];
  if (!each) return undefined;
  const { trial, part, choice } = each;
  const note = answer.note.trim();
  const label = {
    rater: by,
    outcome: answer.outcome,
    part,
    blind,
    choice,
    ...(note === "" ? {} : { reason: note }),
  };
  return { run: run.header.id, trial, label, decides };
}

/** Half the width of the corrected rate's interval, before and with the answer that waits. */
function prepareWidths({ runtime: { store } }: PeopleWork, labelling: ScreenLabelling) {
  const correctionWith = labelProgress(store, readRunReview(store, labelling.run), labelling.purpose);
  return (pending: Answer | undefined): string => {
    const before = correctionWith([]);
    const inputs = pending && labelOf(labelling, pending);
    const after = inputs
      ? correctionWith([{ trial: inputs.trial, label: { ...inputs.label, role: "tester" } }])
      : before;
    if (after.kind === "not-corrected") return formatCorrection(after);
    // Not the rate itself: whoever labels is not to steer it.
    const now = `corrected rate: ± ${points(after.interval)} points`;
    return before.kind === "corrected" && pending ? `${now} (before: ± ${points(before.interval)})` : now;
  };
}

const points = ({ low, high }: { readonly low: number; readonly high: number }) =>
  (50 * (high - low)).toFixed(1);
