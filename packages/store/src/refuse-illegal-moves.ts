import type { DatabaseSync } from "node:sqlite";
import { nextRunState, type LogEntry, type RunState } from "@probity/domain";
import { parseEntry } from "./parse-entry.ts";

/**
 * Refuses a run's event that its state does not allow, whoever asks: a completed run is never halted, resumed or completed again.
 *
 * @throws TypeError: callers look at the state first, so reaching this is a fault of ours
 */
export function prepareMoveCheck(database: DatabaseSync): (entry: LogEntry) => void {
  const eventsOf = database.prepare(
    `select body from run_event join log_entry using (idx)
     where run = (select number from run where id = ?) order by idx`,
  );
  return (entry) => {
    if (entry.kind !== "run-event") return;
    let state: RunState | "none" = "none";
    for (const { body } of eventsOf.iterate(entry.run)) {
      state = nextRunState(state, parseEntry(body, "run-event").event.kind) ?? state;
    }
    if (nextRunState(state, entry.event.kind) === undefined) {
      throw new TypeError(
        `Run ${entry.run} is ${state}; ${entry.event.kind} is not allowed. Nothing was recorded.`,
      );
    }
  };
}
