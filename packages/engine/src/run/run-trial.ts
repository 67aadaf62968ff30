import type { Canary, Limits, Permit, PlannedTrial, RunId, Transcript, Usage } from "@probity/domain";
import type { Target, Wire } from "@probity/kit";
import type { Channel } from "../channel/create-channel.ts";
import { estimateTokens } from "../plan/estimate-plan.ts";
import { converse, type Conversed } from "./converse.ts";
import { maskTranscript, type MaskFor } from "./mask-transcript.ts";
import type { Spending } from "./spending.ts";

/** What sending a trial takes. */
export interface TrialPorts {
  readonly runId: RunId;
  readonly target: Target;
  /** Settings with secrets resolved. Never recorded. */
  readonly settings: unknown;
  readonly limits: Limits;
  readonly canaries: readonly Canary[];
  readonly wire: Wire;
  readonly channel: Channel;
  readonly maskFor: MaskFor;
  readonly spending: Spending;
}

/** Sends one permitted trial and returns its masked transcript; `undefined` when it was abandoned half-way and so never happened. */
export async function runTrial(
  { order, compose }: PlannedTrial,
  permit: Permit,
  ports: TrialPorts & { readonly abandon: AbortSignal },
): Promise<Transcript | undefined> {
  const { runId, canaries, maskFor, abandon } = ports;
  const composed = compose();
  if (composed.kind === "fault") {
    const conversed: Conversed = {
      messages: [],
      exchanges: [],
      ending: { kind: "failed", fault: composed.fault },
    };
    return maskTranscript({ order, runId, conversed, openingLength: 0, canaries }, maskFor(canaries));
  }
  const { conversation } = composed;
  const estimatedTokens = estimateTokens(conversation.userTurns.join("")) + conversation.maxOutputTokens;
  const settle = ports.spending.reserve(estimatedTokens);
  const { timeoutSeconds, maxResponseBytes } = ports.limits;
  const line = ports.wire.line(permit, {
    timeoutMs: timeoutSeconds * 1000,
    maxResponseBytes,
    signal: abandon,
  });
  const conversed = await converse(conversation, { seed: order.seed, conversationId: order.id }, (request) =>
    ports.channel.send(() => ports.target.ask(request, ports.settings, line), {
      estimatedTokens,
      signal: abandon,
    }),
  );
  settle(usageOf(conversed));
  if (abandon.aborted && conversed.ending.kind === "failed") return undefined;
  const known = conversation.planted.length === 0 ? canaries : [...canaries, ...conversation.planted];
  const openingLength = conversation.opening.length;
  return maskTranscript({ order, runId, conversed, openingLength, canaries: known }, maskFor(known));
}

function usageOf({ exchanges }: Conversed): Usage | undefined {
  let inputTokens = 0;
  let outputTokens = 0;
  for (const { usage } of exchanges) {
    if (!usage) return undefined;
    inputTokens += usage.inputTokens;
    outputTokens += usage.outputTokens;
  }
  return { inputTokens, outputTokens };
}
