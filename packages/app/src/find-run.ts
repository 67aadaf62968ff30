import { asRunId, ProductError, type RecordStore, type RunRecord } from "@probity/domain";
import { nearest } from "./nearest-name.ts";

/** Finds a run by its id, by its campaign (the newest run), or the newest of all. @throws ProductError UNKNOWN_NAME */
export function findRun(store: RecordStore, name: string | undefined): RunRecord {
  if (name === undefined) {
    const newest = store.runs().at(-1);
    if (newest) return newest;
    throw new ProductError("UNKNOWN_NAME", {
      message: "Nothing has been run yet.",
      remedy: "Start with `probity run CAMPAIGN`.",
    });
  }
  const found = store.run(asRunId(name)) ?? store.runs(name).at(-1);
  if (found) return found;
  const known = store.runs().map(({ header }) => header.id);
  const guess = nearest(name, known);
  throw new ProductError("UNKNOWN_NAME", {
    message: `There is no run "${name}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are: ${known.slice(-8).join(", ") || "none yet"}.`,
  });
}
