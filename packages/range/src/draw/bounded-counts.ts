/** Counts how often keys were seen, forgetting the longest unseen beyond a bound so that memory stays bounded. */
export interface BoundedCounts {
  /** How often the key was seen before this call. */
  readonly seen: (key: string) => number;
}

/** Makes an empty tally that holds at most `limit` keys. */
export function createBoundedCounts(limit: number): BoundedCounts {
  const counts = new Map<string, number>();
  return {
    seen(key) {
      const before = counts.get(key) ?? 0;
      counts.delete(key);
      counts.set(key, before + 1);
      const oldest = counts.keys().next();
      if (counts.size > limit && oldest.done !== true) counts.delete(oldest.value);
      return before;
    },
  };
}
