import { Presets, SingleBar } from "cli-progress";
import type { CommandContext } from "../context.ts";

export interface CountingBar {
  readonly step: () => void;
  readonly end: () => void;
}

/** A bar on a terminal that counts what is done; nothing elsewhere. */
export function countingBar(
  context: CommandContext,
  { total, what }: { readonly total: number; readonly what: string },
): CountingBar {
  if (!context.terminal) return { step: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    { format: `  {bar} {value}/{total} ${what}`, hideCursor: true, etaBuffer: 50 },
    Presets.rect,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
