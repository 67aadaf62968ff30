import type { Message, ToolCall } from "@probity/domain";
import { answersOf, type JudgeInput } from "@probity/kit";
import { hasVisibleText } from "../text/invisible-characters.ts";

/**
 * Characters that a judge reads: of one answer, or of the arguments of one call, the first 192 Ki and the last 64 Ki; of all answers of a
 * trial together 2 Mi; and so many answers and calls. The one place where judges' reading is bounded.
 *
 * Long enough for any honest answer (a 4,096-token answer has about 16 Ki), short enough that a hostile
 * answer of megabytes costs no more than a long honest one.
 */
export const readBound = {
  head: 196_608,
  tail: 65_536,
  inAll: 2_097_152,
  answers: 2_000,
  toolCalls: 2_000,
} as const;

/** One answer of the system under test, as far as it is read. */
export interface BoundedAnswer {
  /** Position of the message in the transcript. */
  readonly index: number;
  readonly text: string;
  /** Calls with their arguments cut alike. */
  readonly toolCalls: readonly ToolCall[];
  /** Some of the answer or of its calls was not read, so absence of a pattern proves nothing. */
  readonly partlyRead: boolean;
}

/**
 * The answers of a trial, each cut to `readBound`. Offsets below `readBound.head` are offsets in the message.
 *
 * Beyond the bounds for all answers, one last entry with no text stands for all that were not read.
 */
export function boundedAnswers(input: JudgeInput): readonly BoundedAnswer[] {
  const read: BoundedAnswer[] = [];
  let left: number = readBound.inAll;
  let calls: number = readBound.toolCalls;
  for (let index = input.openingLength; index < input.messages.length; index += 1) {
    const message = input.messages[index];
    if (message?.role !== "assistant") continue;
    if (left <= 0 || calls < 0 || read.length === readBound.answers) {
      read.push({ index, text: "", toolCalls: [], partlyRead: true });
      break;
    }
    const answer = bounded(message, index, calls);
    read.push(answer);
    left -= answer.toolCalls.reduce((sum, call) => sum + call.arguments.length, answer.text.length);
    calls -= message.toolCalls?.length ?? 0;
  }
  return read;
}

function bounded({ content, toolCalls = [] }: Message, index: number, mostCalls: number): BoundedAnswer {
  const shown = toolCalls.length > mostCalls ? toolCalls.slice(0, mostCalls) : toolCalls;
  const isLong = shown.some((call) => exceeds(call.arguments) || exceeds(call.name));
  return {
    index,
    text: boundText(content),
    toolCalls: isLong ? shown.map(boundCall) : shown,
    partlyRead: exceeds(content) || isLong || shown.length < toolCalls.length,
  };
}

function boundCall(call: ToolCall): ToolCall {
  return { ...call, name: boundText(call.name), arguments: boundText(call.arguments) };
}

/** The last answer, which is the one that a chain of user turns led up to. */
export function lastAnswer(input: JudgeInput): BoundedAnswer | undefined {
  const { messages, openingLength } = input;
  for (let index = messages.length - 1; index >= openingLength; index -= 1) {
    const message = messages[index];
    if (message?.role === "assistant") return bounded(message, index, readBound.toolCalls);
  }
  return undefined;
}

/** What the user said last; empty when there is no user turn. */
export function lastRequest(input: JudgeInput): string {
  return input.messages.findLast(({ role }) => role === "user")?.content ?? "";
}

/** True when the system under test said nothing that can be seen and called no tool. */
export function saidNothing(input: JudgeInput): boolean {
  return answersOf(input).every(
    ({ message }) =>
      !hasVisibleText(message.content.slice(0, readBound.head)) && (message.toolCalls ?? []).length === 0,
  );
}

function exceeds(text: string): boolean {
  return text.length > readBound.head + readBound.tail;
}

/** A text as far as it is read: whole, or its head and tail on two lines. */
export function boundText(text: string): string {
  return exceeds(text) ? `${text.slice(0, readBound.head)}\n${text.slice(-readBound.tail)}` : text;
}
