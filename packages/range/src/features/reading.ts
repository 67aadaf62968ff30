import type { Obfuscation } from "../text/fold-characters.ts";
import { mendSpelling, type SpellingIndex } from "../text/mend-spelling.ts";
import { unmask } from "../text/unmask.ts";
import { findDocuments } from "./find-documents.ts";

/** A message as it reaches the application. */
export interface IncomingMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string;
}

/** What surrounds a request beside its messages. */
export interface Circumstances {
  readonly toolNames: readonly string[];
  /** Requests being served at this moment, this one included. */
  readonly inFlight: number;
  readonly maxTokens: number | undefined;
}

/** One thing that somebody wrote: as sent, as understood, and as compared. */
export interface Passage {
  readonly raw: string;
  /** Without disguise, in its own case. */
  readonly understood: string;
  /** Understood, lower case, spelling mended, white space folded: what features look at. */
  readonly text: string;
  readonly disguises: readonly Obfuscation[];
  readonly misspelled: number;
}

/** A request as the simulated model reads it. */
export interface Reading {
  /** The latest user turn, without fenced documents. */
  readonly turn: Passage;
  /** User turns before it, oldest first. */
  readonly earlier: readonly Passage[];
  /** Text that came with the request but is nobody's request: fenced documents and tool results. */
  readonly documents: readonly Passage[];
  /** What the client sent as system message; this application does not trust it. */
  readonly system: Passage;
  /** Result of the tool call that this request answers, when it ends with one. */
  readonly toolResult: string | undefined;
  /** Earlier answers of the application, as the client returns them. */
  readonly answers: readonly string[];
  readonly circumstances: Circumstances;
}

/** Reads a conversation: takes disguises off, sets documents apart, mends spelling. */
export function readRequest(
  messages: readonly IncomingMessage[],
  circumstances: Circumstances,
  spelling: SpellingIndex,
): Reading {
  const passage = (raw: string): Passage => makePassage(raw, spelling);
  const users = messages.filter(({ role }) => role === "user").map(({ content }) => findDocuments(content));
  const tools = messages.filter(({ role }) => role === "tool").map(({ content }) => content);
  const asked = users
    .map(({ rest }) => rest)
    .filter((rest, at) => rest.trim() !== "" || at === users.length - 1);
  const documents = [...users.flatMap((user) => user.documents), ...tools];
  return {
    turn: passage(joinedParts(asked) ?? asked.at(-1) ?? ""),
    earlier: asked.slice(0, -1).map(passage),
    documents: documents.map(passage),
    system: passage(
      messages
        .filter(({ role }) => role === "system")
        .map(({ content }) => content)
        .join("\n"),
    ),
    toolResult: messages.at(-1)?.role === "tool" ? messages.at(-1)?.content : undefined,
    answers: messages.filter(({ role }) => role === "assistant").map(({ content }) => content),
    circumstances,
  };
}

/** A request that was sent in numbered parts over several turns, once its last turn says that it is complete. */
function joinedParts(asked: readonly string[]): string | undefined {
  if (asked.length < 2 || !/\b(join|complete|put together|all parts)\b/iu.test(asked.at(-1) ?? ""))
    return undefined;
  const parts = asked.flatMap((turn) => /\bpart \d+:\s*([^\n]*)/iu.exec(turn)?.[1] ?? []);
  return parts.length >= 2 ? parts.join(" ") : undefined;
}

function makePassage(raw: string, spelling: SpellingIndex): Passage {
  const { text: understood, found } = unmask(raw);
  const mended = mendSpelling(
    understood
      .toLowerCase()
      .replaceAll(/[\u2018\u2019]/gu, "'")
      .replaceAll(/\s+/gu, " ")
      .trim(),
    spelling,
  );
  return { raw, understood, text: mended.text, disguises: found, misspelled: mended.misspelled };
}
