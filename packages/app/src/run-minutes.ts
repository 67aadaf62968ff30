import type { RunRecord } from "@probity/domain";

/** Minutes that a run has been under way, by its recorded events. A stretch that a dead process left open counts nothing. */
export function minutesRun(events: RunRecord["events"]): number {
  let total = 0;
  let since: number | undefined;
  for (const { at, event } of events) {
    const time = Date.parse(at);
    if (event.kind === "run-started" || event.kind === "run-resumed") since = time;
    else if (since !== undefined) {
      total += time - since;
      since = undefined;
    }
  }
  return total / 60_000;
}
