import type { Reply, ToolCall, Usage } from "@probity/domain";
import { countOf, listOf, recordOf, textOf, type JsonRecord } from "../json-reading.ts";

/** Facts that stand beside the text, in whole answers and in chunks alike. */
export type ReplyFacts = Pick<Reply, "model" | "fingerprint" | "responseId" | "usage">;

/** Reads the facts an answer or chunk states; what is missing or malformed is left out. */
export function factsOf(record: JsonRecord): ReplyFacts {
  const model = textOf(record["model"]);
  const fingerprint = textOf(record["system_fingerprint"]);
  const responseId = textOf(record["id"]);
  const usage = usageOf(record["usage"]);
  return {
    ...(model === undefined ? {} : { model }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(responseId === undefined ? {} : { responseId }),
    ...(usage === undefined ? {} : { usage }),
  };
}

function usageOf(value: unknown): Usage | undefined {
  const record = recordOf(value);
  const inputTokens = countOf(record?.["prompt_tokens"]);
  if (inputTokens === undefined) return undefined;
  return { inputTokens, outputTokens: countOf(record?.["completion_tokens"]) ?? 0 };
}

/** Text of a message: a string, or the text parts of a list; a refusal is what the system said, too. */
export function contentOf(message: JsonRecord): string {
  const { content } = message;
  if (typeof content === "string" && content !== "") return content;
  const parts = listOf(content).map((part) => textOf(recordOf(part)?.["text"]) ?? "");
  return parts.join("") || (textOf(message["refusal"]) ?? "");
}

/** Reasoning that some systems expose beside the answer, under either of the names in use. */
export function reasoningOf(message: JsonRecord): string | undefined {
  return textOf(message["reasoning_content"]) ?? textOf(message["reasoning"]);
}

export function finishOf(value: unknown): Reply["finish"] {
  switch (value) {
    case "stop":
    case "length":
      return value;
    case "tool_calls":
    case "function_call":
      return "tool-calls";
    case "content_filter":
      return "content-filter";
    default:
      return "unknown";
  }
}

/** Calls in a whole message. Arguments that come as an object are written out; a call without a name is none. */
export function toolCallsOf(message: JsonRecord): readonly ToolCall[] {
  const calls: ToolCall[] = [];
  for (const entry of listOf(message["tool_calls"])) {
    const call = recordOf(entry);
    const wanted = recordOf(call?.["function"]);
    const name = textOf(wanted?.["name"]);
    if (name === undefined) continue;
    const given = wanted?.["arguments"] ?? "";
    calls.push({
      id: textOf(call?.["id"]) ?? `call-${calls.length + 1}`,
      name,
      arguments: typeof given === "string" ? given : JSON.stringify(given),
    });
  }
  return calls;
}
