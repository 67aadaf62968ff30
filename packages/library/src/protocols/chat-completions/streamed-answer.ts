import type { Fault, Reply, ToolCall } from "@probity/domain";
import type { TargetOutcome, WireAnswer } from "@probity/kit";
import { readEvents } from "../server-sent-events.ts";
import { countOf, listOf, readJson, recordOf, textOf, type JsonRecord } from "../json-reading.ts";
import { unreadable } from "../status-fault.ts";
import { errorOutcome } from "./error-object.ts";
import { contentOf, factsOf, finishOf, reasoningOf, type ReplyFacts } from "./reply-parts.ts";

/**
 * Reads an answer that comes as chunks in server-sent events, and puts it together.
 *
 * It is whole when `[DONE]` or a finish reason came. One that merely stops is a broken stream, unless the size bound
 * cut it. A chunk that is not JSON makes the answer unreadable.
 */
export async function readStreamedAnswer(
  answer: WireAnswer,
  sent: readonly string[],
): Promise<TargetOutcome> {
  const sum = createReplySum();
  let done = false;
  for await (const { data } of readEvents(answer.body)) {
    if (data === "[DONE]") {
      done = true;
      break;
    }
    const reading = readJson(data);
    const record = reading.kind === "json" ? recordOf(reading.value) : undefined;
    if (record === undefined) {
      // The chunk that the size bound went through is broken by us, not by the target.
      if (answer.cut()) break;
      return {
        kind: "fault",
        fault: unreadable("a piece of the stream is not a JSON object", answer.status),
      };
    }
    const error = errorOutcome(record, { status: answer.status, sent });
    if (error) return error;
    sum.add(record);
  }
  const cut = answer.cut();
  const complete = done || sum.finished() || cut;
  const fault = complete ? undefined : unfinished(sum.started(), answer.status);
  return fault ? { kind: "fault", fault } : { kind: "reply", reply: sum.reply(cut) };
}

function unfinished(started: boolean, status: number): Fault {
  if (!started) return unreadable("the stream holds no chunks", status);
  return {
    side: "target",
    code: "stream-broken",
    message: "The stream stopped without a finish reason and without [DONE].",
    status,
  };
}

/** Puts the chunks of one reply together. */
function createReplySum() {
  const text: string[] = [];
  const reasoning: string[] = [];
  const calls = createCallSum();
  let facts: ReplyFacts = {};
  let finish: Reply["finish"] | undefined;
  let started = false;
  return {
    add: (chunk: JsonRecord): void => {
      facts = { ...facts, ...factsOf(chunk) };
      const choice = recordOf(listOf(chunk["choices"])[0]);
      if (choice === undefined) return;
      started = true;
      if (textOf(choice["finish_reason"]) !== undefined) finish = finishOf(choice["finish_reason"]);
      const delta = recordOf(choice["delta"]) ?? recordOf(choice["message"]) ?? {};
      text.push(contentOf(delta));
      reasoning.push(reasoningOf(delta) ?? "");
      for (const piece of listOf(delta["tool_calls"])) calls.add(recordOf(piece) ?? {});
    },
    started: () => started,
    finished: () => finish !== undefined,
    reply: (cut: boolean): Reply => {
      const thought = reasoning.join("");
      return {
        text: text.join(""),
        toolCalls: calls.all(),
        ...(thought === "" ? {} : { reasoning: thought }),
        finish: finish ?? "unknown",
        ...facts,
        cut,
      };
    },
  };
}

/** Puts tool calls together from pieces that name their call by index; a piece without one continues the last call. */
function createCallSum() {
  const calls = new Map<number, { id: string; name: string; pieces: string[] }>();
  let last = -1;
  return {
    add: (piece: JsonRecord): void => {
      const id = textOf(piece["id"]);
      const wanted = recordOf(piece["function"]) ?? {};
      last = countOf(piece["index"]) ?? (id === undefined && last >= 0 ? last : last + 1);
      const call = calls.get(last) ?? { id: "", name: "", pieces: [] };
      calls.set(last, call);
      if (id !== undefined) call.id = id;
      // Some systems repeat the name in every piece, so it is taken once.
      call.name ||= textOf(wanted["name"]) ?? "";
      const given = wanted["arguments"];
      if (typeof given === "string") call.pieces.push(given);
      else if (given !== undefined && given !== null) call.pieces.push(JSON.stringify(given));
    },
    all: (): readonly ToolCall[] =>
      [...calls.entries()]
        .sort(([a], [b]) => a - b)
        .filter(([, { name }]) => name !== "")
        .map(([index, { id, name, pieces }]) => ({
          id: id || `call-${index + 1}`,
          name,
          arguments: pieces.join(""),
        })),
  };
}
