let lastMs = Number.NaN;
let lastText = "";

/** A time in milliseconds since the epoch as ISO 8601 in UTC. Many trials fall into one millisecond, so the last text is kept. */
export function isoTime(ms: number): string {
  const whole = Math.trunc(ms);
  if (whole !== lastMs) {
    lastText = new Date(whole).toISOString();
    lastMs = whole;
  }
  return lastText;
}
