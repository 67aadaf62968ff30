import { lookup } from "node:dns/promises";
import type { Fault, Permit } from "@probity/domain";
import type { Line, LineOptions, Wire, WireOutcome, WireRequest } from "@probity/kit";
import { Agent } from "undici";
import { readAddressScope } from "./address-rules.ts";
import { checkedConnector, type Resolve } from "./checked-connector.ts";
import { placeOf, readDestination, type Destination, type DestinationReading } from "./destination.ts";
import { Exchange, type Head } from "./exchange.ts";
import { createRoll, type Roll } from "./roll.ts";
import { abandoned, denied, faultOfError } from "./wire-faults.ts";

export interface WireOptions {
  /** Milliseconds since the epoch; judges `permit.validUntil`. */
  readonly now?: () => number;
  /** Resolves names; the system's own resolver unless given. */
  readonly resolve?: Resolve;
}

/**
 * The way out of Probity: HTTP/1.1 over connections that are kept open, inside the permit and nowhere else.
 *
 * A line refuses (side `gate`) any host and port that is not in its permit, any time after the permit's end, any
 * scheme but http and https, any redirect, and any name that leads to an address which is neither public nor listed
 * in the charter. Environment variables for proxies have no effect. Answers are read as UTF-8 and uncompressed, so
 * the size bound counts what is kept. Reading a body throws `BrokenBody`, with the fault, when the rest will not come.
 */
export function createWire({ now = Date.now, resolve = systemResolve }: WireOptions = {}): Wire {
  const agents = createAgents(resolve);
  const liveUnder = createSignalWatch();
  const read = createReadingMemory();
  return {
    line: (permit, options) => {
      const agent = agents.under(permit);
      const send = (request: WireRequest): Promise<WireOutcome> => {
        if (options.signal.aborted) return Promise.resolve(failed(abandoned));
        const admission = admit({ reading: read(request.url), permit, now: now() });
        if (admission.kind === "refused") return Promise.resolve(failed(denied(admission.reason)));
        const headers = headersOf(request);
        if (headers === undefined) return Promise.resolve(failed(hostHeaderRefused));
        return exchange({ agent, live: liveUnder(options.signal), options }, admission.destination, {
          ...request,
          headers,
        });
      };
      return { send } satisfies Line;
    },
    close: agents.close,
  };
}

interface Means {
  readonly agent: Agent;
  readonly live: Roll<Exchange>;
  readonly options: LineOptions;
}

function exchange(
  { agent, live, options }: Means,
  { origin, path, place }: Destination,
  { method, headers, body }: WireRequest,
): Promise<WireOutcome> {
  const exchanging = new Exchange({
    place,
    timeoutMs: options.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    refuse: (head) => refusedAnswer(head, place),
    onEnd: () => live.leave(entered),
  });
  const entered = live.enter(exchanging);
  try {
    agent.dispatch({ origin, path, method, headers, body: body ?? null }, exchanging);
  } catch (error) {
    exchanging.stop(faultOfError(error, { place, answering: false }));
  }
  return exchanging.outcome;
}

function failed(fault: Fault): WireOutcome {
  return { kind: "fault", fault };
}

type Admission =
  | { readonly kind: "admitted"; readonly destination: Destination }
  | { readonly kind: "refused"; readonly reason: string };

/** Holds a request against its permit. Hosts are compared in the form in which they are contacted. */
function admit(asked: {
  readonly reading: DestinationReading;
  readonly permit: Permit;
  readonly now: number;
}): Admission {
  const { reading, permit, now } = asked;
  // Written so that a time that is not a number refuses.
  if (!(now < permit.validUntil)) {
    return refuse("The charter's window has closed; nothing was sent.");
  }
  if (reading.kind === "unusable") return refuse(`Nothing was sent: ${reading.reason}.`);
  const { place } = reading.destination;
  if (!permit.hosts.some((host) => host.toLowerCase() === place)) {
    return refuse(`${place} is not among the hosts permitted for ${permit.target}; nothing was sent.`);
  }
  return { kind: "admitted", destination: reading.destination };
}

