import { isRetryable, type Fault } from "@probity/domain";

/** First ceiling of the wait before another attempt. */
const firstCeilingMs = 500;
/** The ceiling doubles up to this. */
const highestCeilingMs = 30_000;

export interface RetryInput {
  readonly fault: Fault;
  /** Attempts made so far, the failed one included. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** The longest Retry-After that is waited for. */
  readonly maxRetryAfterMs: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export type RetryDecision =
  | { readonly kind: "give-up"; readonly pauseMs: number }
  | { readonly kind: "retry"; readonly afterMs: number; readonly pauseMs: number };

/**
 * Whether a failed request is sent again, and when.
 *
 * The wait is uniform between 0 and a ceiling that doubles with each attempt ("full jitter", Brooker 2015, AWS
 * Architecture Blog), and never shorter than what the target asked for through Retry-After; `pauseMs` is that asked
 * time, during which nothing at all should be sent, by anyone. A target that asks for longer than `maxRetryAfterMs` is
 * given up without a pause: whoever watches the failures stops the campaign sooner than the wait would end.
 */
export function decideRetry(input: RetryInput): RetryDecision {
  const { fault, attempts, maxAttempts, maxRetryAfterMs, random } = input;
  const asked = fault.retryAfterMs ?? 0;
  if (asked > maxRetryAfterMs) return { kind: "give-up", pauseMs: 0 };
  if (!isRetryable(fault) || attempts >= maxAttempts) return { kind: "give-up", pauseMs: asked };
  const ceiling = Math.min(highestCeilingMs, firstCeilingMs * 2 ** (attempts - 1));
  return { kind: "retry", afterMs: Math.max(asked, random() * ceiling), pauseMs: asked };
}
