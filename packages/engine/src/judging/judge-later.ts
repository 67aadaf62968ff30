import type { Transcript, Verdict } from "@probity/domain";
import { asFarAsRead, inputOf, isSettled, verdictOf, withoutJudge } from "../run/judge-transcript.ts";
import type { Assessor, ModelDesk } from "./assessor.ts";

export interface LaterInputs {
  readonly assessor: Assessor;
  readonly objective: string | undefined;
  readonly desk: ModelDesk;
}

/**
 * Has a judge that may have to wait decide a recorded transcript. Resolves to `undefined` when the gate or a halt stopped it: the trial then
 * stays pending, and is judged when the run goes on.
 *
 * An assessor that throws is named and leaves the trial unjudged, as a rule judge that throws does.
 */
export async function judgeLater(
  transcript: Transcript,
  { assessor, objective, desk }: LaterInputs,
): Promise<Verdict | undefined> {
  const known = withoutJudge(transcript);
  if (known) return known;
  const named = { judge: assessor.name, judgeVersion: assessor.version };
  const { order } = transcript;
  try {
    const assessed = await assessor.assess(
      { input: inputOf(transcript), objective, ownJudge: order.judge, id: order.id },
      desk,
    );
    if (assessed.kind === "abandoned") return undefined;
    const { decision, judgement } = assessed;
    const verdict = { ...verdictOf(decision, named), ...(judgement ? { judgement } : {}) };
    return isSettled(decision) ? verdict : asFarAsRead(verdict, transcript);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reasons = [`judge ${assessor.name} threw: ${why}`.slice(0, 500).toWellFormed()];
    return { outcome: "unjudged", reason: "judge-error", reasons, ...named };
  }
}
