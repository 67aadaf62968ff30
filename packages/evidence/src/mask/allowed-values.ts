import type { Match } from "./match.ts";

/** A stretch of text that must stay as it is. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Values that are never masked: declared synthetic ones. */
export interface AllowedValues {
  /** What is left of the matches when every allowed value is left out of them, in order of place. */
  spare(text: string, matches: readonly Match[]): readonly Match[];
}

/** Fewest characters of an allowed value that also count when written with other separators or in another case. */
const leastCompact = 6;

const compact = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Holds the values that may stand in the open.
 *
 * A value is spared wherever it occurs, also inside a longer match; the rest of that match is masked in pieces, so a
 * secret cannot hide by standing next to a canary. A match that equals an allowed value but for separators and case
 * is spared whole.
 */
export function createAllowedValues(values: readonly string[]): AllowedValues {
  const exact = [...new Set(values)].filter((value) => value.length > 0);
  const compacted = new Set(exact.map(compact).filter((value) => value.length >= leastCompact));
  return {
    spare(text, matches) {
      if (exact.length === 0 || matches.length === 0) return matches;
      const stretches = occurrences(text, exact);
      return matches
        .filter(({ value }) => !compacted.has(compact(value)))
        .flatMap((match) => piecesOf(text, match, stretches));
    },
  };
}

/** Where any of the values stands, merged and in order. */
function occurrences(text: string, values: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const value of values) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      found.push({ start, end: start + value.length });
    }
  }
  found.sort((one, other) => one.start - other.start);
  const merged: Stretch[] = [];
  for (const stretch of found) {
    const last = merged.at(-1);
    if (last === undefined || stretch.start > last.end) merged.push(stretch);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return merged;
}

/** The parts of a match outside all stretches that hold at least one letter or digit. */
function piecesOf(text: string, match: Match, stretches: readonly Stretch[]): readonly Match[] {
  const pieces: Match[] = [];
  let from = match.start;
  for (let index = firstEndingAfter(stretches, match.start); index < stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.start >= match.end) break;
    if (stretch.end <= from) continue;
    addPiece(pieces, text, { ...match, start: from, end: Math.min(match.end, stretch.start) });
    from = Math.max(from, stretch.end);
  }
  if (from === match.start) return [match];
  addPiece(pieces, text, { ...match, start: from });
  return pieces;
}

function addPiece(pieces: Match[], text: string, piece: Match): void {
  const value = text.slice(piece.start, Math.max(piece.start, piece.end));
  if (/[\p{L}\p{N}]/u.test(value)) pieces.push({ ...piece, value: value.toLowerCase() });
}

/** Index of the first stretch that reaches beyond a place. */
function firstEndingAfter(stretches: readonly Stretch[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
