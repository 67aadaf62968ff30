import { z } from "zod";
import type { OfferedTool } from "../application/scene.ts";
import type { IncomingMessage } from "../features/reading.ts";

const contentSchema = z.union([
  z.string(),
  z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  z.null(),
]);

/** The part of a chat-completions request that the range uses; other fields are accepted and ignored, as providers do. */
const chatRequestSchema = z.looseObject({
  model: z.string().optional(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]),
        content: contentSchema.optional(),
      }),
    )
    .min(1)
    .max(2_000),
  tools: z
    .array(
      z.looseObject({
        type: z.literal("function"),
        function: z.looseObject({
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
          description: z.string().optional(),
          parameters: z.record(z.string(), z.unknown()).optional(),
        }),
      }),
    )
    .nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  seed: z.int().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
});

/** A chat-completions request, parsed. */
export interface ChatRequest {
  readonly model: string | undefined;
  readonly messages: readonly IncomingMessage[];
  readonly tools: readonly OfferedTool[];
  readonly stream: boolean;
  readonly includeUsage: boolean;
  readonly seed: number | undefined;
  readonly maxTokens: number | undefined;
}

export type ChatRequestParse =
  | { readonly kind: "request"; readonly request: ChatRequest }
  | { readonly kind: "problem"; readonly message: string; readonly parameter: string | undefined };

/** Parses the body of a chat-completions request. */
export function parseChatRequest(body: string): ChatRequestParse {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return {
      kind: "problem",
      message: "We could not parse the JSON body of your request.",
      parameter: undefined,
    };
  }
  const parsed = chatRequestSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const parameter = issue?.path.map(String).join(".") ?? "";
    return {
      kind: "problem",
      message: `${parameter === "" ? "body" : parameter}: ${issue?.message ?? "not understood"}`,
      parameter,
    };
  }
  const { data } = parsed;
  return {
    kind: "request",
    request: {
      model: data.model,
      messages: data.messages.map(({ role, content }) => ({ role: roleOf(role), content: textOf(content) })),
      tools: (data.tools ?? []).map(({ function: offer }) => ({
        name: offer.name,
        description: offer.description ?? "",
        parameters: offer.parameters ?? {},
      })),
      stream: data.stream ?? false,
      includeUsage: data.stream_options?.include_usage ?? false,
      seed: data.seed ?? undefined,
      maxTokens: data.max_completion_tokens ?? data.max_tokens ?? undefined,
    },
  };
}

function roleOf(
  role: "system" | "developer" | "user" | "assistant" | "tool" | "function",
): IncomingMessage["role"] {
  if (role === "developer") return "system";
  return role === "function" ? "tool" : role;
}

function textOf(content: z.infer<typeof contentSchema> | undefined): string {
  if (typeof content === "string") return content;
  return (content ?? []).map(({ text }) => text ?? "").join("\n");
}
