import type { GivenAnswer } from "../application/create-application.ts";
import { charactersFor, countTokens } from "../answers/count-tokens.ts";
import type { ChatRequest } from "./chat-request.ts";

/** Usage as the protocol counts it. */
export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** A call of an offered tool as the protocol writes it. */
export interface ToolCallBody {
  readonly id: string;
  readonly type: "function";
  readonly function: { readonly name: string; readonly arguments: string };
}

/** What both forms of the answer, whole and streamed, are made from. */
export interface Completion {
  readonly id: string;
  readonly model: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly content: string;
  readonly calls: readonly ToolCallBody[];
  readonly finish: "stop" | "length" | "tool_calls";
  readonly usage: Usage;
}

/** Puts an answer into the protocol's terms: cuts it at the limit, counts tokens, names calls. */
export function toCompletion(
  response: GivenAnswer,
  request: ChatRequest,
  facts: { model: string; now: Date },
): Completion {
  const limit = request.maxTokens === undefined ? Infinity : charactersFor(request.maxTokens);
  const { text, calls } = response.answer;
  const cut = text.length > limit;
  const content = cut ? text.slice(0, limit) : text;
  const bodies = calls.map((call, at) => ({
    id: `call_${response.id.slice(-16)}_${at}`,
    type: "function" as const,
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }));
  const prompt = request.messages.reduce((sum, message) => sum + countTokens(message.content) + 4, 0);
  const completion =
    countTokens(content) + bodies.reduce((sum, call) => sum + countTokens(call.function.arguments) + 4, 0);
  return {
    id: response.id,
    model: facts.model,
    created: Math.floor(facts.now.getTime() / 1000),
    content,
    calls: bodies,
    finish: cut ? "length" : bodies.length > 0 ? "tool_calls" : "stop",
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
  };
}

/** The whole answer in one body. */
export function wholeBody(completion: Completion): object {
  return {
    id: completion.id,
    object: "chat.completion",
    created: completion.created,
    model: completion.model,
    system_fingerprint: "range",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: completion.calls.length > 0 && completion.content === "" ? null : completion.content,
          ...(completion.calls.length > 0 ? { tool_calls: completion.calls } : {}),
        },
        finish_reason: completion.finish,
      },
    ],
    usage: completion.usage,
  };
}

/** The answer as events of a stream; put together they say the same as the whole body. */
export function* streamEvents(completion: Completion, includeUsage: boolean): Generator<string> {
  const chunk = (choices: readonly object[], rest: object = {}): string =>
    `data: ${JSON.stringify({
      id: completion.id,
      object: "chat.completion.chunk",
      created: completion.created,
      model: completion.model,
      system_fingerprint: "range",
      choices,
      ...rest,
    })}\n\n`;
  const piece = (delta: object, finish: string | null = null): string =>
    chunk([{ index: 0, delta, finish_reason: finish }]);
  yield piece({ role: "assistant", content: "" });
  for (const part of completion.content.match(/[\s\S]{1,48}/gu) ?? []) yield piece({ content: part });
  for (const [index, call] of completion.calls.entries()) yield piece({ tool_calls: [{ index, ...call }] });
  yield piece({}, completion.finish);
  if (includeUsage) yield chunk([], { usage: completion.usage });
  yield "data: [DONE]\n\n";
}
