type Headers = Readonly<Record<string, string>>;

/**
 * How long the target asks us to wait, in milliseconds; `undefined` when it does not say.
 *
 * Reads `retry-after-ms`, then `retry-after` as seconds or as a date (RFC 9110 section 10.2.3), then the
 * `x-ratelimit-reset-requests` and `-tokens` durations of whichever budget reads 0 remaining. A date is measured
 * from the answer's own `date` header, so that a wrong clock on either side does no harm.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const milliseconds = amount(headers["retry-after-ms"]);
  if (milliseconds !== undefined) return milliseconds;
  const stated = headers["retry-after"];
  if (stated === undefined) return spentBudgetsResetMs(headers);
  const seconds = amount(stated);
  if (seconds !== undefined) return seconds * 1000;
  const wait = Date.parse(stated) - Date.parse(headers["date"] ?? "");
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function amount(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

function spentBudgetsResetMs(headers: Headers): number | undefined {
  const waits = ["requests", "tokens"]
    .filter((kind) => headers[`x-ratelimit-remaining-${kind}`]?.trim() === "0")
    .map((kind) => durationMs(headers[`x-ratelimit-reset-${kind}`] ?? ""))
    .filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Durations such as `1s`, `6m0s`, `20ms`, as OpenAI's rate-limit headers write them. */
function durationMs(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    total += Number(number) * (unitMs[unit ?? ""] ?? 0);
  }
  return total;
}
