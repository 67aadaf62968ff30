import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Where the words of people stand in the log: samples drawn for labelling, labels, contests, decisions, calibrations. */
export const reviews: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // A calibration belongs to no run.
  `create table review (
     idx integer primary key,
     run integer,
     kind text not null
   ) strict`,
  `create index review_by_run on review (run)`,
  `create trigger review_keeps before update on review begin select raise(abort, 'evidence is append-only'); end`,
  `create trigger review_stays before delete on review begin select raise(abort, 'evidence is append-only'); end`,
];
