import type { Message, ToolOffer } from "@probity/domain";
import type { TargetRequest } from "@probity/kit";
import type { ChatCompletionsSettings } from "./settings.ts";

/** The request as the chat-completions protocol writes it. `extraBody` may set sampling fields, never what is said. */
export function requestBody(request: TargetRequest, settings: ChatCompletionsSettings): string {
  return JSON.stringify({
    model: settings.model,
    messages: request.messages.map(messageAsSent),
    [settings.tokenLimitField]: request.maxOutputTokens,
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    ...(settings.sendSeed ? { seed: request.seed } : {}),
    ...(settings.stream ? { stream: true, stream_options: { include_usage: true } } : {}),
    ...(request.tools.length === 0 ? {} : { tools: request.tools.map(toolAsSent) }),
    ...responseFormat(request, settings),
    ...settings.extraBody,
  });
}

function responseFormat(
  { answerSchema }: TargetRequest,
  { structuredOutput }: ChatCompletionsSettings,
): Record<string, unknown> {
  if (answerSchema === undefined || structuredOutput === undefined) return {};
  if (structuredOutput === "json-object") return { response_format: { type: "json_object" } };
  return { response_format: { type: "json_schema", json_schema: { ...answerSchema, strict: true } } };
}

function messageAsSent({ role, content, toolCalls, toolCallId }: Message): Record<string, unknown> {
  if (toolCallId !== undefined) return { role, tool_call_id: toolCallId, content };
  if (toolCalls === undefined || toolCalls.length === 0) return { role, content };
  return {
    role,
    // The protocol wants null, not "", beside tool calls.
    content: content === "" ? null : content,
    tool_calls: toolCalls.map((call) => ({
      id: call.id,
      type: "function",
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}

function toolAsSent({ name, description, parameters }: ToolOffer): Record<string, unknown> {
  return { type: "function", function: { name, description, parameters } };
}
