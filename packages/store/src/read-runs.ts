import type { DatabaseSync } from "node:sqlite";
import {
  nextRunState,
  type Approval,
  type Digest,
  type LogEntry,
  type RecordStore,
  type RunId,
  type RunRecord,
  type RunState,
} from "@probity/domain";
import { parseEntry } from "./parse-entry.ts";

type RunReads = Pick<RecordStore, "approvals" | "runs" | "run" | "denials">;

/** Reads of runs, their events, approvals and denials. State is derived from the events; it is stored nowhere. */
export function prepareRunReads(database: DatabaseSync): RunReads {
  const allRuns = database.prepare("select body from run join log_entry using (idx) order by idx");
  const runsOf = database.prepare(
    "select body from run join log_entry using (idx) where campaign = ? order by idx",
  );
  const oneRun = database.prepare("select body from run join log_entry using (idx) where id = ?");
  const eventsOf = database.prepare(
    "select body from run_event join log_entry using (idx) where run = (select number from run where id = ?) order by idx",
  );
  const denialsOf = database.prepare(
    "select body from denial join log_entry using (idx) where campaign = ? order by idx",
  );
  const approvalsOf = database.prepare(
    "select body from approval join log_entry using (idx) where charter_digest = ? order by idx",
  );

  const recordOf = (body: unknown): RunRecord => {
    const { header, charter, target, skipped } = parseEntry(body, "run-header");
    const events = eventsOf.all(header.id).map(({ body: event }) => parseEntry(event, "run-event"));
    return {
      header,
      charter,
      target,
      skipped,
      state: stateAfter(events),
      events: events.map(({ at, event }) => ({ at, event })),
    };
  };

  return {
    runs: (campaign) =>
      (campaign === undefined ? allRuns.all() : runsOf.all(campaign)).map(({ body }) => recordOf(body)),
    run: (id: RunId) => {
      const row = oneRun.get(id);
      return row && recordOf(row["body"]);
    },
    denials: (campaign) =>
      denialsOf.all(campaign).map(({ body }) => {
        const { denial, at, run } = parseEntry(body, "denial");
        return { ...denial, at, run };
      }),
    approvals: (digest: Digest): readonly Approval[] =>
      approvalsOf.all(digest).map(({ body }) => parseEntry(body, "approval").approval),
  };
}

function stateAfter(events: readonly Extract<LogEntry, { kind: "run-event" }>[]): RunState {
  let state: RunState | "none" = "none";
  for (const { event } of events) state = nextRunState(state, event.kind) ?? state;
  // The header and the first event are written together, so there is always one.
  return state === "none" ? "running" : state;
}
