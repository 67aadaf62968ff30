import type { Ending, Exchange, Message, PlannedConversation, Reply } from "@probity/domain";
import type { TargetOutcome, TargetRequest } from "@probity/kit";

/** Rounds of tool calls answered within one turn before the conversation goes on without more. */
const maxToolRounds = 4;

/** How one request went, retries included. */
export interface Sent {
  readonly outcome: TargetOutcome;
  readonly attempts: number;
  readonly latencyMs: number;
  readonly sentAt: string;
}

export interface Conversed {
  readonly messages: readonly Message[];
  readonly exchanges: readonly Exchange[];
  readonly ending: Ending;
}

/** Says each user turn in order, answers tool calls with the probe's stand-ins, and keeps what was said. Stops at the first fault. */
export async function converse(
  conversation: PlannedConversation,
  identity: { readonly seed: number; readonly conversationId: string },
  ask: (request: TargetRequest) => Promise<Sent>,
): Promise<Conversed> {
  const messages: Message[] = [...conversation.opening];
  const exchanges: Exchange[] = [];
  const request = (): TargetRequest => ({
    messages,
    tools: conversation.tools,
    maxOutputTokens: conversation.maxOutputTokens,
    ...(conversation.temperature === undefined ? {} : { temperature: conversation.temperature }),
    ...identity,
  });
  for (const turn of conversation.userTurns) {
    messages.push({ content: turn, role: "user" });
    for (let round = 0, isAnswered = false; !isAnswered; round += 1) {
      const sent = await ask(request());
      exchanges.push(exchangeOf(sent));
      if (sent.outcome.kind === "fault")
        return { messages, exchanges, ending: { kind: "failed", fault: sent.outcome.fault } };
      const { reply } = sent.outcome;
      messages.push(answerMessage(reply));
      isAnswered = reply.toolCalls.length === 0 || conversation.tools.length === 0 || round === maxToolRounds;
      if (!isAnswered) messages.push(...toolResults(reply, conversation));
    }
  }
  return { messages, exchanges, ending: { kind: "complete" } };
}

function answerMessage({ text, toolCalls }: Reply): Message {
  return { content: text, role: "assistant", ...(toolCalls.length > 0 ? { toolCalls } : {}) };
}

function toolResults({ toolCalls }: Reply, { tools }: PlannedConversation): readonly Message[] {
  return toolCalls.map(({ id, name }) => ({
    role: "tool" as const,
    toolCallId: id,
    content: tools.find((tool) => tool.name === name)?.result ?? "There is no such tool.",
  }));
}

/** Keys in the order of canonical JSON, here and in messages, so that recording need not sort them. */
function exchangeOf({ outcome, attempts, latencyMs, sentAt }: Sent): Exchange {
  if (outcome.kind === "fault") return { attempts, cut: false, latencyMs, sentAt };
  const { finish, usage, model, fingerprint, responseId, cut } = outcome.reply;
  return {
    attempts,
    cut,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    finish,
    latencyMs,
    ...(model === undefined ? {} : { model }),
    ...(responseId === undefined ? {} : { responseId }),
    sentAt,
    ...(usage === undefined ? {} : { usage }),
  };
}