function refuse(reason: string): Admission {
  return { kind: "refused", reason };
}

/** A Host header of the caller's own would reach another site at an approved address. */
const hostHeaderRefused = denied(
  "The request sets its own Host header, which could lead to another site; nothing was sent.",
);

/**
 * Headers as sent, names in lower case; `undefined` when the caller names a host.
 *
 * Answers are asked for uncompressed, so that a small one cannot unfold into a large one.
 */
function headersOf(request: WireRequest): Record<string, string> | undefined {
  const headers: Record<string, string> = { "user-agent": "probity" };
  for (const name of Object.keys(request.headers)) {
    const lower = name.toLowerCase();
    if (lower === "host") return undefined;
    headers[lower] = request.headers[name] ?? "";
  }
  headers["accept-encoding"] = "identity";
  return headers;
}

/** Answers that no protocol gets to see: redirects, and bodies in an encoding nobody asked for. */
function refusedAnswer({ status, headers }: Head, place: string): Fault | undefined {
  const location = headers["location"];
  if (status >= 300 && status < 400 && location !== undefined) {
    const elsewhere = placeOf(URL.parse(location, `http://${place}`)?.href ?? "") ?? "an unreadable address";
    return {
      side: "gate",
      code: "redirected",
      message: `${place} redirects to ${elsewhere.slice(0, 260)}; redirects are not followed.`,
      status,
    };
  }
  const encoding = headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return undefined;
  return {
    side: "target",
    code: "unreadable-answer",
    message: `${place} compressed its answer although an uncompressed one was asked for.`,
    status,
  };
}

/** One set of kept-open connections for each host list: a connection serves only permits under which it was checked. */
function createAgents(resolve: Resolve): {
  readonly under: (permit: Permit) => Agent;
  readonly close: () => Promise<void>;
} {
  const byScope = new Map<string, Agent>();
  const byList = new WeakMap<readonly string[], Agent>();
  let closed = false;
  const open = (approvedHosts: readonly string[]): Agent => {
    const agent = new Agent({
      connect: checkedConnector(resolve, readAddressScope(approvedHosts)),
      allowH2: false,
      // Each exchange has a deadline of its own, which covers these two.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    if (closed) void agent.destroy();
    return agent;
  };
  return {
    under: ({ approvedHosts }) => {
      const known = byList.get(approvedHosts);
      if (known) return known;
      const scope = approvedHosts.join("\n").toLowerCase();
      const agent = byScope.get(scope) ?? open(approvedHosts);
      byScope.set(scope, agent);
      byList.set(approvedHosts, agent);
      return agent;
    },
    close: async () => {
      closed = true;
      await Promise.all([...byScope.values()].map((agent) => agent.destroy()));
    },
  };
}

/** Keeps one listener on each signal, however many requests run under it. */
function createSignalWatch(): (signal: AbortSignal) => Roll<Exchange> {
  const watched = new WeakMap<AbortSignal, Roll<Exchange>>();
  return (signal) => {
    const known = watched.get(signal);
    if (known) return known;
    const live = createRoll<Exchange>();
    signal.addEventListener("abort", () => live.members().forEach((each) => each.abandon()), { once: true });
    watched.set(signal, live);
    return live;
  };
}

/** A target asks the same few URLs over and over; this many readings are kept. */
const readingsKept = 64;

function createReadingMemory(): (url: string) => DestinationReading {
  const readings = new Map<string, DestinationReading>();
  return (url) => {
    const known = readings.get(url);
    if (known) return known;
    if (readings.size >= readingsKept) readings.clear();
    const reading = readDestination(url);
    readings.set(url, reading);
    return reading;
  };
}

async function systemResolve(name: string): Promise<readonly string[]> {
  const answers = await lookup(name, { all: true });
  return answers.map(({ address }) => address);
}
