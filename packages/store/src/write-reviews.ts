import type { DatabaseSync } from "node:sqlite";
import type { CalibrationEntry, ReviewEntry } from "@probity/domain";

/** Writes the index row of what a person said. `run` is the run's number; `undefined` for what belongs to no run. */
export function prepareReviewWriter(database: DatabaseSync) {
  const insert = database.prepare("insert into review (idx, run, kind) values (?, ?, ?)");
  return (
    index: number,
    run: number | undefined,
    kind: ReviewEntry["kind"] | CalibrationEntry["kind"],
  ): void => {
    insert.run(index, run ?? null, kind);
  };
}
