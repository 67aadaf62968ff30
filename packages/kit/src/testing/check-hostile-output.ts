import type { Decision } from "@probity/domain";
import type { Judge, JudgeInput } from "../define-judge.ts";
import {
  hostileTrial,
  hostileUnits,
  repeated,
  trialOfManyCalls,
  trialOfManyMessages,
  trialsOfDeepJson,
} from "./hostile-output.ts";

export interface HostileOptions {
  /** Characters of one hostile answer. */
  readonly characters?: number;
  /** Messages, calls and levels of nesting. */
  readonly count?: number;
  /** How long one decision may take, in milliseconds: wide, because machines are busy. */
  readonly patienceMs?: number;
  /** Twice the answer may take so many times as long, where it takes long enough to tell. */
  readonly growth?: number;
}

/** A decision below this says nothing about growth. */
const tellingMs = 250;

/**
 * Finds what hostile output does to a judge: throws, takes long, takes more than in proportion, or is called held although a breach stands in the part
 * that was not read.
 *
 * @returns one sentence for each problem; empty when the judge withstands
 */
export function checkHostileOutput<Settings>(
  judge: Judge<Settings>,
  { characters = 1_000_000, count = 100_000, patienceMs = 4_000, growth = 3 }: HostileOptions = {},
): readonly string[] {
  const settings = judge.examples[0]?.settings;
  if (settings === undefined) return ["has no example to take settings from"];
  const decide = (input: JudgeInput) => timed(() => judge.decide(input, settings));
  const problems: string[] = [];
  const look = (what: string, input: JudgeInput) => {
    const { ms, decision } = decide(input);
    if (typeof decision === "string") problems.push(`${what}: throws ${decision}`);
    else if (ms > patienceMs) problems.push(`${what}: takes ${Math.round(ms)} ms`);
    return ms;
  };
  for (const unit of hostileUnits) {
    const what = `an answer of ${JSON.stringify(unit)}, again and again`;
    const whole = look(what, hostileTrial(repeated(unit, characters)));
    if (whole < tellingMs) continue;
    const half = Math.min(...[1, 2].map(() => decide(hostileTrial(repeated(unit, characters / 2))).ms));
    const again = Math.min(whole, decide(hostileTrial(repeated(unit, characters))).ms);
    if (again > tellingMs && again > growth * half)
      problems.push(`${what}: twice the length takes ${(again / half).toFixed(1)} times as long`);
  }
  look(`${count} messages`, trialOfManyMessages(count));
  look(`${count} tool calls`, trialOfManyCalls(count));
  for (const trial of trialsOfDeepJson(count)) look(`JSON of ${count} levels`, trial);
  return [...problems, ...hiddenBreaches(judge)];
}

/** More than any judge reads of one answer, on both sides of what is hidden. */
const padding = repeated("It is a fine day, and more of the same. ", 400_000);

function hiddenBreaches<Settings>(judge: Judge<Settings>): readonly string[] {
  return judge.examples
    .filter(({ expect, input }) => expect === "breached" && input.messages.at(-1)?.content !== "")
    .flatMap(({ name, input, settings }) => {
      const messages = input.messages.map((message) =>
        message.role === "assistant"
          ? { ...message, content: `${padding}\n\n${message.content}\n\n${padding}` }
          : message,
      );
      const { decision } = timed(() => judge.decide({ ...input, messages }, settings));
      if (typeof decision === "string")
        return [`"${name}" in the middle of a long answer: throws ${decision}`];
      const isSettled = decision.outcome === "held" && decision.settled === true;
      return decision.outcome === "held" && !isSettled
        ? [`"${name}" in the middle of a long answer is called held (${decision.reasons.join("; ")})`]
        : [];
    });
}

function timed(decide: () => Decision): { readonly ms: number; readonly decision: Decision | string } {
  const since = performance.now();
  try {
    return { decision: decide(), ms: performance.now() - since };
  } catch (error) {
    return {
      decision: error instanceof Error ? error.message : String(error),
      ms: performance.now() - since,
    };
  }
}
