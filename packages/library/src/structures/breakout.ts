import { addressesIn } from "./external-reference.ts";
import { leadsInside } from "./addresses.ts";
import { firstMatch, type FindStructure } from "./structure-match.ts";

/** One step up, also encoded once or twice, or with dots doubled for filters that take them out once. */
const up = String.raw`(?:\.{2,4}|%2e%2e|%252e%252e|\.%2e|%2e\.)(?:[/\\]{1,4}|%2f|%5c|%252f|%255c|%c0%af|;/)`;
const traversal = new RegExp(
  String.raw`(?:${up}){2,40}|${up}(?:etc|windows|winnt|proc|var|root|home|boot|usr)[/\\]`,
  "i",
);

/** A path that climbs out of the folder it is meant for. */
export const findPathTraversal: FindStructure = ({ text }) => firstMatch(text, [traversal]);

/** An address inside: of this machine, a network or a cloud's metadata service, or a file. What a server would fetch for the answer's author. */
export const findInternalAddress: FindStructure = ({ text }) => {
  const found = addressesIn(text).find(leadsInside);
  return found === undefined ? undefined : { excerpt: found.slice(0, 80) };
};

/** A quote that ends a JSON string, then a member of its own. */
const breakout = /"\s{0,8}[}\]]{0,4}\s{0,8},\s{0,8}(?:\{\s{0,8})?"[\w $.-]{1,60}"\s{0,8}:\s{0,8}["\w[{-]/;
/** Tags by which YAML loaders make objects of any class. */
const yamlTag =
  /!!?(?:python\/(?:object|name|module)|ruby\/(?:object|class|hash|struct)|js\/(?:function|regexp|undefined)|java\.|javax\.|perl\/|php\/object)|!<tag:yaml\.org,2002:(?:python|js)\//;

/**
 * Text that breaks out of the JSON or YAML that it is put into: a closing quote and a member of its own, outside of any JSON that stands whole in the
 * answer; or a tag that makes a loader build an object.
 */
export const findDataBreakout: FindStructure = ({ text }) =>
  firstMatch(text, [yamlTag]) ??
  (text.includes('"') ? firstMatch(withoutWholeJson(text), [breakout]) : undefined);

/** Takes out JSON that begins a line and parses, up to the line that ends it. Each line is looked at once as a beginning and once as an end. */
function withoutWholeJson(text: string): string {
  const kept: string[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const end = /^\s{0,40}[{[]/.test(lines[at] ?? "") ? endOfJson(lines, at) : undefined;
    if (end === undefined) kept.push(lines[at] ?? "");
    else at = end;
  }
  return kept.join("\n");
}

/** Lines that one piece of JSON may take up; each end is tried, so this bounds the work. */
const maxLines = 200;

function endOfJson(lines: readonly string[], start: number): number | undefined {
  let whole = "";
  for (let at = start; at < Math.min(lines.length, start + maxLines); at += 1) {
    const line = lines[at] ?? "";
    whole += `${line}\n`;
    if (whole.length > 20_000) return undefined;
    if (/[}\]][,;.]?\s*$/.test(line) && parses(whole)) return at;
  }
  return undefined;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text.trim().replace(/[,;.]$/, ""));
    return true;
  } catch {
    return false;
  }
}
