import type { HaltCause, ProductError } from "@probity/domain";

/** Why a run ends before its plan does. */
export type StopReason =
  | { readonly kind: "halt"; readonly cause: HaltCause; readonly by: string }
  | { readonly kind: "failure"; readonly error: ProductError };

/**
 * Stops a run in two steps: no trial starts any more at once; what is in flight is abandoned after a grace time.
 * The first reason stands.
 */
export interface Stopping {
  readonly stop: (reason: StopReason) => void;
  readonly reason: () => StopReason | undefined;
  /** Aborts when the grace time is over. */
  readonly abandon: AbortSignal;
  readonly dispose: () => void;
}

export function prepareStopping(graceMs: number): Stopping {
  const controller = new AbortController();
  let first: StopReason | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    stop(reason) {
      if (first) return;
      first = reason;
      timer = setTimeout(() => controller.abort(), graceMs);
    },
    reason: () => first,
    abandon: controller.signal,
    dispose: () => clearTimeout(timer),
  };
}
