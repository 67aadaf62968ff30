import { BrokenBody } from "@probity/kit";
import type { Fault } from "@probity/domain";
import { errors } from "undici";

/** Refuses a connection for the gate, from inside the connector. */
export class ConnectionDenied extends Error {
  override readonly name = "ConnectionDenied";
  readonly fault: Fault;

  constructor(message: string) {
    super(message);
    this.fault = denied(message);
  }
}

/** A refusal by the gate; nothing was sent. */
export function denied(message: string): Fault {
  return { side: "gate", code: "denied", message: message.slice(0, 500) };
}

/** The caller gave up. */
export const abandoned: Fault = Object.freeze({
  side: "ours",
  code: "aborted",
  message: "The request was abandoned because the run was stopped.",
});

/** No complete answer within the time allowed. */
export function timedOut(place: string, timeoutMs: number): Fault {
  return {
    side: "network",
    code: "timeout",
    message: `${place} did not finish its answer within ${timeoutMs / 1000} s.`,
  };
}

/** Where a request stood when it failed. */
export interface FailurePoint {
  /** `host:port`. */
  readonly place: string;
  /** True once the status line and headers had come. */
  readonly answering: boolean;
}

/** The fault that an error of the HTTP client stands for. Only codes are quoted: messages may carry what was sent. */
export function faultOfError(error: unknown, point: FailurePoint): Fault {
  if (error instanceof ConnectionDenied || error instanceof BrokenBody) return error.fault;
  const code = codeOf(error);
  if (oursByCode.has(code)) {
    const reason = error instanceof Error ? error.message : code;
    return {
      side: "ours",
      code: "rejected",
      message: `The request could not be written: ${reason}`.slice(0, 500),
    };
  }
  if (code === "UND_ERR_DESTROYED" || code === "UND_ERR_CLOSED") return abandoned;
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") {
    return {
      side: "network",
      code: "timeout",
      message: `${point.place} did not accept a connection in time.`,
    };
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW" || isParserError(error)) {
    const reason = code === "UND_ERR_HEADERS_OVERFLOW" ? "headers without end" : "something that is not HTTP";
    return {
      side: "target",
      code: "unreadable-answer",
      message: `${point.place} answered with ${reason}.`,
    };
  }
  return brokenConnection(code, point);
}

function brokenConnection(code: string, { place, answering }: FailurePoint): Fault {
  if (answering) {
    return {
      side: "network",
      code: "stream-broken",
      message: `The connection to ${place} broke before the answer was complete (${code}).`,
    };
  }
  const reason = reasons.get(code) ?? "could not be reached";
  return { side: "network", code: "unreachable", message: `${place} ${reason} (${code}).` };
}

/** Errors for requests that cannot be written, such as a header with a line break in it. */
const oursByCode: ReadonlySet<string> = new Set([
  "UND_ERR_INVALID_ARG",
  "UND_ERR_NOT_SUPPORTED",
  "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH",
]);

const reasons: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "refused the connection"],
  ["ENOTFOUND", "has no address: the name is not known"],
  ["EAI_AGAIN", "has no address: the name server did not answer"],
  ["ECONNRESET", "closed the connection without an answer"],
  ["UND_ERR_SOCKET", "closed the connection without an answer"],
  ["EPROTO", "does not speak TLS as expected"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "shows a certificate that nobody trusted has signed"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "shows a certificate that nobody trusted has signed"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "shows a certificate for another name"],
  ["CERT_HAS_EXPIRED", "shows a certificate that has expired"],
]);

function isParserError(error: unknown): boolean {
  return error instanceof errors.HTTPParserError;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return "unknown error";
}
