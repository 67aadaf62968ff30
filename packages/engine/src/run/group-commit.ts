import type { LogEntry, Recorder } from "@probity/domain";

/** Entries that fill a batch, and how long a started batch waits for more. Larger batches cost memory and delay, not safety; smaller ones write the same index pages more often. */
const fullBatch = 256;
const waitMs = 25;
/** Entries that may wait before no further trial is sent: bounds memory when the disk is slower than the target. */
const mostWaiting = 4 * fullBatch;

/** Told after an entry's transaction; `isNew` is false when it was already there. */
type Committed = (isNew: boolean) => void;

/**
 * Commits entries in batches: one transaction and one signed head for many trials. One batch is under way at a time.
 *
 * An entry's callback runs after its transaction; entries that a callback adds go into a later batch. After the store has failed once, nothing
 * more is accepted.
 */
export interface GroupCommit {
  readonly add: (entry: LogEntry, committed: Committed) => void;
  /** False while too many entries wait. */
  readonly hasRoom: () => boolean;
  /** Waits until there is room. */
  readonly room: () => Promise<void>;
  /** Commits everything, what callbacks add included. */
  readonly drain: () => Promise<void>;
}

export function groupCommit(record: Recorder["record"], onFailure: (error: unknown) => void): GroupCommit {
  let waiting: { readonly entry: LogEntry; readonly committed: Committed }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let hasFailed = false;

  const hasRoom = () => waiting.length < mostWaiting;

  async function commit(): Promise<void> {
    const batch = waiting;
    waiting = [];
    let isNew: readonly boolean[];
    try {
      isNew = await record(batch.map(({ entry }) => entry));
    } catch (error) {
      hasFailed = true;
      waiting = [];
      onFailure(error);
      return;
    } finally {
      underWay = undefined;
    }
    batch.forEach(({ committed }, index) => committed(isNew[index] ?? false));
    schedule();
  }

  function begin(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) underWay ??= commit();
  }

  function schedule(): void {
    if (waiting.length >= fullBatch) begin();
    else if (waiting.length > 0) timer ??= setTimeout(begin, waitMs);
  }

  return {
    add(entry, committed) {
      if (hasFailed) return;
      waiting.push({ entry, committed });
      schedule();
    },
    hasRoom,
    async room() {
      for (let batch = underWay; batch && !hasRoom(); batch = underWay) await batch;
    },
    async drain() {
      for (begin(); underWay; begin()) await underWay;
    },
  };
}
