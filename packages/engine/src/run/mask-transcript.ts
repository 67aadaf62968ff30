import type {
  Canary,
  Ending,
  Exchange,
  Message,
  RunId,
  ToolCall,
  Transcript,
  TrialOrder,
} from "@probity/domain";
import type { Conversed } from "./converse.ts";

/** Replaces personal data and secrets with tokens; says how many of each kind it found. */
export type Mask = (text: string) => {
  readonly text: string;
  readonly found: Readonly<Record<string, number>>;
};

/** Makes the mask for a trial: the canaries known there are synthetic and stay readable. */
export type MaskFor = (canaries: readonly Canary[]) => Mask;

export interface TranscriptParts {
  readonly order: TrialOrder;
  readonly runId: RunId;
  readonly conversed: Conversed;
  readonly openingLength: number;
  readonly canaries: readonly Canary[];
}

/** Names of models and answers are shorter; what is longer is no name. */
const longestName = 200;

/** Makes the transcript that is kept: everything said, masked. Nothing unmasked goes further than this function. */
export function maskTranscript(
  { order, runId, conversed, openingLength, canaries }: TranscriptParts,
  mask: Mask,
): Transcript {
  const masked: Record<string, number> = {};
  const messages = conversed.messages.map((message) => maskMessage(message, mask, masked));
  // Keys in the order of canonical JSON, so that recording need not sort them.
  return {
    canaries,
    ending: maskEnding(conversed.ending, mask),
    exchanges: conversed.exchanges.map((exchange) => maskExchange(exchange, mask)),
    masked,
    messages,
    openingLength,
    order,
    runId,
    trialId: order.id,
  };
}

function maskMessage(message: Message, mask: Mask, answersFound: Record<string, number>): Message {
  const fromTarget = message.role === "assistant";
  const apply = (text: string) => {
    const { text: safe, found } = mask(text);
    if (fromTarget)
      for (const [kind, count] of Object.entries(found))
        answersFound[kind] = (answersFound[kind] ?? 0) + count;
    return safe;
  };
  const content = apply(message.content);
  if (!message.toolCalls) return { ...message, content };
  const toolCalls = message.toolCalls.map((call): ToolCall => ({
    id: apply(call.id),
    name: apply(call.name),
    arguments: apply(call.arguments),
  }));
  return { ...message, content, toolCalls };
}

/** What a provider says of itself is its text too: bounded, and masked like the rest. */
function maskExchange(exchange: Exchange, mask: Mask): Exchange {
  const named: { -readonly [Name in "fingerprint" | "model" | "responseId"]?: string } = {};
  for (const name of ["fingerprint", "model", "responseId"] as const) {
    const said = exchange[name];
    if (said !== undefined) named[name] = mask(said.slice(0, longestName)).text;
  }
  return { ...exchange, ...named };
}

function maskEnding(ending: Ending, mask: Mask): Ending {
  if (ending.kind === "complete") return ending;
  return { kind: "failed", fault: { ...ending.fault, message: mask(ending.fault.message).text } };
}
