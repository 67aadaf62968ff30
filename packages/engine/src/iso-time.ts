let lastSecond = Number.NaN;
/** The last second's text without its milliseconds, such as `2026-03-01T09:00:00.` */
let lastText = "";

/** A time in milliseconds since the epoch as ISO 8601 in UTC. Thousands of trials fall into one second, so its text is kept. */
export function isoTime(ms: number): string {
  const whole = Math.trunc(ms);
  const second = Math.floor(whole / 1000);
  if (second !== lastSecond) {
    lastText = new Date(whole).toISOString().slice(0, -"000Z".length);
    lastSecond = second;
  }
  const rest = whole - second * 1000;
  return `${lastText}${rest < 10 ? "00" : rest < 100 ? "0" : ""}${rest}Z`;
}
