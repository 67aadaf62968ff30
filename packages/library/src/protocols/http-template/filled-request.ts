import type { Message } from "@probity/domain";
import type { TargetRequest, WireRequest } from "@probity/kit";
import type { HttpSettings } from "./settings.ts";
import {
  asJsonPart,
  asText,
  asUrlPart,
  fillJson,
  fillText,
  type Encoding,
  type TemplateValues,
} from "./template.ts";

/** The request that a template gives for one turn. */
export function filledRequest(request: TargetRequest, settings: HttpSettings): WireRequest {
  const values = valuesOf(request);
  const { body, method } = settings;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings.headers)) {
    headers[name.toLowerCase()] = fillText(value, values, asText);
  }
  const url = fillText(settings.url, values, asUrlPart);
  if (body === undefined) return { method, url, headers };
  if (typeof body !== "string") {
    return {
      method,
      url,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(fillJson(body, values)),
    };
  }
  const contentType = headers["content-type"] ?? (isJsonText(body) ? "application/json" : "text/plain");
  return {
    method,
    url,
    headers: { ...headers, "content-type": contentType },
    body: fillText(body, values, encodingFor(contentType)),
  };
}

function valuesOf({ messages, conversationId, seed }: TargetRequest): TemplateValues {
  return {
    prompt: saidSinceAnswer(messages),
    messages: messages.map(({ role, content }) => ({ role, content })),
    conversationId,
    seed,
  };
}

/** True for a text template that is meant as JSON: an object or a list. */
function isJsonText(template: string): boolean {
  return /^\s*[{[]/.test(template);
}

function encodingFor(contentType: string): Encoding {
  if (/[/+]json\b/i.test(contentType)) return asJsonPart;
  return /x-www-form-urlencoded/i.test(contentType) ? asUrlPart : asText;
}

/** What the user says now: everything since the last answer, such as retrieved documents and the turn itself. */
function saidSinceAnswer(messages: readonly Message[]): string {
  const answered = messages.findLastIndex(({ role }) => role === "assistant");
  return messages
    .slice(answered + 1)
    .filter(({ role }) => role === "user")
    .map(({ content }) => content)
    .join("\n\n");
}
