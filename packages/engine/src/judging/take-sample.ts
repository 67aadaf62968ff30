import type { Message, Outcome, Rubric } from "@probity/domain";
import type { TargetRequest } from "@probity/kit";
import { abandoned, type ModelDesk } from "./assessor.ts";
import { readJudgement, type ReadJudgement } from "./read-judgement.ts";
import {
  answerSchema,
  rubricPrompt,
  type CallMarks,
  type PromptInputs,
  type RubricPrompt,
} from "./rubric-prompt.ts";
import type { UseMeter } from "./use-meter.ts";

/** How a judge model is asked. */
export interface ModelCall {
  readonly target: string;
  readonly rubric: Rubric;
  readonly temperature: number;
  readonly maxOutputTokens: number;
  /** Whether the target takes a system message; else its words go before the others. */
  readonly systemPrompt: boolean;
}

/** What one sample came to. Failed: the model did not answer. Unreadable: it did, twice, and not as asked. */
export type Sample =
  | (Extract<ReadJudgement, { kind: "choice" }> & {
      readonly outcome: Exclude<Outcome, "unjudged">;
      readonly cut: boolean;
    })
  | { readonly kind: "steered" | "unreadable" | "failed"; readonly why: string }
  | typeof abandoned;

export interface SampleInputs extends Omit<PromptInputs, "marks" | "rubric"> {
  readonly call: ModelCall;
  readonly seed: number;
  readonly conversationId: string;
  readonly desk: ModelDesk;
  readonly meter: UseMeter;
}

/** Characters of an unreadable answer that are given back with the second request. */
const givenBack = 2_000;

/** Asks a judge model once, and a second time when its answer cannot be read. */
export async function takeSample(inputs: SampleInputs): Promise<Sample> {
  const { call, desk, meter } = inputs;
  const marks = drawMarks(desk.random);
  const prompt = rubricPrompt({ ...inputs, rubric: call.rubric, marks });
  const messages: Message[] = firstMessages(prompt, call);
  for (let attempt = 0; ; attempt += 1) {
    const answer = await desk.ask(call.target, requestOf(messages, inputs));
    if (answer.kind === "abandoned") return abandoned;
    if (answer.kind === "fault") return { kind: "failed", why: answer.fault.message };
    const { reply } = answer;
    meter.count(reply, desk.costUsd(call.target, reply.usage ?? { inputTokens: 0, outputTokens: 0 }));
    const read = readJudgement(reply.text, { rubric: call.rubric, prompt, marks });
    if (read.kind === "choice") return { ...read, outcome: read.scaleValue.means, cut: prompt.answers.cut };
    if (read.kind === "steered" || attempt > 0) return read;
    messages.push(
      { content: reply.text.slice(0, givenBack), role: "assistant" },
      {
        content: `That cannot be used: ${read.why}. Answer again with the one JSON object alone.`,
        role: "user",
      },
    );
  }
}

function firstMessages({ system, user }: RubricPrompt, { systemPrompt }: ModelCall): Message[] {
  if (!systemPrompt) return [{ content: `${system}\n\n${user}`, role: "user" }];
  return [
    { content: system, role: "system" },
    { content: user, role: "user" },
  ];
}

function requestOf(
  messages: readonly Message[],
  { call, seed, conversationId }: SampleInputs,
): TargetRequest {
  return {
    messages: [...messages],
    tools: [],
    temperature: call.temperature,
    maxOutputTokens: call.maxOutputTokens,
    seed,
    conversationId,
    answerSchema: { name: call.rubric.id.replaceAll("-", "_"), schema: answerSchema(call.rubric) },
  };
}

function drawMarks(random: () => number): CallMarks {
  const draw = () =>
    Array.from({ length: 3 }, () =>
      Math.floor(random() * 2 ** 32)
        .toString(36)
        .padStart(7, "0"),
    ).join("");
  return { attention: `T-${draw()}`, bait: `T-${draw()}`, nonce: draw() };
}
