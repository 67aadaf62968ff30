import { z } from "zod";

/** A call of a tool that the system under test asked for. `arguments` is the JSON text as it came. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** One message of a conversation, in the roles of the chat-completions protocol. */
export interface Message {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string;
  readonly toolCalls?: readonly ToolCall[];
  /** For role `tool`: which call this answers. */
  readonly toolCallId?: string;
}

/** A tool that is offered to the system under test. `result` is what a call returns: nothing is ever executed. */
export const toolOfferSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string(),
  parameters: z.record(z.string(), z.unknown()).describe("JSON Schema of the arguments."),
  result: z
    .string()
    .default("ok")
    .describe("Text returned for every call. The tool is a stand-in; it has no effect."),
});
export type ToolOffer = z.infer<typeof toolOfferSchema>;

/** Tokens counted by the provider, when it says. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What the system under test answered to one request. */
export interface Reply {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** Reasoning that the provider exposes beside the answer. */
  readonly reasoning?: string;
  readonly finish: "stop" | "length" | "tool-calls" | "content-filter" | "unknown";
  readonly usage?: Usage;
  /** Model name and fingerprint as the provider reports them. */
  readonly model?: string;
  readonly fingerprint?: string;
  /** The provider's own id for this answer. */
  readonly responseId?: string;
  /** True when the answer was cut at Probity's size bound; `text` holds what came before. */
  readonly cut: boolean;
}
