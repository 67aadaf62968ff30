/** Verdicts that are still to come. */
export interface LateVerdicts {
  readonly add: (verdict: Promise<void>) => void;
  /** Waits while too many are to come: bounds memory when judges are slower than the target. */
  readonly room: () => Promise<void>;
  /** Resolves once none is to come. */
  readonly drain: () => Promise<void>;
}

/** Keeps count of verdicts under way; `most` at once before no further trial is sent. */
export function lateVerdicts(most: number): LateVerdicts {
  const underWay = new Set<Promise<void>>();
  return {
    add: (verdict) => {
      const settled = verdict.finally(() => underWay.delete(settled));
      underWay.add(settled);
    },
    room: async () => {
      while (underWay.size >= most) await Promise.race(underWay);
    },
    drain: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
