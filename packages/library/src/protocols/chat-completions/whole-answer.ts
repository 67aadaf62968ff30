import type { WireAnswer, TargetOutcome } from "@probity/kit";
import { listOf, readJson, recordOf } from "../json-reading.ts";
import { readText } from "../read-text.ts";
import { looksLikeHtml, unreadable } from "../status-fault.ts";
import { errorOutcome } from "./error-object.ts";
import { contentOf, factsOf, finishOf, reasoningOf, toolCallsOf } from "./reply-parts.ts";
import { salvageContent } from "./salvage.ts";

/** Reads an answer that comes as one JSON document. */
export async function readWholeAnswer(answer: WireAnswer, sent: readonly string[]): Promise<TargetOutcome> {
  const text = await readText(answer.body);
  if (answer.cut()) return cutOutcome(text, answer.status);
  const reading = readJson(text);
  if (reading.kind === "broken") return unreadableOutcome(reasonFor(text), answer.status);
  const record = recordOf(reading.value);
  const choice = recordOf(listOf(record?.["choices"])[0]);
  const message = recordOf(choice?.["message"]);
  if (record === undefined || message === undefined) {
    return (
      errorOutcome(record, { status: answer.status, sent }) ??
      unreadableOutcome("it holds no choices with a message", answer.status)
    );
  }
  const reasoning = reasoningOf(message);
  return {
    kind: "reply",
    reply: {
      text: contentOf(message),
      toolCalls: toolCallsOf(message),
      ...(reasoning === undefined ? {} : { reasoning }),
      finish: finishOf(choice?.["finish_reason"]),
      ...factsOf(record),
      cut: false,
    },
  };
}

function unreadableOutcome(reason: string, status: number): TargetOutcome {
  return { kind: "fault", fault: unreadable(reason, status) };
}

function reasonFor(text: string): string {
  if (text.trim() === "") return "the answer is empty";
  return looksLikeHtml(text) ? "with an HTML page instead of JSON" : "the answer is not JSON";
}

/** What came before the cut is kept when it can be read; without any text there is no answer to judge. */
function cutOutcome(text: string, status: number): TargetOutcome {
  const content = salvageContent(text);
  if (content === undefined) {
    return {
      kind: "fault",
      fault: {
        side: "target",
        code: "answer-too-large",
        message: "The answer passed the size bound before any text of the reply could be read.",
        status,
      },
    };
  }
  return { kind: "reply", reply: { text: content, toolCalls: [], finish: "unknown", cut: true } };
}
