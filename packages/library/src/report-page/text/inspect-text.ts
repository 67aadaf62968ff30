import { codePointName, nameInvisible } from "./invisible-characters.ts";

/**
 * A run of text that is safe to show as it is (once escaped for its medium), or a mark that stands for
 * characters which would hide something or act on the reader's screen. Offsets count UTF-16 units of the whole text.
 */
export type TextSegment =
  | { readonly kind: "plain"; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "mark";
      /** Short and printable, e.g. `RLO` or `ESC[31m`. */
      readonly label: string;
      /** What it is, e.g. `right-to-left override, U+202E`. */
      readonly meaning: string;
      readonly start: number;
      readonly end: number;
    };

/** What to inspect, and how much the result may weigh. */
export interface Inspection {
  readonly start?: number;
  readonly end?: number;
  /** A plain unit weighs 1, a mark 80 (about its length as HTML), so that text made of marks cannot swell the page. */
  readonly maxWeight?: number;
}

/** What was found, and where the inspection stopped: `end` is short of the asked end when the weight was reached. */
export interface InspectedText {
  readonly segments: readonly TextSegment[];
  readonly end: number;
}

const markWeight = 80;
/** Longest text of one terminal sequence or hidden message that a mark repeats. */
const longestLabel = 120;

/**
 * What must not reach a screen unseen, in order of precedence: terminal sequences; tag characters and variation
 * selectors, which can carry whole hidden messages; format and filler characters; controls; stacked accents.
 * A joiner or selector inside an emoji is left alone: there it is visible for what it does.
 */
const suspicious = new RegExp(
  [
    String.raw`(?<newline>\r\n)`,
    String.raw`(?<terminal>\u001b(?:\[[0-9;:?]{0,60}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,400}(?:\u0007|\u001b\\)))`,
    String.raw`(?<tags>[\u{E0000}-\u{E007F}]+)`,
    String.raw`(?<selectors>[\uFE00-\uFE0E\u{E0100}-\u{E01EF}]+|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}0-9#*])\uFE0F+)`,
    String.raw`(?<joiners>(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier}\uFE0F?)\u200D+)`,
    String.raw`(?<hidden>(?<same>(?![\u200D\uFE0F])[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\uFFF9-\uFFFB])\k<same>*)`,
    String.raw`(?<control>(?<again>[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}])\k<again>*)`,
    String.raw`(?<stacked>(?<=\p{M}{4})\p{M}+)`,
  ].join("|"),
  "gu",
);

/** Text in which nothing suspicious can be; most text is, and is then not searched. */
const ordinary = /^[\t\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF]*$/;

/** Parts text from what cannot be seen. Never throws, whatever the text; linear in what it reads. */
export function inspectText(text: string, inspection: Inspection = {}): InspectedText {
  const { start = 0, end = text.length, maxWeight = Number.POSITIVE_INFINITY } = inspection;
  const piece = text.slice(start, wholeCharacterEnd(text, Math.min(end, start + maxWeight)));
  const { segments, stop } = ordinary.test(piece)
    ? { segments: piece === "" ? [] : [plainSegment(piece, 0, piece.length)], stop: piece.length }
    : partSegments(piece, maxWeight);
  return {
    segments: start === 0 ? segments : segments.map((segment) => moved(segment, start)),
    end: start + stop,
  };
}

/** `end`, or one less where a cut there would halve a character outside the basic plane. */
function wholeCharacterEnd(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const last = text.codePointAt(end - 1) ?? 0;
  return last > 0xffff ? end - 1 : end;
}

function partSegments(piece: string, maxWeight: number): { segments: TextSegment[]; stop: number } {
  const segments: TextSegment[] = [];
  let weight = 0;
  let read = 0;
  const addPlain = (until: number): number => {
    const stop = Math.min(until, read + Math.max(0, Math.floor(maxWeight - weight)));
    if (stop > read) segments.push(plainSegment(piece, read, stop));
    return stop;
  };
  for (const found of piece.matchAll(suspicious)) {
    const isNewline = found.groups?.["newline"] !== undefined;
    const heavier = weight + (found.index - read) + (isNewline ? 1 : markWeight);
    const stop = addPlain(found.index);
    if (heavier > maxWeight) return { segments, stop };
    segments.push(isNewline ? newlineAt(found.index) : markOf(found));
    weight = heavier;
    read = found.index + found[0].length;
  }
  return { segments, stop: addPlain(piece.length) };
}

function plainSegment(text: string, start: number, end: number): TextSegment {
  return { kind: "plain", text: text.slice(start, end), start, end };
}

function newlineAt(start: number): TextSegment {
  return { kind: "plain", text: "\n", start, end: start + 2 };
}

function moved(segment: TextSegment, by: number): TextSegment {
  return { ...segment, start: segment.start + by, end: segment.end + by };
}

function markOf(found: RegExpExecArray): TextSegment {
  const place = { kind: "mark", start: found.index, end: found.index + found[0].length } as const;
  const groups = found.groups ?? {};
  const characters = Array.from(found[0]);
  if (groups["terminal"]) {
    const sequence = found[0].slice(1, longestLabel).replaceAll(/[\u0000-\u001f]/g, "·");
    return { ...place, label: `ESC${sequence}`, meaning: "terminal control sequence" };
  }
  if (groups["tags"]) {
    const hidden = decodeTags(characters);
    return { ...place, label: `hidden text “${hidden}”`, meaning: "message in invisible tag characters" };
  }
  if (groups["selectors"]) {
    return {
      ...place,
      label: `VS×${characters.length}`,
      meaning: "variation selectors, which can hide bytes",
    };
  }
  if (groups["stacked"]) {
    return { ...place, label: `accents×${characters.length}`, meaning: "combining characters stacked up" };
  }
  const codePoint = found[0].codePointAt(0) ?? 0;
  const { label, meaning } = nameInvisible(codePoint);
  const times = characters.length > 1 ? `×${characters.length}` : "";
  return { ...place, label: `${label}${times}`, meaning: `${meaning}, ${codePointName(codePoint)}` };
}

/** Tag characters mirror printable ASCII 0xE0000 higher; that is how messages are smuggled in them. */
function decodeTags(characters: readonly string[]): string {
  const letters = characters.slice(0, longestLabel).map((character) => {
    const ascii = (character.codePointAt(0) ?? 0) - 0xe0000;
    return ascii >= 0x20 && ascii < 0x7f ? String.fromCodePoint(ascii) : "·";
  });
  return letters.join("") + (characters.length > longestLabel ? "…" : "");
}
