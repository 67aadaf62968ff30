import type { Fault, Limits } from "@probity/domain";
import { BrokenBody, type TargetOutcome } from "@probity/kit";
import { isoTime } from "../iso-time.ts";
import { createPacer } from "./pacer.ts";
import { decideRetry } from "./retry-policy.ts";
import { createRollingBudget, type Charge } from "./rolling-budget.ts";
import { createSlots } from "./slots.ts";

/** What a channel needs from outside. */
export interface ChannelPorts {
  readonly limits: Pick<Limits, "concurrency" | "requestsPerMinute" | "tokensPerMinute" | "maxAttempts">;
  /** Milliseconds since the epoch; fractions make latencies exact. Must not go backwards. */
  readonly now: () => number;
  /** Uniform in [0, 1); jitter comes from it alone. */
  readonly random: () => number;
  /** Resolves after the time, or early when the signal aborts. Never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The longest Retry-After that is waited for; a longer one ends the request with its fault. */
  readonly maxRetryAfterMs?: number;
}

export interface SendOptions {
  /** Input and output together, as far as can be told before. Replaced by the reply's usage once it is known. */
  readonly estimatedTokens: number;
  readonly signal: AbortSignal;
}

/** What became of one request, retries included. */
export interface Delivery {
  readonly outcome: TargetOutcome;
  /** Sends, retries included; 0 when the signal came before the first. */
  readonly attempts: number;
  /** Of the attempt that counted, the last. */
  readonly latencyMs: number;
  /** When that attempt was sent: UTC, ISO 8601. */
  readonly sentAt: string;
}

/** The way to one target, shared by all workers. */
export interface Channel {
  readonly send: (ask: () => Promise<TargetOutcome>, options: SendOptions) => Promise<Delivery>;
}

/** Longer than any per-minute limit takes to pass; a target that asks for more is not worth a worker's wait. */
const defaultMaxRetryAfterMs = 120_000;
const minuteMs = 60_000;
/** A wait is looked at afresh this often: a corrected estimate may have shortened it, a new Retry-After lengthened it. */
const longestNapMs = 1000;

/**
 * Sends requests to one target inside its limits: so many at a time, so many requests and tokens in any minute,
 * retries included, each worker served in turn.
 *
 * Faults that another attempt may cure are retried with backoff; when the target states a Retry-After, the whole
 * channel is still for that long. A request keeps its place while it waits to be retried, so a failing target is
 * driven less hard. An `ask` that throws is a fault of ours. `send` never rejects.
 */
export function createChannel(ports: ChannelPorts): Channel {
  const { limits, now, random, sleep, maxRetryAfterMs = defaultMaxRetryAfterMs } = ports;
  const slots = createSlots(limits.concurrency);
  const gate = createDepartureGate(ports);

  async function deliver(
    ask: () => Promise<TargetOutcome>,
    { estimatedTokens, signal }: SendOptions,
  ): Promise<Delivery> {
    for (let attempts = 0, last: Attempted | undefined; ;) {
      if (signal.aborted) return delivered(abortedAfter(last, now()), attempts);
      const departed = gate.tryDepart() ?? (await gate.depart(estimatedTokens, signal));
      if (departed === "aborted") return delivered(abortedAfter(last, now()), attempts);
      attempts += 1;
      const sentAtMs = now();
      let outcome: TargetOutcome;
      try {
        outcome = await ask();
      } catch (error) {
        outcome = { kind: "fault", fault: faultOfThrown(error) };
      }
      gate.settle(outcome, departed.charge);
      last = { outcome, sentAtMs, latencyMs: now() - sentAtMs };
      if (last.outcome.kind === "reply") return delivered(last, attempts);
      const { fault } = last.outcome;
      const decision = decideRetry({
        fault,
        attempts,
        maxAttempts: limits.maxAttempts,
        maxRetryAfterMs,
        random,
      });
      gate.pause(decision.pauseMs);
      if (decision.kind === "give-up") return delivered(last, attempts);
      await sleep(decision.afterMs, signal);
    }
  }

  return {
    send: async (ask, options) => {
      if (!slots.tryTake() && !(await slots.take(options.signal))) {
        return delivered(abortedAfter(undefined, now()), 0);
      }
      try {
        return await deliver(ask, options);
      } finally {
        slots.release();
      }
    },
  };
}

