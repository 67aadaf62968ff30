import { codeAt, isFreeAfter, isFreeBefore, isHex } from "./characters.ts";
import { before, separatorAfter, type DigitGroup, type GroupMatch, type Report } from "./match.ts";

/** Words before which four numbers with dots are a version or a place in a document. */
const notAnAddress =
  /(?:\bv|version|ver\.?|release|build|firmware|driver|section|chapter|clause|§|\p{L}\/)\s?[:=]?\s?$/iu;

/** An IPv4 address at group `at`: four octets, not a version, not loopback. */
export function ipv4At(text: string, groups: readonly DigitGroup[], at: number): GroupMatch | undefined {
  const [first, , , last] = groups.slice(at, at + 4);
  if (first === undefined || last === undefined || last.end - first.start > 15) return undefined;
  const octets = text.slice(first.start, last.end).split(".");
  if (octets.length !== 4 || !octets.every(isOctet)) return undefined;
  const previous = codeAt(text, first.start - 1);
  const isPart = previous === 46 || separatorAfter(text, groups, at + 3)?.startsWith(".") === true;
  if (isPart || !isFreeBefore(text, first.start) || !isFreeAfter(text, last.end)) return undefined;
  // Networks 0 and 127 name no machine that anyone could find.
  if (octets[0] === "0" || octets[0] === "127" || notAnAddress.test(before(text, first.start, 12)))
    return undefined;
  return { start: first.start, end: last.end, kind: "ip", value: octets.join("."), groups: 4 };
}

const isOctet = (octet: string): boolean => /^(?:0|[1-9][0-9]{0,2})$/.test(octet) && Number(octet) <= 255;

/** Finds IPv6 addresses; each stretch of hexadecimal and colons is read once. */
export function detectIpv6(text: string, report: Report): void {
  for (let at = text.indexOf(":"); at >= 0;) {
    let start = at;
    while (at - start < 4 && isHex(codeAt(text, start - 1))) start -= 1;
    let end = at;
    while (end < text.length && isHexOrColon(text.charCodeAt(end))) end += 1;
    const next = text.indexOf(":", end);
    if (codeAt(text, end - 1) === 58 && codeAt(text, end - 2) !== 58) end -= 1;
    const value = end - start <= 39 ? text.slice(start, end).toLowerCase() : "";
    if (isFreeBefore(text, start) && isFreeAfter(text, end) && isIpv6(value)) {
      report({ start, end, kind: "ip", value });
    }
    at = next;
  }
}

const isHexOrColon = (code: number): boolean => code === 58 || isHex(code);

/**
 * Eight groups, or a shortened form that cannot be anything else: it starts with a group of three or four digits, as
 * every address in use does, and holds a decimal digit. Times and names like `a::b` in code are neither.
 */
function isIpv6(value: string): boolean {
  const halves = value.split("::");
  const groups = value.split(":").filter((group) => group !== "");
  if (!groups.every((group) => group.length <= 4)) return false;
  if (halves.length === 1) return groups.length === 8 && value.split(":").length === 8;
  const [left = "", right = ""] = halves;
  const isWhole = !left.startsWith(":") && !right.endsWith(":") && groups.length <= 7;
  const opening = left.split(":")[0] ?? "";
  return halves.length === 2 && isWhole && opening.length >= 3 && /[0-9]/.test(value) && !isBare(value);
}

/** `2001::` alone could be code; a real prefix is followed by something. */
const isBare = (value: string): boolean => value.endsWith("::") && value.split(":").length <= 3;
