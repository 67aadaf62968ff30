import type { AppendedEntry, LogEntry, RecordStore } from "@probity/domain";

/** Entries that fill a batch, and how long a started batch waits for more. Larger batches cost memory and delay, not safety. */
const fullBatch = 256;
const waitMs = 5;

/** Told where an entry was committed; `undefined` when it was already there. */
type Committed = (appended: AppendedEntry | undefined) => void;

/**
 * Commits entries in batches: one transaction and one signed head for many trials.
 *
 * An entry's callback runs after its transaction; entries that a callback adds go into a later batch. After the store has failed once, nothing
 * more is accepted and `failure` says why.
 */
export interface GroupCommit {
  readonly add: (entry: LogEntry, committed: Committed) => void;
  /** Commits everything, what callbacks add included. */
  readonly drain: () => void;
  readonly failure: () => unknown;
}

export function groupCommit(append: RecordStore["append"], onFailure: (error: unknown) => void): GroupCommit {
  let waiting: { entry: LogEntry; committed: Committed }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown;

  /** True when the batch went in. */
  const commit = (): boolean => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0 || failure !== undefined) return false;
    const batch = waiting;
    waiting = [];
    let appended: readonly (AppendedEntry | undefined)[];
    try {
      appended = append(batch.map(({ entry }) => entry));
    } catch (error) {
      failure = error;
      onFailure(error);
      return false;
    }
    batch.forEach(({ committed }, index) => committed(appended[index]));
    return true;
  };

  return {
    add(entry, committed) {
      if (failure !== undefined) return;
      waiting.push({ entry, committed });
      if (waiting.length >= fullBatch) commit();
      else timer ??= setTimeout(commit, waitMs);
    },
    drain() {
      while (waiting.length > 0 && commit());
    },
    failure: () => failure,
  };
}
