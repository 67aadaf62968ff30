const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The day of an ISO 8601 time, in UTC: `23 November 2026`. What is not a time stays as it is. */
export function day(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** The time of day in UTC: `14:05`; with seconds when asked. */
export function clock(iso: string, seconds = false): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return at.toISOString().slice(11, seconds ? 19 : 16);
}

/** `23 November 2026, 14:05 UTC`. */
export function moment(iso: string): string {
  return Number.isNaN(Date.parse(iso)) ? iso : `${day(iso)}, ${clock(iso)} UTC`;
}

/** Milliseconds between two times; `undefined` when either is missing or is not a time. */
export function elapsedMs(from: string, until: string | undefined): number | undefined {
  if (until === undefined) return undefined;
  const elapsed = Date.parse(until) - Date.parse(from);
  return Number.isFinite(elapsed) && elapsed >= 0 ? elapsed : undefined;
}
