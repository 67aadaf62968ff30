import type { Span } from "@probity/domain";

/** A stretch of a text that is shown. Offsets count UTF-16 units; `end` is not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Units shown around a passage that the judge points to. */
const around = 160;
/** Passages of one message that an excerpt makes room for; the full text shows the rest. */
const mostPassages = 6;

/**
 * Chooses what of a long text is shown: its beginning, its end, and every passage the judge points to.
 *
 * @param length - of the whole text, in UTF-16 units
 * @param room - units that the beginning and the end may take together
 * @returns stretches in order, not touching; one stretch when the whole text fits
 */
export function excerptOf(
  length: number,
  room: number,
  passages: readonly Pick<Span, "start" | "end">[] = [],
): readonly Stretch[] {
  if (length <= room) return [{ start: 0, end: length }];
  const tail = Math.floor(room / 4);
  const wanted: Stretch[] = [
    { start: 0, end: room - tail },
    ...passages.slice(0, mostPassages).map(({ start, end }) => ({
      start: Math.max(0, start - around),
      end: Math.min(length, Math.min(end, start + room) + around),
    })),
    { start: length - tail, end: length },
  ];
  return merged(wanted.filter(({ start, end }) => start < end));
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const inOrder = stretches.toSorted((a, b) => a.start - b.start);
  const out: Stretch[] = [];
  for (const stretch of inOrder) {
    const last = out.at(-1);
    if (last && stretch.start <= last.end) {
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    } else {
      out.push(stretch);
    }
  }
  return out;
}
