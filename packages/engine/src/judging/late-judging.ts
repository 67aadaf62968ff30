import type { Denial, Standing, Transcript, TrialOrder, Verdict } from "@probity/domain";
import type { Wire } from "@probity/kit";
import type { MaskFor } from "../run/mask-transcript.ts";
import type { Spending } from "../run/spending.ts";
import type { Assessor } from "./assessor.ts";
import { judgeLater } from "./judge-later.ts";
import { lateVerdicts } from "./late-verdicts.ts";
import { createModelDesk, type JudgeTarget } from "./model-desk.ts";

/** The judges of a campaign that may have to wait, and what they need. */
export interface LateJudges {
  /** `undefined` when a rule decides the trial at once. */
  readonly assessorOf: (order: TrialOrder) => Assessor | undefined;
  readonly objectiveOf: (order: TrialOrder) => string | undefined;
  readonly targets: ReadonlyMap<string, JudgeTarget>;
  readonly maskFor: MaskFor;
  readonly random: () => number;
  /** Recorded transcripts of an earlier stretch of the run that still have no verdict. */
  readonly pending: () => Iterable<Transcript>;
}

/** What the run they work for gives them. */
export interface LateContext {
  readonly wire: Wire;
  readonly spending: Spending;
  readonly standing: () => Standing;
  readonly denied: (denials: readonly Denial[]) => void;
  readonly heldBack: (denial: Denial) => void;
  readonly mayStart: () => boolean;
  readonly abandon: AbortSignal;
}

export interface LateJudging {
  /** Begins to judge a committed transcript; false when it is none of these judges' work. `judged` is not called when the run is stopped first. */
  readonly begin: (transcript: Transcript, judged: (verdict: Verdict) => void) => boolean;
  readonly pending: () => Iterable<Transcript>;
  readonly room: () => Promise<void>;
  readonly drain: () => Promise<void>;
}

/** Judgements under way for each place in a judge model's channel: enough to keep the channel busy. */
const perPlace = 4;

export function prepareLateJudging(judges: LateJudges, context: LateContext): LateJudging {
  const places = [...judges.targets.values()].reduce((sum, { limits }) => sum + limits.concurrency, 1);
  const verdicts = lateVerdicts(places * perPlace);
  return {
    begin: (transcript, judged) => {
      const assessor = judges.assessorOf(transcript.order);
      if (!assessor) return false;
      const mask = judges.maskFor(transcript.canaries);
      const desk = createModelDesk({
        ...context,
        targets: judges.targets,
        random: judges.random,
        mask: (text) => mask(text).text,
      });
      const objective = judges.objectiveOf(transcript.order);
      verdicts.add(
        judgeLater(transcript, { assessor, objective, desk }).then((verdict) => {
          if (verdict) judged(verdict);
        }),
      );
      return true;
    },
    pending: judges.pending,
    room: verdicts.room,
    drain: verdicts.drain,
  };
}
