import type { Unmasked } from "./fold-characters.ts";
import { languageScore } from "./reads-as-language.ts";

const joining =
  /\b(join|concatenat\w*|combin\w*|put (?:them |these |it )?together|assembl\w*|glue|merge|append|stitch|add (?:them|the parts))\b|\w\s*\+\s*\w/iu;
const assignment =
  /(?:^|[\s,;])(?:let |const |var )?([a-z]\w{0,12})\s*(?:=|:)\s*["'“‘`]([^"'”’`\n]{1,400})["'”’`]/giu;
const quoted = /["“`]([^"”`\n]{1,400})["”`]/gu;

/** Puts a request back together that was handed over in quoted pieces with an order to join them. */
export function joinSplitPayload(text: string): Unmasked {
  if (!joining.test(text)) return { text, found: [] };
  const named = [...text.matchAll(assignment)].map((match) => match[2] ?? "");
  const parts = named.length >= 2 ? named : [...text.matchAll(quoted)].map((match) => match[1] ?? "");
  if (parts.length < 2) return { text, found: [] };
  const joined =
    [parts.join(""), parts.join(" ")].sort((a, b) => languageScore(b) - languageScore(a))[0] ?? "";
  return { text: `${text}\n${joined}`, found: ["split-payload"] };
}
