import type { Unmasked } from "./fold-characters.ts";
import { languageScore } from "./reads-as-language.ts";

const joining =
  /\b(join|concatenat\w*|combin\w*|put (?:them |these |it )?together|assembl\w*|glue|merge|append|stitch|add (?:them|the parts))\b|\w\s*\+\s*\w/iu;
const assignment =
  /(?:^|[\s,;])(?:let |const |var )?([a-z]\w{0,12})\s*(?:=|:)\s*["'“‘`]([^"'”’`\n]{1,400})["'”’`]/giu;
const quoted = /["“`]([^"”`\n]{1,400})["”`]/gu;

/** Puts a request back together that came in pieces: quoted parts to be joined, a table or list of words, letters on lines. */
export function assemblePieces(text: string): Unmasked {
  const whole = tableWords(text) ?? numberedWords(text) ?? letterLines(text);
  if (whole !== undefined) return { text: whole, found: ["split-payload"] };
  if (!joining.test(text)) return { text, found: [] };
  const named = [...text.matchAll(assignment)].map((match) => match[2] ?? "");
  const parts = named.length >= 2 ? named : [...text.matchAll(quoted)].map((match) => match[1] ?? "");
  if (parts.length < 2) return { text, found: [] };
  const joined =
    [parts.join(""), parts.join(" ")].sort((a, b) => languageScore(b) - languageScore(a))[0] ?? "";
  return { text: `${text}\n${joined}`, found: ["split-payload"] };
}

/** `| 3 | word |` rows. */
function tableWords(text: string): string | undefined {
  const rows = [...text.matchAll(/^\|\s*\d+\s*\|\s*(\S+)\s*\|\s*$/gmu)].map((match) => match[1] ?? "");
  return rows.length >= 3 ? rows.join(" ") : undefined;
}

/** `3: word` lines, in any order. */
function numberedWords(text: string): string | undefined {
  const items = [...text.matchAll(/^(\d{1,3})[:.)]\s+(\S+)[ \t]*$/gmu)];
  if (items.length < 3) return undefined;
  return items
    .map((match) => ({ at: Number(match[1]), word: match[2] ?? "" }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word)
    .join(" ");
}

/** One character on each line. */
function letterLines(text: string): string | undefined {
  const run = /(?:^.[ \t]?\n){8,}.?$/mu.exec(`${text}\n`)?.[0];
  return run === undefined
    ? undefined
    : run
        .split("\n")
        .map((line) => (line.trim() === "" ? " " : line.trim()))
        .join("")
        .trim();
}
