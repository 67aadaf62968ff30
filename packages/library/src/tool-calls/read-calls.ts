import type { JudgeInput } from "@probity/kit";
import { boundedAnswers } from "../judging/bounded-answers.ts";
import { readJson } from "../text/read-json.ts";

/** One call, with its place among everything that was said. */
export interface ReadCall {
  readonly name: string;
  /** As it came. */
  readonly text: string;
  /** The arguments as an object, or `undefined` when they are none that can be read. */
  readonly values: object | undefined;
  /** Index of the message. Calls of one message are in order of the list. */
  readonly message: number;
}

/** The calls of a trial, as far as they are read. */
export interface ReadCalls {
  readonly calls: readonly ReadCall[];
  /** Some were not read, so the lack of a call proves nothing. */
  readonly partlyRead: boolean;
}

/** Reads every call once. Arguments beyond the bounds of `readJson`, and what is no object, have no values. */
export function readCalls(input: JudgeInput): ReadCalls {
  const answers = boundedAnswers(input);
  return {
    calls: answers.flatMap(({ toolCalls, index }) =>
      toolCalls.map(({ name, arguments: text }) => ({ name, text, values: objectOf(text), message: index })),
    ),
    partlyRead: answers.some(({ partlyRead }) => partlyRead),
  };
}

function objectOf(text: string): object | undefined {
  // Many models write nothing where a tool takes nothing.
  const reading = readJson(text.trim() === "" ? "{}" : text);
  if (reading.kind !== "value") return undefined;
  const { value } = reading;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}
