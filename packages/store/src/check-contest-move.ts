import type { DatabaseSync } from "node:sqlite";
import { nextContestState, type ContestState } from "@probity/domain/plain";
import type { IndexRow } from "./index-row.ts";
import { parseEntry } from "./parse-entry.ts";

/**
 * Refuses a move of a contest that its state does not allow, whoever asks: a decided contest is never decided again.
 *
 * @throws TypeError: callers look at the state first, so reaching this is a fault of ours
 */
export function prepareContestCheck(database: DatabaseSync): (row: IndexRow) => void {
  const ofRun = database.prepare(
    `select review.kind as kind, body from review join log_entry using (idx)
     where run = (select number from run where id = ?) and review.kind in ('contest', 'contest-decision') order by idx`,
  );
  return (row) => {
    if (row.kind !== "contest" && row.kind !== "contest-decision") return;
    const { contest: id, move, run } = row;
    let state: ContestState | "none" = "none";
    for (const { kind, body } of ofRun.iterate(run)) {
      if (kind === "contest") {
        if (parseEntry(body, "contest").contest.id === id) state = "open";
        continue;
      }
      const { decision } = parseEntry(body, "contest-decision");
      if (decision.contest === id) state = nextContestState(state, decision.ruling) ?? state;
    }
    if (nextContestState(state, move) === undefined) {
      throw new TypeError(`Contest ${id} is ${state}; "${move}" is not allowed. Nothing was recorded.`);
    }
  };
}
