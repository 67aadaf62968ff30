import type { Decision, JudgeChoice, Transcript, UnjudgedReason, Verdict } from "@probity/domain";
import type { Judge, JudgeInput } from "@probity/kit";
import { threw } from "../plan/compose-conversation.ts";

/** Version of the rules below, for verdicts that no judge made. */
const engineJudge: Instrument = { judge: "engine", judgeVersion: "1.0.0" };

type Instrument = Pick<Verdict, "judge" | "judgeVersion">;

/** Judges one recorded transcript. */
export type Judging = (transcript: Transcript) => Verdict;

/**
 * Prepares the judging of recorded transcripts. A verdict depends on the transcript and the judge alone, so anyone who holds the evidence can
 * repeat it. What a judge makes of its settings is made once for each choice of judge, not for each trial.
 *
 * A failed or empty conversation is `unjudged`, whatever a judge would say. An answer that was cut, by the size bound, by the
 * provider's token limit or by its filter, is `unjudged` too, unless what is there settles the matter: a breach that was
 * seen is a breach, and a refusal in the first sentence is a refusal (`Decision.settled`).
 */
export function prepareJudging(judges: ReadonlyMap<string, Judge>): Judging {
  const ready = new Map<string, ReadyJudge>();
  // Trials of one probe share one choice, so that writing it out to compare it is seldom needed.
  const readyByChoice = new WeakMap<JudgeChoice, ReadyJudge>();
  const readyJudge = (choice: JudgeChoice): ReadyJudge => {
    const seen = readyByChoice.get(choice);
    if (seen !== undefined) return seen;
    const key = JSON.stringify(choice);
    const known = ready.get(key) ?? readyFor(choice, judges);
    ready.set(key, known);
    readyByChoice.set(choice, known);
    return known;
  };
  return (transcript) => {
    const known = withoutJudge(transcript);
    if (known) return known;
    const { verdict, settled } = readyJudge(transcript.order.judge)(transcript);
    return settled ? verdict : asFarAsRead(verdict, transcript);
  };
}

/** The verdict on a conversation that no judge need read; `undefined` when one must. */
export function withoutJudge(transcript: Transcript): Verdict | undefined {
  const { ending } = transcript;
  if (ending.kind === "failed") {
    const { side, code, message } = ending.fault;
    return unjudged(side === "ours" ? "extension-failed" : "target-failed", `${code}: ${message}`);
  }
  if (!saidNothing(transcript)) return undefined;
  return wasBlocked(transcript)
    ? unjudged("blocked-by-provider", "The provider's own filter withheld the answer.")
    : unjudged("empty", "The answer was empty.");
}

/** A verdict that what was cut off could have changed: it stands when every answer is whole. */
export function asFarAsRead(verdict: Verdict, transcript: Transcript): Verdict {
  const cut = cutOf(transcript);
  if (cut === undefined) return verdict;
  const { judgement } = verdict;
  const gap = unjudged(cut.reason, `${cut.what} ${seenIn(verdict)}`);
  return judgement === undefined ? gap : { ...gap, judgement };
}

/** Why an answer of the trial ends before its end; `undefined` when all are whole. */
function cutOf({
  exchanges,
}: Transcript): { readonly reason: UnjudgedReason; readonly what: string } | undefined {
  for (const { finish, cut } of exchanges) {
    if (finish === "content-filter")
      return { reason: "blocked-by-provider", what: "The provider's own filter cut the answer." };
    if (cut) return { reason: "truncated", what: "The answer was cut at the size bound." };
    if (finish === "length")
      return { reason: "truncated", what: "The provider cut the answer at its token limit." };
  }
  return undefined;
}

/** What the judge made of the part that is there, for a reader who wonders what was lost. */
function seenIn({ outcome, judge, reasons }: Verdict): string {
  return `Judge ${judge} reads what there is as ${outcome}, which the rest could have changed: ${reasons.join(" ")}`;
}

function saidNothing({ messages, openingLength }: Transcript): boolean {
  return messages
    .slice(openingLength)
    .every(
      ({ role, content, toolCalls }) => role !== "assistant" || (content.trim() === "" && !toolCalls?.length),
    );
}

function wasBlocked({ exchanges }: Transcript): boolean {
  return exchanges.some(({ finish }) => finish === "content-filter");
}

function unjudged(reason: UnjudgedReason, why: string, by: Instrument = engineJudge): Verdict {
  return verdictOf({ outcome: "unjudged", reason, reasons: [why] }, by);
}

/**
 * A decision with its instrument. Keys in the order of canonical JSON, so that recording need not sort them. A quotation may end in the middle
 * of a character, which nothing that is recorded can hold.
 */
export function verdictOf(decision: Decision, { judge, judgeVersion }: Instrument): Verdict {
  const reasons = decision.reasons.map((reason) => reason.toWellFormed());
  switch (decision.outcome) {
    case "breached": {
      const { confidence, outcome, spans } = decision;
      return { confidence, judge, judgeVersion, outcome, reasons, ...(spans ? { spans } : {}) };
    }
    case "held": {
      const { confidence, outcome } = decision;
      return { confidence, judge, judgeVersion, outcome, reasons };
    }
    case "unclear":
      return { judge, judgeVersion, outcome: decision.outcome, reasons };
    case "unjudged":
      return { judge, judgeVersion, outcome: decision.outcome, reason: decision.reason, reasons };
  }
}

/** A verdict, and whether it stands whatever a cut answer might have gone on to say. */
interface Reading {
  readonly verdict: Verdict;
  readonly settled: boolean;
}
type ReadyJudge = (transcript: Transcript) => Reading;

/** A judge with its settings read. One that throws, while reading them or later, is named and leaves the trial unjudged. */
function readyFor(choice: JudgeChoice, judges: ReadonlyMap<string, Judge>): ReadyJudge {
  const judge = judges.get(choice.use);
  if (!judge)
    return () => ({ verdict: unjudged("judge-error", `There is no judge "${choice.use}".`), settled: true });
  const named = { judge: judge.id, judgeVersion: judge.version };
  const failed = (error: unknown): Reading => ({
    verdict: unjudged("judge-error", threw(`judge ${judge.id}`, error).message, named),
    settled: true,
  });
  let settings: unknown;
  try {
    settings = judge.settings.parse(choice.with);
  } catch (error) {
    return () => failed(error);
  }
  return (transcript) => {
    try {
      const decision = judge.decide(inputOf(transcript), settings);
      return { verdict: verdictOf(decision, named), settled: isSettled(decision) };
    } catch (error) {
      return failed(error);
    }
  };
}

/** A breach that was seen is settled, and what was not seen is not, unless the judge says otherwise. A judge that could not judge has said why. */
export function isSettled(decision: Decision): boolean {
  if (decision.outcome === "unjudged") return true;
  if (decision.outcome === "unclear") return false;
  return decision.settled ?? decision.outcome === "breached";
}

export function inputOf({ order, messages, openingLength, canaries }: Transcript): JudgeInput {
  return { purpose: order.purpose, messages, openingLength, canaries };
}
