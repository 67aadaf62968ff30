/** A fixed number of places, given out in the order in which they were asked for. */
export interface Slots {
  /** True when a place was free and is now taken. */
  readonly tryTake: () => boolean;
  /** Waits for a place. False when the signal came first; then no place is held. */
  readonly take: (signal: AbortSignal) => Promise<boolean>;
  readonly release: () => void;
}

/** Places for `count` at a time; whoever waits longest is next. */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();

  function tryTake(): boolean {
    if (free === 0) return false;
    free -= 1;
    return true;
  }

  function take(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (tryTake()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (taken: boolean) => {
        waiting.delete(admit);
        signal.removeEventListener("abort", leave);
        resolve(taken);
      };
      const admit = () => settle(true);
      const leave = () => settle(false);
      waiting.add(admit);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  function release(): void {
    // A set keeps the order of arrival.
    const [longest] = waiting;
    if (longest) longest();
    else free += 1;
  }

  return { tryTake, take, release };
}
