import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Lays the trial index out to be appended to.
 *
 * What trials are counted by stands once per group, not in every row. A trial is once in its run by its position in the plan, which
 * comes nearly in order; its id is a hash, and a unique index over hashes rewrites a page of the database for every trial. Ids are
 * looked up in `trial_key`, which is filled in bulk when somebody looks.
 */
export const trialsInGroups: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const grouped = "purpose, probe, family, safeguard, population, severity, tier, transform, root_prompt";

const statements = [
  `create table trial_group (
     number integer primary key,
     idx integer not null,
     purpose text not null,
     probe text not null,
     family text not null,
     safeguard text not null,
     population text not null,
     severity text not null,
     tier text not null,
     transform text not null,
     root_prompt text not null
   ) strict`,
  `create table trial_in_group (
     idx integer primary key,
     run integer not null,
     position integer not null,
     id blob not null check (length(id) = 32),
     grp integer not null,
     input_tokens integer not null,
     output_tokens integer not null,
     masked integer not null
   ) strict`,
  `insert into trial_group
     select row_number() over (order by min(idx)), min(idx), purpose, probe, family, safeguard, coalesce(population, ''), severity, tier,
       transform, root_prompt
     from trial group by ${grouped}`,
  `insert into trial_in_group
     select trial.idx, trial.run, entry.body ->> '$.transcript.order.position', trial.id, grouped.number, trial.input_tokens,
       trial.output_tokens, trial.masked
     from trial join log_entry entry using (idx)
     join trial_group grouped on (grouped.purpose, grouped.probe, grouped.family, grouped.safeguard, grouped.population, grouped.severity,
       grouped.tier, grouped.transform, grouped.root_prompt) = (trial.purpose, trial.probe, trial.family, trial.safeguard,
       coalesce(trial.population, ''), trial.severity, trial.tier, trial.transform, trial.root_prompt)
     order by trial.idx`,
  "drop table trial",
  "alter table trial_in_group rename to trial",
  "create unique index trial_once on trial (run, position)",
  // A row with an empty prefix says up to which trial the keys are filed.
  `create table trial_key (
     prefix blob not null,
     trial integer not null,
     primary key (prefix, trial)
   ) strict, without rowid`,
  ...["trial_group", "trial", "trial_key"].flatMap((table) => [
    `create trigger ${table}_keeps before update on ${table} begin select raise(abort, 'evidence is append-only'); end`,
    `create trigger ${table}_stays before delete on ${table} begin select raise(abort, 'evidence is append-only'); end`,
  ]),
];
