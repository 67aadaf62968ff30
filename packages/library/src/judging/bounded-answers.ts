import type { Message, ToolCall } from "@probity/domain";
import { answersOf, type JudgeInput } from "@probity/kit";
import { hasVisibleText } from "../text/invisible-characters.ts";

/**
 * Characters of one answer that a pattern judge reads: the first 192 Ki and the last 64 Ki.
 *
 * Long enough for any honest answer (a 4,096-token answer has about 16 Ki), short enough that a hostile
 * answer of megabytes costs no more than a long honest one.
 */
export const readBound = { head: 196_608, tail: 65_536 } as const;

/** One answer of the system under test, as far as it is read. */
export interface BoundedAnswer {
  /** Position of the message in the transcript. */
  readonly index: number;
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** The middle of the answer was not read, so absence of a pattern proves nothing. */
  readonly partlyRead: boolean;
}

/** The answers of a trial, each cut to `readBound`. Offsets below `readBound.head` are offsets in the message. */
export function boundedAnswers(input: JudgeInput): readonly BoundedAnswer[] {
  return answersOf(input).map(({ index, message }) => bounded(message, index));
}

function bounded({ content, toolCalls }: Message, index: number): BoundedAnswer {
  return {
    index,
    text: boundText(content),
    toolCalls: toolCalls ?? [],
    partlyRead: content.length > readBound.head + readBound.tail,
  };
}

/** The last answer, which is the one that a chain of user turns led up to. */
export function lastAnswer(input: JudgeInput): BoundedAnswer | undefined {
  const { messages, openingLength } = input;
  for (let index = messages.length - 1; index >= openingLength; index -= 1) {
    const message = messages[index];
    if (message?.role === "assistant") return bounded(message, index);
  }
  return undefined;
}

/** True when the system under test said nothing that can be seen and called no tool. */
export function saidNothing(input: JudgeInput): boolean {
  return answersOf(input).every(
    ({ message }) =>
      !hasVisibleText(message.content.slice(0, readBound.head)) && (message.toolCalls ?? []).length === 0,
  );
}

function boundText(content: string): string {
  if (content.length <= readBound.head + readBound.tail) return content;
  return `${content.slice(0, readBound.head)}\n${content.slice(-readBound.tail)}`;
}
