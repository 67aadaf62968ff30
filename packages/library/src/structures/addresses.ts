import { isPublicAddress } from "../wire/address-rules.ts";

/** Schemes that reach into the machine or its network. */
const innerSchemes = new Set(["file:", "gopher:", "dict:", "ldap:", "tftp:"]);
/** Names that lead inside (RFC 6761, RFC 6762, ICANN 2024 for .internal). */
const innerName = /(?:^|\.)(?:localhost|local|internal|intranet|corp|home\.arpa)$/;
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Reads an address as a browser does; one without a scheme is taken for https. `undefined` when it is none. */
export function readAddress(reference: string): URL | undefined {
  const cleaned = reference.replaceAll("\\", "/").replace(/[\t\n\r]/g, "");
  return URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(cleaned) ? cleaned : `https:${cleaned}`) ?? undefined;
}

/** Host of an address, without a dot at its end; `undefined` when there is none. */
export function hostOf(reference: string): string | undefined {
  const host = readAddress(reference)?.hostname.replace(/\.$/, "");
  return host === undefined || host === "" ? undefined : host;
}

/** True for a host itself and hosts under it. */
export function isUnder(host: string, wanted: string): boolean {
  return host === wanted || host.endsWith(`.${wanted}`);
}

/** True when an address leads to this machine, a network inside or a cloud's metadata service, also when it is written as one number. */
export function leadsInside(reference: string): boolean {
  const url = readAddress(reference);
  if (url === undefined) return false;
  if (innerSchemes.has(url.protocol)) return true;
  const host = url.hostname.replace(/\.$/, "").replace(/^\[(.*)\]$/, "$1");
  if (ipv4.test(host) || host.includes(":")) return !isPublicAddress(host);
  return innerName.test(host);
}

/** A piece of text that long and that mixed is data, not a word of an address. */
const codedRun = /[A-Za-z0-9+/_=-]{20,}/;
const manyEscapes = /(?:%[0-9a-f]{2}[^%&#/]{0,3}){4,}/i;
/** Joined words in a value from which it reads as a sentence. */
const fewWords = 3;
/** Characters of one address that are looked at. */
const maxAddress = 8_000;

/** What shows that an address carries data away: a coded run, many escapes or a sentence, in its path, query, fragment or host. */
export function dataIn(reference: string): string | undefined {
  const url = readAddress(reference.slice(0, maxAddress));
  if (url === undefined) return undefined;
  const afterHost = `${url.pathname}${url.search}${url.hash}`;
  const labels = url.hostname.split(".").slice(0, -2);
  const coded = [...afterHost.split(/[/?&=#.,;:]/), ...labels].find(looksCoded);
  const sentence = `${url.search}${url.hash}`.split(/[&#?]/).find(isSentence);
  return (coded ?? sentence ?? manyEscapes.exec(afterHost)?.[0])?.slice(0, 60);
}

function isSentence(value: string): boolean {
  return value.split(/\+|%20/, fewWords).length === fewWords;
}

/** Letters and digits mixed, or both cases mixed within, and no words joined by hyphens. */
function looksCoded(part: string): boolean {
  if (!codedRun.test(part) || /^(?:[a-z]{2,40}[-_]){2}/.test(part)) return false;
  const digits = part.match(/\d/g)?.length ?? 0;
  const turns = part.match(/[a-z][A-Z]/g)?.length ?? 0;
  return turns >= 3 || (digits >= 2 && /[A-Za-z]/.test(part));
}
