/** Longer timers overflow in Node and fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Resolves after the time, or at once when the signal aborts. Never rejects: the caller asks the signal. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.min(ms, longestTimerMs));
    signal.addEventListener("abort", wake, { once: true });
  });
}
