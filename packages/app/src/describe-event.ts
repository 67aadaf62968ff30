import type { HaltCause, RunEvent } from "@probity/domain";

/** One sentence for a run's event. Persons are not named: reports go further than the team. */
export function describeEvent(event: RunEvent): string {
  switch (event.kind) {
    case "run-started":
      return "The run started.";
    case "run-completed":
      return "The run completed its plan.";
    case "run-resumed":
      return `The run was resumed on a recorded decision: ${event.because}.`;
    case "run-failed":
      return `The run could not go on (${event.code}): ${event.message}`;
    case "run-halted":
      return `The run was halted: ${describeHalt(event.cause)}`;
  }
}

/** Why a run was halted, in one sentence. */
export function describeHalt(cause: HaltCause): string {
  switch (cause.kind) {
    case "operator":
      return `${cause.reason}.`;
    case "rule":
      return `rule "${cause.rule}" saw ${cause.figure}, more than its limit of ${cause.limit}.`;
    case "budget":
      return `the charter's budget of ${cause.limit} ${cause.what === "cost" ? "US dollars" : cause.what} was spent.`;
    case "gate":
      return cause.message;
  }
}
