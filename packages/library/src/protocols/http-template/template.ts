import type { Message } from "@probity/domain";

/** What a template may ask for. */
export const placeholders = ["prompt", "messages", "conversationId", "seed"] as const;
export type Placeholder = (typeof placeholders)[number];

/** Values of one request, by placeholder. */
export interface TemplateValues {
  /** The last user turn. */
  readonly prompt: string;
  /** The whole conversation. */
  readonly messages: readonly { readonly role: Message["role"]; readonly content: string }[];
  readonly conversationId: string;
  readonly seed: number;
}

const anyPlaceholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
const onePlaceholder = /^\{\{\s*([^{}]*?)\s*\}\}$/;

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((each) => each === name);
}

/** Names between double braces anywhere in a JSON value, known or not. */
export function placeholdersIn(template: unknown): readonly string[] {
  return textsIn(template).flatMap((text) =>
    [...text.matchAll(anyPlaceholder)].map(([, name]) => name ?? ""),
  );
}

function textsIn(template: unknown): readonly string[] {
  if (typeof template === "string") return [template];
  if (typeof template !== "object" || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) => [key, ...textsIn(value)]);
}

/**
 * Fills a JSON template. A string that is a placeholder and nothing else becomes the value itself (a list for
 * `messages`, a number for `seed`); within longer strings the value is inserted as text.
 *
 * What is inserted is never read as a template again, so a prompt may hold braces.
 */
export function fillJson(template: unknown, values: TemplateValues): unknown {
  if (typeof template === "string") {
    const [, name] = onePlaceholder.exec(template) ?? [];
    return name !== undefined && isPlaceholder(name) ? values[name] : fillText(template, values, asText);
  }
  if (Array.isArray(template)) return template.map((each) => fillJson(each, values));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillJson(value, values)]));
}

/** How a value is written at its place in a text. */
export type Encoding = (value: TemplateValues[Placeholder]) => string;

/** As it is; lists as JSON. */
export const asText: Encoding = (value) =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** For the inside of a JSON string: text is escaped without quotes around it; lists and numbers stand as JSON. */
export const asJsonPart: Encoding = (value) =>
  typeof value === "string" ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);

/** For queries and forms. */
export const asUrlPart: Encoding = (value) => encodeURIComponent(wellFormed(asText(value)));

/** Half of a surrogate pair cannot be percent-encoded; it is sent as U+FFFD, as UTF-8 would have it. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** Fills a text template in one pass. Unknown names stay as they are; the schema has refused them before. */
export function fillText(template: string, values: TemplateValues, encode: Encoding): string {
  return template.replaceAll(anyPlaceholder, (whole, name: string) =>
    isPlaceholder(name) ? encode(values[name]) : whole,
  );
}
