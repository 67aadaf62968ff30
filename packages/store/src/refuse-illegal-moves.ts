import type { DatabaseSync } from "node:sqlite";
import { nextRunState, type RunState } from "@probity/domain/plain";
import type { IndexRow } from "./index-row.ts";
import { parseEntry } from "./parse-entry.ts";

/**
 * Refuses a run's event that its state does not allow, whoever asks: a completed run is never halted, resumed or completed again.
 *
 * @throws TypeError: callers look at the state first, so reaching this is a fault of ours
 */
export function prepareMoveCheck(database: DatabaseSync): (row: IndexRow) => void {
  const eventsOf = database.prepare(
    `select body from run_event join log_entry using (idx)
     where run = (select number from run where id = ?) order by idx`,
  );
  return (row) => {
    if (row.kind !== "run-event") return;
    let state: RunState | "none" = "none";
    for (const { body } of eventsOf.iterate(row.run)) {
      state = nextRunState(state, parseEntry(body, "run-event").event.kind) ?? state;
    }
    if (nextRunState(state, row.event) === undefined) {
      throw new TypeError(`Run ${row.run} is ${state}; ${row.event} is not allowed. Nothing was recorded.`);
    }
  };
}
