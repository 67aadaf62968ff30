import { formatPercent } from "@probity/measure";

/** Keeps a figure and its unit on one line. */
const joint = "\u00a0";

/** A share in [0, 1] as the whole product writes it, `15.0 %`, on one line. */
export function percent(share: number): string {
  return formatPercent(share).replaceAll(" ", joint);
}

/** A level that somebody chose, such as a confidence, without decimals it does not have: `95 %`. */
export function level(share: number): string {
  return `${Number((share * 100).toFixed(2))}${joint}%`;
}

/** A count with thousands parted by a narrow space: `12 345`. */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, "\u202f");
}

/** A count with its noun: `1 trial`, `3 trials`. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** At most one decimal, for effective numbers of trials. */
export function roughly(value: number): string {
  return value >= 100 ? count(Math.round(value)) : String(Number(value.toFixed(1)));
}

/** Milliseconds as people read them: `840 ms`, `1.4 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}${joint}ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)}${joint}s`;
  const seconds = Math.round(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0
    ? `${hours}${joint}h ${minutes}${joint}min`
    : `${minutes}${joint}min ${seconds % 60}${joint}s`;
}
