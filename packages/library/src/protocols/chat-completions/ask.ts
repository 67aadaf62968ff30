import type { Fault } from "@probity/domain";
import { BrokenBody, type Line, type TargetOutcome, type TargetRequest, type WireAnswer } from "@probity/kit";
import { holdsReference } from "../header-settings.ts";
import { readRefusal, statusFault } from "../status-fault.ts";
import { requestBody } from "./request-body.ts";
import type { ChatCompletionsSettings } from "./settings.ts";
import { readStreamedAnswer } from "./streamed-answer.ts";
import { readWholeAnswer } from "./whole-answer.ts";

/** One request in the chat-completions protocol. What the other side does wrong comes back as a fault. */
export async function askChatCompletions(
  request: TargetRequest,
  settings: ChatCompletionsSettings,
  line: Line,
): Promise<TargetOutcome> {
  const values = valuesOf(settings);
  const refusal = holdsReference([settings.url, ...values]) ? unresolved : unaskable(request, settings);
  if (refusal) return { kind: "fault", fault: refusal };
  const sent = await line.send({
    method: "POST",
    url: settings.url,
    headers: headersOf(settings),
    body: requestBody(request, settings),
  });
  if (sent.kind === "fault") return sent;
  try {
    return await readAnswer(sent.answer, values);
  } catch (error) {
    if (error instanceof BrokenBody) return { kind: "fault", fault: error.fault };
    throw error;
  }
}

/** What must not be sent at all: the engine skips such trials, so reaching this is a fault of ours. */
function unaskable(request: TargetRequest, settings: ChatCompletionsSettings): Fault | undefined {
  if (!settings.tools && request.tools.length > 0) {
    return ours("This target takes no tools; nothing was sent.");
  }
  if (!settings.acceptsSystemPrompt && request.messages.some(({ role }) => role === "system")) {
    return ours("This target takes no system prompt; nothing was sent.");
  }
  return undefined;
}

const unresolved = ours("A secret of this target is still a reference; nothing was sent.");

function ours(message: string): Fault {
  return { side: "ours", code: "rejected", message };
}

/** What the settings put into every request. */
function valuesOf({ apiKey, headers }: ChatCompletionsSettings): readonly string[] {
  const values = Object.values(headers);
  return apiKey === undefined ? values : [apiKey, ...values];
}

function headersOf(settings: ChatCompletionsSettings): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: settings.stream ? "text/event-stream" : "application/json",
    ...(settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey}` }),
    ...settings.headers,
  };
}

/** The answer's own content type decides how it is read: some systems stream unasked, others never do. */
async function readAnswer(answer: WireAnswer, sent: readonly string[]): Promise<TargetOutcome> {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) {
    const streamed = headers["content-type"]?.startsWith("text/event-stream") ?? false;
    return streamed ? readStreamedAnswer(answer, sent) : readWholeAnswer(answer, sent);
  }
  const refusal = await readRefusal(answer);
  if (status === 400 && refusal.code === "content_filter") {
    // Azure refuses a filtered prompt with a status; others answer with this finish reason.
    return { kind: "reply", reply: { text: "", toolCalls: [], finish: "content-filter", cut: false } };
  }
  return { kind: "fault", fault: statusFault({ status, headers, refusal, sent }) };
}
