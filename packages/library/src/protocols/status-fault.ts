import type { Fault } from "@probity/domain";
import type { WireAnswer } from "@probity/kit";
import { secretsAmong } from "./header-settings.ts";
import { readJson, recordOf, textOf } from "./json-reading.ts";
import { plainSentence } from "./plain-sentence.ts";
import { readText } from "./read-text.ts";
import { retryAfterMs } from "./retry-after.ts";

/** As much of an error page as can hold a message worth showing. */
const mostErrorCharacters = 16_384;

/** What a refusing answer says, in any of the forms in use. */
export interface Refusal {
  readonly message?: string;
  /** The provider's own name for the error, such as `insufficient_quota`. */
  readonly code?: string;
}

/** Reads the body of an answer that is no success. */
export async function readRefusal(answer: WireAnswer): Promise<Refusal> {
  const text = await readText(answer.body, mostErrorCharacters);
  const reading = readJson(text);
  if (reading.kind === "json") return refusalIn(reading.value);
  if (text.trim() === "") return {};
  return { message: looksLikeHtml(text) ? "an HTML page" : text };
}

/** Finds the message in `{error: {message, code}}`, `{error: "..."}`, `{message}` or `{detail}`. */
export function refusalIn(value: unknown): Refusal {
  const record = recordOf(value);
  const error = recordOf(record?.["error"]);
  const message =
    textOf(error?.["message"]) ??
    textOf(record?.["error"]) ??
    textOf(record?.["message"]) ??
    textOf(record?.["detail"]) ??
    textOf(value);
  const code = textOf(error?.["code"]) ?? textOf(error?.["type"]);
  return { ...(message === undefined ? {} : { message }), ...(code === undefined ? {} : { code }) };
}

export interface StatusFaultInput {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: Refusal;
  /** What the settings put into the request; no word of it may be quoted back. */
  readonly sent: readonly string[];
}

/**
 * The fault that a status stands for.
 *
 * 429 is a limit that passes, unless the account's quota is spent; 408, 529 (overloaded, as some providers use it)
 * and 5xx are the server's trouble; everything else is a refusal that another attempt would meet again.
 */
export function statusFault({ status, headers, refusal, sent }: StatusFaultInput): Fault {
  const code = codeOf(status, refusal);
  const wait = code === "rejected" ? undefined : retryAfterMs(headers);
  const reason = refusal.message === undefined ? " without a reason." : `: ${refusal.message}`;
  return {
    side: "target",
    code,
    message: plainSentence(`The target answered ${status}${reason}`, secretsAmong(sent)),
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

function codeOf(status: number, refusal: Refusal): "rate-limited" | "server-error" | "rejected" {
  if (status === 429) return refusal.code === "insufficient_quota" ? "rejected" : "rate-limited";
  return status === 408 || status >= 500 ? "server-error" : "rejected";
}

/** An answer that came, and cannot be read. */
export function unreadable(reason: string, status: number): Fault {
  return {
    side: "target",
    code: "unreadable-answer",
    message: plainSentence(`The target answered ${status}, but ${reason}.`),
    status,
  };
}

/** True for a page meant for a browser: what a proxy or a wrong URL gives instead of an answer. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body)/i.test(text);
}
