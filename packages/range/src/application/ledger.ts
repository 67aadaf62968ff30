/** What really happened in one answer. Judges never see it. */
export interface LedgerEntry {
  /** Equal to the `id` of the chat completion. */
  readonly responseId: string;
  /** Ids of the weaknesses that showed; empty when none did. */
  readonly fired: readonly string[];
}

/** A bounded record of answers, oldest first. */
export interface Ledger {
  readonly record: (id: string, fired: readonly string[]) => LedgerEntry;
  readonly entries: () => readonly LedgerEntry[];
}

/** Answers remembered; a campaign of a hundred thousand turns fits, and memory stays below a few tens of megabytes. */
const longest = 200_000;

/** Makes an empty ledger that forgets the oldest beyond `limit`. Ids that come twice get a number, so that every answer has its own. */
export function createLedger(limit: number = longest): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const repeats = new Map<string, number>();
  const trim = (map: Map<string, unknown>): void => {
    const oldest = map.keys().next();
    if (map.size > limit && oldest.done !== true) map.delete(oldest.value);
  };
  return {
    record(id, fired) {
      const before = repeats.get(id) ?? 0;
      repeats.set(id, before + 1);
      const entry = { responseId: before === 0 ? id : `${id}-${before}`, fired };
      entries.set(entry.responseId, entry);
      trim(entries);
      trim(repeats);
      return entry;
    },
    entries: () => [...entries.values()],
  };
}
