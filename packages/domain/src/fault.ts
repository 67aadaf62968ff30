/**
 * Why a request brought no usable answer, and whose fault it was.
 *
 * - `target`: the system answered, wrongly (status, unreadable body, unfinished stream).
 * - `network`: no answer came (refused, reset, DNS, TLS, time-out).
 * - `ours`: a transform, probe or setting of ours was broken; nothing can be said of the target.
 * - `gate`: the charter did not allow it; nothing was sent, or the answer led outside the approved hosts.
 */
export interface Fault {
  readonly side: "target" | "network" | "ours" | "gate";
  readonly code:
    | "rate-limited"
    | "server-error"
    | "rejected"
    | "unreadable-answer"
    | "answer-too-large"
    | "stream-broken"
    | "redirected"
    | "unreachable"
    | "timeout"
    | "denied"
    | "aborted"
    | "extension-threw";
  /** One sentence for the reader; never a secret, at most 500 characters. */
  readonly message: string;
  /** HTTP status, when there was one. */
  readonly status?: number;
  /** What the target asked for through Retry-After, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Faults that another attempt may cure. */
export function isRetryable(fault: Fault): boolean {
  switch (fault.code) {
    case "rate-limited":
    case "server-error":
    case "unreachable":
    case "timeout":
    case "stream-broken":
      return true;
    default:
      return false;
  }
}