interface Attempted {
  readonly outcome: TargetOutcome;
  readonly sentAtMs: number;
  readonly latencyMs: number;
}

function delivered({ outcome, sentAtMs, latencyMs }: Attempted, attempts: number): Delivery {
  return { outcome, attempts, latencyMs, sentAt: isoTime(sentAtMs) };
}

const abortedFault: Fault = Object.freeze({
  side: "ours",
  code: "aborted",
  message: "The request was abandoned because the run was stopped.",
});

/** The run was stopped while the request waited. What an earlier attempt brought is no answer. */
function abortedAfter(last: Attempted | undefined, now: number): Attempted {
  const outcome = { kind: "fault", fault: abortedFault } as const;
  return { outcome, sentAtMs: last?.sentAtMs ?? now, latencyMs: last?.latencyMs ?? 0 };
}

/** An adapter that throws is at fault itself, unless it passes on that the other side's body broke. */
function faultOfThrown(error: unknown): Fault {
  if (error instanceof BrokenBody) return error.fault;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : "it threw no error object";
  const message = `The target adapter threw. ${reason.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")}`.slice(0, 500);
  return { side: "ours", code: "extension-threw", message };
}

/** Leave to send one request, with what it was charged. */
interface Departure {
  readonly charge: Charge | undefined;
}

const uncharged: Departure = { charge: undefined };

/** Decides when the next request may leave: after a pause, at the pace, within the budget, in order of arrival. */
function createDepartureGate({ limits, now, sleep }: ChannelPorts) {
  const { requestsPerMinute, tokensPerMinute } = limits;
  const pacer = requestsPerMinute === undefined ? undefined : createPacer(requestsPerMinute);
  const budget = tokensPerMinute === undefined ? undefined : createRollingBudget(tokensPerMinute, minuteMs);
  const unlimited = pacer === undefined && budget === undefined;
  const doorway = createSlots(1);
  let pausedUntil = Number.NEGATIVE_INFINITY;

  function waitMs(tokens: number, time: number): number {
    return Math.max(pausedUntil - time, pacer?.waitMs(time) ?? 0, budget?.waitMs(tokens, time) ?? 0);
  }

  function leave(tokens: number, time: number): Departure {
    pacer?.take(time);
    return budget ? { charge: budget.take(tokens, time) } : uncharged;
  }

  return {
    /** Leaves at once when nothing limits this channel now; `undefined` otherwise. Spares the common case a wait. */
    tryDepart: (): Departure | undefined => (unlimited && now() >= pausedUntil ? uncharged : undefined),
    depart: async (tokens: number, signal: AbortSignal): Promise<Departure | "aborted"> => {
      if (!(await doorway.take(signal))) return "aborted";
      try {
        for (let wait = waitMs(tokens, now()); wait > 0; wait = waitMs(tokens, now())) {
          await sleep(Math.min(wait, longestNapMs), signal);
          if (signal.aborted) return "aborted";
        }
        return leave(tokens, now());
      } finally {
        doorway.release();
      }
    },
    /** Nothing leaves for this long. */
    pause: (ms: number): void => {
      if (ms > 0) pausedUntil = Math.max(pausedUntil, now() + ms);
    },
    /** Replaces the estimate by what the reply says it used. */
    settle: (outcome: TargetOutcome, charge: Charge | undefined): void => {
      const usage = outcome.kind === "reply" ? outcome.reply.usage : undefined;
      if (charge && usage) budget?.correct(charge, usage.inputTokens + usage.outputTokens);
    },
  };
}
