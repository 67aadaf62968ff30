import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The append-only log, its signed heads, and the indexes read from it. Triggers refuse change and deletion. */
export const logAndIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/*
 * The tables beside the log are indexes: every row can be made again from the entry at `idx`. The hot ones (trial, verdict) are laid out to be
 * appended to: their rows come in the order of the log, and only one small key is inserted at random.
 */
const statements = [
  `create table log_entry (
     idx integer primary key,
     kind text not null,
     body text not null,
     leaf blob not null check (length(leaf) = 32)
   ) strict`,
  `create table log_head (
     size integer primary key,
     root blob not null check (length(root) = 32),
     note text not null
   ) strict`,
  `create table run (
     number integer primary key,
     id text not null unique,
     campaign text not null,
     idx integer not null
   ) strict`,
  `create index run_by_campaign on run (campaign)`,
  `create table run_event (
     idx integer primary key,
     run integer not null references run
   ) strict`,
  `create index run_event_by_run on run_event (run)`,
  `create table trial (
     idx integer primary key,
     run integer not null,
     id blob not null check (length(id) = 32),
     purpose text not null,
     probe text not null,
     family text not null,
     safeguard text not null,
     population text,
     severity text not null,
     tier text not null,
     transform text not null,
     root_prompt text not null,
     input_tokens integer not null,
     output_tokens integer not null,
     masked integer not null
   ) strict`,
  `create unique index trial_once on trial (run, id)`,
  `create table verdict (
     trial integer not null,
     idx integer not null,
     outcome text not null,
     reason text,
     primary key (trial, idx)
   ) strict, without rowid`,
  `create table denial (
     idx integer primary key,
     campaign text not null
   ) strict`,
  `create table approval (
     idx integer primary key,
     charter_digest text not null
   ) strict`,
  `create table halt_request (
     run text primary key,
     requested_by text not null,
     reason text not null
   ) strict`,
  ...["log_entry", "log_head", "run", "run_event", "trial", "verdict", "denial", "approval"].flatMap(
    (table) => [
      `create trigger ${table}_keeps before update on ${table} begin select raise(abort, 'evidence is append-only'); end`,
      `create trigger ${table}_stays before delete on ${table} begin select raise(abort, 'evidence is append-only'); end`,
    ],
  ),
];
