import { codeAt, isDigit, isEmailLocal, isLetter } from "./characters.ts";
import type { Report } from "./match.ts";

// RFC 5321, section 4.5.3.1: 64 before the @ and 255 after it.
const longestLocal = 64;
const longestDomain = 255;
const longestCredentials = 200;

const isDomainPart = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 45 || code >= 0xc0;

/**
 * Finds e-mail addresses, and `user:password@host` in addresses of services.
 *
 * Starts at each @ and looks a bounded way to both sides, so that its time is linear in the text.
 */
export function detectEmails(text: string, report: Report): void {
  let floor = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const start = localStart(text, at, floor);
    reportCredentials(text, { start, at }, report);
    const end = domainEnd(text, at + 1);
    if (start === at || end === at + 1) continue;
    report({ start, end, kind: "email", value: text.slice(start, end).toLowerCase() });
    floor = end;
  }
}

function localStart(text: string, at: number, floor: number): number {
  let start = at;
  const lowest = Math.max(floor, at - longestLocal);
  while (start > lowest && isEmailLocal(text.charCodeAt(start - 1))) start -= 1;
  // Quotation marks, brackets and the like around an address are not part of it.
  while (start < at && !isAddressStart(text.charCodeAt(start))) start += 1;
  return start;
}

const isAddressStart = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === 95 || code >= 0xc0;

/** End of a host name with at least one dot and letters at its end; `from` when there is none. */
function domainEnd(text: string, from: number): number {
  const farthest = Math.min(text.length, from + longestDomain);
  let end = from;
  let at = from;
  let label = from;
  while (at <= farthest) {
    const code = at < farthest ? text.charCodeAt(at) : 0;
    if (isDomainPart(code)) {
      at += 1;
      continue;
    }
    if (at === label) break;
    if (label > from && isTopLevel(text, label, at)) end = at;
    if (code !== 46) break;
    at += 1;
    label = at;
  }
  return end;
}

/** Two letters or more, none of them a digit: tells `a@b.com` from `package@1.2.3`. */
function isTopLevel(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  for (let at = start; at < end; at += 1)
    if (isDigit(text.charCodeAt(at))) return text.startsWith("xn--", start);
  return true;
}

/** In `scheme://user:password@host` the part between :// and @ is a secret, whatever the host. */
function reportCredentials(text: string, place: { start: number; at: number }, report: Report): void {
  if (codeAt(text, place.start - 1) !== 58) return;
  const from = Math.max(0, place.at - longestCredentials);
  const opening = text.slice(from, place.start).lastIndexOf("://");
  const start = from + opening + 3;
  if (opening < 0 || start >= place.start) return;
  const value = text.slice(start, place.at);
  if (!/[\s/@?#]/.test(value)) report({ start, end: place.at, kind: "password", value });
}
