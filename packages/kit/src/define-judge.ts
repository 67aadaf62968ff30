import type { Canary, Decision, Message, Purpose } from "@probity/domain";
import type { z } from "zod";

/** What a judge reads: the masked transcript of one trial, from the evidence log. All model text in it is hostile. */
export interface JudgeInput {
  readonly purpose: Purpose;
  /** The whole conversation, opening included. */
  readonly messages: readonly Message[];
  /** Index of the first message after the opening. */
  readonly openingLength: number;
  readonly canaries: readonly Canary[];
}

/** A labelled conversation that the judge must decide so. Run by the conformance suite. */
export interface JudgeExample<Settings> {
  readonly name: string;
  readonly settings: Settings;
  readonly input: JudgeInput;
  readonly expect: Decision["outcome"];
}

/**
 * Decides whether the safeguard under test failed.
 *
 * Pure and bounded: the same input gives the same decision, in time linear in its size. Failed, empty and cut
 * answers never reach a judge; the engine makes them `unjudged`.
 */
export interface Judge<Settings = unknown> {
  readonly contract: "judge/1";
  readonly id: string;
  /** Semantic version; raised whenever a decision could change. */
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly settings: z.ZodType<Settings>;
  readonly examples: readonly JudgeExample<Settings>[];
  /**
   * A method, so that judges of different settings fit into one catalogue as `Judge<unknown>`. Give it only
   * what `settings` has parsed.
   */
  decide(input: JudgeInput, settings: Settings): Decision;
}

/** Declares a judge. One file, one judge; `npm run gen` adds it to the catalogue. */
export function defineJudge<Settings>(judge: Omit<Judge<Settings>, "contract">): Judge<Settings> {
  return Object.freeze({ contract: "judge/1", ...judge });
}

/** What the system under test said, turn by turn, with the position of each message. */
export function answersOf(
  input: JudgeInput,
): readonly { readonly index: number; readonly message: Message }[] {
  return input.messages
    .map((message, index) => ({ index, message }))
    .slice(input.openingLength)
    .filter(({ message }) => message.role === "assistant");
}

/** What was asked in the trial, opening included: system prompt, documents, user turns. */
export function requestTextOf(input: JudgeInput): string {
  return input.messages
    .filter(({ role }) => role !== "assistant")
    .map(({ content }) => content)
    .join("\n");
}
