import type { Fault, Reply } from "@probity/domain";
import { BrokenBody, type Line, type TargetOutcome, type TargetRequest, type WireAnswer } from "@probity/kit";
import { holdsReference } from "../header-settings.ts";
import { readText } from "../read-text.ts";
import { readEvents } from "../server-sent-events.ts";
import { looksLikeHtml, readRefusal, statusFault, unreadable } from "../status-fault.ts";
import { textAt, type TextReading } from "./answer-text.ts";
import { filledRequest } from "./filled-request.ts";
import { readLines } from "./lines.ts";
import { sendsWholeConversation, type HttpSettings } from "./settings.ts";

/** One request by template. What the other side does wrong comes back as a fault. */
export async function askByTemplate(
  request: TargetRequest,
  settings: HttpSettings,
  line: Line,
): Promise<TargetOutcome> {
  const refusal = unaskable(request, settings);
  if (refusal) return { kind: "fault", fault: refusal };
  const sent = await line.send(filledRequest(request, settings));
  if (sent.kind === "fault") return sent;
  try {
    return await readAnswer(sent.answer, settings);
  } catch (error) {
    if (error instanceof BrokenBody) return { kind: "fault", fault: error.fault };
    throw error;
  }
}

/** What must not be sent at all: the engine skips such trials, so reaching this is a fault of ours. */
function unaskable(request: TargetRequest, settings: HttpSettings): Fault | undefined {
  if (holdsReference([settings.url, ...Object.values(settings.headers)])) {
    return ours("A secret of this target is still a reference; nothing was sent.");
  }
  if (request.tools.length > 0) return ours("This target takes no tools; nothing was sent.");
  const roles = new Set(request.messages.map(({ role }) => role));
  if (roles.has("system") && !settings.acceptsSystemPrompt) {
    return ours("This target takes no system prompt; nothing was sent.");
  }
  const carried = settings.keepsConversation || sendsWholeConversation(settings);
  if (roles.has("assistant") && !carried) {
    return ours("This target takes single turns only; nothing was sent.");
  }
  return undefined;
}

function ours(message: string): Fault {
  return { side: "ours", code: "rejected", message };
}

async function readAnswer(answer: WireAnswer, settings: HttpSettings): Promise<TargetOutcome> {
  const { status, headers } = answer;
  if (status < 200 || status >= 300) {
    const refusal = await readRefusal(answer);
    return { kind: "fault", fault: statusFault({ status, headers, refusal, sent: sentValues(settings) }) };
  }
  if (settings.stream === false) return readWhole(answer, settings.answer);
  const pieces = settings.stream === "sse" ? eventTexts(answer.body) : readLines(answer.body);
  return readPieces(answer, pieces, settings.answer);
}

/** What the settings put into every request, and a target might quote back. */
function sentValues({ url, headers }: HttpSettings): readonly string[] {
  return [...Object.values(headers), ...(URL.parse(url)?.searchParams.values() ?? [])];
}

async function readWhole(answer: WireAnswer, path: string | undefined): Promise<TargetOutcome> {
  const text = await readText(answer.body);
  const cut = answer.cut();
  if (path === undefined) {
    return text === "" ? fault(unreadable("the answer is empty", answer.status)) : reply(text, cut);
  }
  if (cut) return fault(tooLarge(answer.status));
  if (text.trim() === "") return fault(unreadable("the answer is empty", answer.status));
  const reading = textAt(path)(text);
  if (reading.kind === "text") return reply(reading.text, false);
  const html = reading.kind === "not-json" && looksLikeHtml(text);
  const reason = html ? "with an HTML page instead of JSON" : reasonFor(reading, path);
  return fault(unreadable(reason, answer.status));
}

function reasonFor({ kind }: Exclude<TextReading, { kind: "text" }>, path: string): string {
  if (kind === "absent") return `nothing stands at ${path}`;
  return kind === "not-text" ? `what stands at ${path} is not text` : "the answer is not JSON";
}

/** Data of the events, without the end mark that many systems borrow from chat completions. */
async function* eventTexts(body: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const { data } of readEvents(body)) {
    if (data === "[DONE]") return;
    yield data;
  }
}

/** Joins the text of all pieces. Pieces without text, such as pings, are passed over; at least one must have some. */
async function readPieces(
  answer: WireAnswer,
  pieces: AsyncIterable<string>,
  path: string | undefined,
): Promise<TargetOutcome> {
  const read = path === undefined ? asItIs : textAt(path);
  const texts: string[] = [];
  let broken = false;
  for await (const piece of pieces) {
    const reading = read(piece);
    if (reading.kind === "text") texts.push(reading.text);
    broken ||= reading.kind === "not-json";
  }
  const cut = answer.cut();
  // The piece that the size bound went through is broken by us, not by the target.
  if (broken && !cut) return fault(unreadable("a piece of the stream is not JSON", answer.status));
  if (texts.length > 0) return reply(texts.join(""), cut);
  return fault(cut ? tooLarge(answer.status) : unreadable("the stream holds no text", answer.status));
}

function asItIs(text: string): TextReading {
  return { kind: "text", text };
}

function reply(text: string, cut: boolean): TargetOutcome {
  // Plain HTTP has no word for why a text ended.
  const said: Reply = { text, toolCalls: [], finish: "unknown", cut };
  return { kind: "reply", reply: said };
}

function fault(reason: Fault): TargetOutcome {
  return { kind: "fault", fault: reason };
}

function tooLarge(status: number): Fault {
  return {
    side: "target",
    code: "answer-too-large",
    message: "The answer passed the size bound before its text could be read.",
    status,
  };
}
