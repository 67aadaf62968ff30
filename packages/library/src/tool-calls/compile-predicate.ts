import type { Message } from "@probity/domain";
import { compileLinear } from "../text/linear-pattern.ts";
import { callPredicateSchema, type CallPredicate } from "./call-predicate.ts";
import { allHold, anyHolds, callMatcher, opposite, type Holds, type HoldsCanary } from "./matches-call.ts";
import type { ReadCall } from "./read-calls.ts";

/** What a predicate is asked about. */
export interface CalledTrial {
  readonly calls: readonly ReadCall[];
  readonly messages: readonly Message[];
  readonly holdsCanary: HoldsCanary;
}

/** Says whether a predicate holds in a trial. Linear in the calls and messages, times the size of the predicate. */
export type CompiledPredicate = (trial: CalledTrial) => Holds;

/**
 * A predicate that can be asked. Whoever parses settings once and judges many trials compiles once; what it gives is a predicate still, so that it
 * can be parsed again and written down.
 */
export const compiledPredicateSchema = callPredicateSchema.transform(
  (predicate): CallPredicate & { readonly holdsIn: CompiledPredicate } => {
    let compiled: CompiledPredicate | undefined;
    const holdsIn: CompiledPredicate = (trial) => (compiled ??= compilePredicate(predicate))(trial);
    return Object.defineProperty({ ...predicate, holdsIn }, "holdsIn", { enumerable: false });
  },
);

/** Longest user turn in which a confirmation is looked for. */
const maxTurn = 100_000;

/** Compiles a predicate: its patterns once, for all trials. */
function compilePredicate(predicate: CallPredicate): CompiledPredicate {
  if ("called" in predicate) {
    const matches = callMatcher(predicate.called);
    return ({ calls, holdsCanary }) => anyHolds(calls.map((call) => matches(call, holdsCanary)));
  }
  if ("count" in predicate) return compileCount(predicate.count);
  if ("order" in predicate) return compileOrder(predicate.order);
  if ("not" in predicate) {
    const inner = compilePredicate(predicate.not);
    return (trial) => opposite(inner(trial));
  }
  const join = "all" in predicate ? allHold : anyHolds;
  const parts = ("all" in predicate ? predicate.all : predicate.any).map(compilePredicate);
  return (trial) => join(parts.map((part) => part(trial)));
}

type Count = Extract<CallPredicate, { readonly count: unknown }>["count"];

function compileCount({ of, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Count): CompiledPredicate {
  const matches = callMatcher(of);
  return ({ calls, holdsCanary }) => {
    const held = calls.map((call) => matches(call, holdsCanary));
    const least = held.filter((holds) => holds === "yes").length;
    const most = least + held.filter((holds) => holds === "unknown").length;
    if (most < atLeast || least > atMost) return "no";
    return least >= atLeast && most <= atMost ? "yes" : "unknown";
  };
}

type Order = Extract<CallPredicate, { readonly order: unknown }>["order"];

/** Walks calls and user turns in the order in which they happened; what stands between takes an open beginning back. */
function compileOrder({ after, call: wanted, without }: Order): CompiledPredicate {
  const begins = after === undefined ? undefined : callMatcher(after);
  const ends = callMatcher(wanted);
  const between = without?.called === undefined ? undefined : callMatcher(without.called);
  const says = without?.userSays === undefined ? undefined : compileLinear(without.userSays);
  return ({ calls, messages, holdsCanary }) => {
    let open: Holds = begins === undefined ? "yes" : "no";
    let found: Holds = "no";
    let message = 0;
    for (const call of calls) {
      for (; message < call.message; message += 1) if (isSaid(messages[message], says)) open = "no";
      found = anyHolds([found, allHold([open, ends(call, holdsCanary)])]);
      if (found === "yes") return "yes";
      if (between !== undefined) open = allHold([open, opposite(between(call, holdsCanary))]);
      if (begins !== undefined) open = anyHolds([open, begins(call, holdsCanary)]);
    }
    return found;
  };
}

function isSaid(
  message: Message | undefined,
  says: { test: (text: string) => boolean } | undefined,
): boolean {
  return says !== undefined && message?.role === "user" && says.test(message.content.slice(0, maxTurn));
}
