import { BrokenBody, type WireOutcome } from "@probity/kit";
import { StringDecoder } from "node:string_decoder";
import type { Fault } from "@probity/domain";
import type { Dispatcher } from "undici";
import { abandoned, faultOfError, timedOut } from "./wire-faults.ts";

/** An answer's status and headers, names in lower case. */
export interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ExchangeOptions {
  /** `host:port`, for messages. */
  readonly place: string;
  /** For the whole exchange, from the request to the last byte of the body. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  /** Why an answer with this head is not to be read, if so. */
  readonly refuse: (head: Head) => Fault | undefined;
  /** Called once, when the exchange is over. */
  readonly onEnd: () => void;
}

/** Text that may wait for its reader before the connection is told to wait, in UTF-16 units. Bounds memory per request. */
const mostWaiting = 65_536;
/** What is read of an unwanted rest so that the connection can be used again; beyond it, closing is cheaper. */
const mostDrainedBytes = 65_536;
const mostDrainMs = 1000;
/** Longer timers overflow in Node and fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * One request and its answer, as undici's handler: a head, then a body read at the reader's pace.
 *
 * Nothing accumulates beyond `mostWaiting`; at the size bound, at the deadline and on abort the connection is closed.
 */
export class Exchange implements Dispatcher.DispatchHandler, AsyncIterable<string> {
  /** The answer once its head is there, or why there is none. */
  readonly outcome: Promise<WireOutcome>;
  readonly #options: ExchangeOptions;
  /** Made when a piece ends within a character; most answers are one piece. */
  #decoder: StringDecoder | undefined;
  #resolve: (outcome: WireOutcome) => void = () => {};
  #state: "asking" | "answering" | "draining" | "over" = "asking";
  #controller: Dispatcher.DispatchController | undefined;
  #timer: NodeJS.Timeout;
  #bytes = 0;
  #cut = false;
  #begun = false;
  #waiting = "";
  #failure: Fault | undefined;
  #reader: PromiseWithResolvers<IteratorResult<string, undefined>> | undefined;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#timer = setTimeout(
      () => this.stop(timedOut(options.place, options.timeoutMs)),
      Math.min(options.timeoutMs, longestTimerMs),
    );
  }

  /** True once the body was cut at the size bound. */
  readonly cut = (): boolean => this.#cut;

  /** Ends the exchange with a fault and closes its connection. Does nothing once it is over. */
  stop(fault: Fault): void {
    if (this.#state === "over") return;
    this.#end(fault);
    this.#close(fault.message);
  }

  /** The run was stopped. */
  abandon(): void {
    this.stop(abandoned);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // The exchange may have ended while it waited for a connection.
    if (this.#state === "over") this.#close("over before it was sent");
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200 || this.#state !== "asking") return;
    const head = { status, headers: joined(headers) };
    const refusal = this.#options.refuse(head);
    if (refusal) return this.stop(refusal);
    this.#state = "answering";
    this.#resolve({ kind: "answer", answer: { ...head, body: this, cut: this.cut } });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#state === "draining" && this.#bytes > mostDrainedBytes) return this.#endAndClose();
    if (this.#state !== "answering") return;
    const excess = this.#bytes - this.#options.maxResponseBytes;
    if (excess > 0) {
      this.#cut = true;
      this.#push(this.#decode(chunk.subarray(0, chunk.length - excess)));
      return this.#endAndClose();
    }
    this.#push(this.#decode(chunk));
    if (this.#waiting.length > mostWaiting) controller.pause();
  }

  onResponseEnd(): void {
    if (this.#state === "answering" && this.#decoder) this.#push(this.#decoder.end());
    this.#end();
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const { place } = this.#options;
    this.#end(faultOfError(error, { place, answering: this.#state === "answering" }));
  }

  [Symbol.asyncIterator](): AsyncIterator<string, undefined> {
    return {
      next: () => this.#next(),
      return: () => {
        this.#drain();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  #next(): Promise<IteratorResult<string, undefined>> {
    if (this.#waiting !== "") {
      const value = this.#waiting;
      this.#waiting = "";
      if (this.#controller?.paused && this.#state === "answering") this.#controller.resume();
      return Promise.resolve({ done: false, value });
    }
    if (this.#failure) return Promise.reject(new BrokenBody(this.#failure));
    if (this.#state !== "answering") return Promise.resolve({ done: true, value: undefined });
    this.#reader = Promise.withResolvers();
    return this.#reader.promise;
  }

  #decode(chunk: Buffer): string {
    const endsInAscii = (chunk.at(-1) ?? 0) < 0x80;
    if (this.#decoder === undefined && endsInAscii) return chunk.toString("utf8");
    this.#decoder ??= new StringDecoder("utf8");
    return this.#decoder.write(chunk);
  }

  #push(text: string): void {
    if (text === "") return;
    // A byte order mark is no part of the text (RFC 8259 section 8.1 lets JSON readers ignore it).
    const piece = !this.#begun && text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.#begun = true;
    if (piece === "") return;
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader) reader.resolve({ done: false, value: piece });
    else this.#waiting += piece;
  }

  /** Reads an unwanted rest within small bounds, so that the connection can serve the next request. */
  #drain(): void {
    if (this.#state !== "answering") return;
    this.#state = "draining";
    this.#waiting = "";
    this.#bytes = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#endAndClose(), mostDrainMs);
    this.#timer.unref();
    if (this.#controller?.paused) this.#controller.resume();
  }

  #endAndClose(): void {
    this.#end();
    this.#close("the rest of the answer is not wanted");
  }

  #close(reason: string): void {
    this.#controller?.abort(new Error(reason));
  }

  #end(failure?: Fault): void {
    if (this.#state === "over") return;
    const asking = this.#state === "asking";
    this.#state = "over";
    this.#failure = failure;
    clearTimeout(this.#timer);
    if (asking && failure) this.#resolve({ kind: "fault", fault: failure });
    const reader = this.#reader;
    this.#reader = undefined;
    if (failure) reader?.reject(new BrokenBody(failure));
    else reader?.resolve({ done: true, value: undefined });
    this.#options.onEnd();
  }
}

/** Headers that came more than once are one, as RFC 9110 section 5.2 joins them. */
function joined(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  if (areSingle(headers)) return headers;
  const flat: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === "string" ? value : value.join(", ");
  }
  return flat;
}

/** The usual case, which needs no copy. */
function areSingle(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): headers is Readonly<Record<string, string>> {
  for (const name in headers) if (typeof headers[name] !== "string") return false;
  return true;
}
