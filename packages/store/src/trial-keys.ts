import type { DatabaseSync } from "node:sqlite";
import type { RunId, TrialId } from "@probity/domain";

/** A trial's id as it stands in the index: 32 bytes. */
export const trialKey = (id: TrialId): Uint8Array => Buffer.from(id, "hex");

/** Bytes of an id that its key holds. Equal ones are told apart by the trials themselves. */
const prefixBytes = 8;

/** What is filed of a trial's id, and the last trial whose key is filed, in SQL. */
export const keyPrefix = `substr(id, 1, ${prefixBytes})`;
export const keysFiledTo = "(select coalesce(max(trial), -1) from trial_key where prefix = x'')";

/** Finds trials by their ids. */
export interface TrialKeys {
  /** Where the log holds a run's trial. */
  readonly find: (run: RunId, id: TrialId) => number | undefined;
  /** Where the log holds trials whose ids begin so, newest first, at most `most`. Expects lower-case hexadecimal characters. */
  readonly startingWith: (hex: string, most: number) => readonly number[];
}

/**
 * Reads ids through `trial_key`, after filing the keys of the trials recorded since somebody last looked.
 *
 * Filing in bulk and in order writes each page of the index once. A unique index over the ids, kept with every trial, wrote a page for nearly
 * every trial and took a third of the time of recording.
 */
export function prepareTrialKeys(database: DatabaseSync): TrialKeys {
  const unfiled = database.prepare(`select max(idx) as last from trial having max(idx) > ${keysFiledTo}`);
  const fileKeys = database.prepare(
    `insert into trial_key select ${keyPrefix} as prefix, idx from trial where idx > ${keysFiledTo} and idx <= ? order by 1`,
  );
  const fileMark = database.prepare("insert into trial_key values (x'', ?)");
  const exact = database.prepare(
    `select trial.idx from trial_key key join trial on trial.idx = key.trial
     where key.prefix = substr(?1, 1, ${prefixBytes}) and trial.id = ?1 and trial.run = (select number from run where id = ?2)`,
  );
  const ranged = database.prepare(
    `select trial.idx from trial_key key join trial on trial.idx = key.trial
     where key.prefix between ? and ? and substr(lower(hex(trial.id)), 1, length(?3)) = ?3 order by trial.idx desc limit ?4`,
  );

  /** Within the transaction that is open, or in one of its own. */
  const file = () => {
    if (!unfiled.get()) return;
    const own = !database.isTransaction;
    if (own) database.exec("begin immediate");
    try {
      const last = unfiled.get()?.["last"];
      if (last !== undefined) {
        fileKeys.run(last);
        fileMark.run(last);
      }
      if (own) database.exec("commit");
    } catch (error) {
      if (own && database.isTransaction) database.exec("rollback");
      throw error;
    }
  };

  return {
    find: (run, id) => {
      file();
      const idx = exact.get(trialKey(id), run)?.["idx"];
      return idx === undefined ? undefined : Number(idx);
    },
    startingWith: (hex, most) => {
      file();
      const bound = (fill: string) =>
        Buffer.from(hex.slice(0, 2 * prefixBytes).padEnd(2 * prefixBytes, fill), "hex");
      return ranged.all(bound("0"), bound("f"), hex, most).map(({ idx }) => Number(idx));
    },
  };
}
