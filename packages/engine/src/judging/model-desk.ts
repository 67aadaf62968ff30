import { decideJudging, type Denial, type Limits, type Pricing, type Standing } from "@probity/domain";
import type { Target, TargetRequest, Wire } from "@probity/kit";
import type { Channel } from "../channel/create-channel.ts";
import { estimateTokens } from "../plan/estimate-plan.ts";
import { costOf, type Spending } from "../run/spending.ts";
import { abandoned, type ModelAnswer, type ModelDesk } from "./assessor.ts";

/** A target that may be asked to judge. */
export interface JudgeTarget {
  readonly name: string;
  readonly adapter: Target;
  /** Settings with secrets resolved. Never recorded. */
  readonly settings: unknown;
  readonly hosts: readonly string[];
  readonly limits: Limits;
  readonly pricing: Pricing | undefined;
  readonly channel: Channel;
}

export interface DeskPorts {
  readonly targets: ReadonlyMap<string, JudgeTarget>;
  readonly wire: Wire;
  readonly spending: Spending;
  readonly standing: () => Standing;
  /** The gate refused a call. Whoever runs this records the denials and stops. */
  readonly denied: (denials: readonly Denial[]) => void;
  /** The wire held a call back that led outside the approved hosts. It is recorded; the call counts as failed. */
  readonly heldBack: (denial: Denial) => void;
  /** False once nothing new may be sent. */
  readonly mayStart: () => boolean;
  /** Aborts what is under way. */
  readonly abandon: AbortSignal;
  readonly mask: (text: string) => string;
  readonly random: () => number;
}

/** The one way to judge models: for every call the gate is asked, the budget charged, the limits of the target kept. */
export function createModelDesk(ports: DeskPorts): ModelDesk {
  return {
    ask: (name, request) => ask(ports, name, request),
    costUsd: (name, usage) => costOf(usage, ports.targets.get(name)?.pricing),
    mask: ports.mask,
    random: ports.random,
  };
}

async function ask(ports: DeskPorts, name: string, request: TargetRequest): Promise<ModelAnswer> {
  const { abandon, spending } = ports;
  const target = ports.targets.get(name);
  if (!target) return ourFault(`There is no target "${name}" to judge with.`);
  if (!ports.mayStart() || abandon.aborted) return abandoned;
  const decision = decideJudging({ judge: name, hosts: target.hosts }, ports.standing());
  if (decision.kind === "denied") {
    ports.denied(decision.denials);
    return abandoned;
  }
  const { timeoutSeconds, maxResponseBytes } = target.limits;
  const line = ports.wire.line(decision.permit, {
    timeoutMs: timeoutSeconds * 1000,
    maxResponseBytes,
    signal: abandon,
  });
  const estimatedTokens =
    request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0) + request.maxOutputTokens;
  const settle = spending.reserveJudging(estimatedTokens, target.pricing);
  // Waiting for a place in the channel may take long: what may start is asked again when the place is there.
  const { outcome } = await target.channel.send(
    () =>
      ports.mayStart()
        ? target.adapter.ask(request, target.settings, line)
        : Promise.resolve(ourFault(notStarted)),
    { estimatedTokens, signal: abandon },
  );
  settle(outcome.kind === "reply" ? outcome.reply.usage : undefined);
  if (outcome.kind === "reply") return outcome;
  const { code, message, side } = outcome.fault;
  if (side === "gate")
    ports.heldBack({
      rule: "host",
      subject: name,
      message,
      remedy: "Have the scope changed and approved if the other host may be contacted.",
    });
  return code === "aborted" || message === notStarted || abandon.aborted ? abandoned : outcome;
}

const notStarted = "The run was stopped before this call.";

function ourFault(message: string) {
  return { kind: "fault", fault: { side: "ours", code: "rejected", message } } as const;
}
