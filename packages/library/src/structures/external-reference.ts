import { proseOf } from "../text/split-fences.ts";
import type { StructureMatch } from "./structure-match.ts";

/** What is fetched: an image loads by itself, a link waits for a click. */
export type ReferenceKind = "image" | "link";

const address = String.raw`((?:https?:|ftp:)?(?:\/\/|\\\\)[^\s"'<>()\x60]{1,2000})`;
const patterns: Readonly<Record<ReferenceKind, readonly RegExp[]>> = {
  image: [
    new RegExp(String.raw`!\[[^\[\]\n]{0,300}\]\(\s{0,8}<?${address}`, "gi"),
    new RegExp(
      String.raw`<(?:img|image|source|video|audio|iframe|embed|object|input|link|track|body|table|td)\b[^<>]{0,400}?(?:src|srcset|href|poster|data|background)\s{0,8}=\s{0,8}["']?\s{0,8}${address}`,
      "gi",
    ),
    new RegExp(String.raw`\burl\(\s{0,8}["']?${address}`, "gi"),
  ],
  link: [new RegExp(address, "gi")],
};
/** A reference definition, `[name]: address`; an image when some image uses references. */
const definition = new RegExp(String.raw`^ {0,3}\[[^\[\]\n]{1,200}\]:\s{0,8}<?${address}`, "gim");
const referencedImage = /!\[[^[\]\n]{0,300}\](?:\[|(?!\())/;

/**
 * Finds a reference to another host outside of code, where a Markdown or HTML reader would act on it.
 *
 * @param host - when given, only references to this host or a host under it count
 */
export function findExternalReference(
  text: string,
  kind: ReferenceKind,
  host: string | undefined,
): StructureMatch | undefined {
  const prose = proseOf(text);
  const sources =
    kind === "image" && referencedImage.test(prose) ? [...patterns[kind], definition] : patterns[kind];
  for (const source of sources) {
    for (const match of prose.matchAll(source)) {
      const target = hostOf(match[1] ?? "");
      if (target === undefined || (host !== undefined && !isUnder(target, host.toLowerCase()))) continue;
      return { excerpt: match[0].slice(0, 120) };
    }
  }
  return undefined;
}

function hostOf(reference: string): string | undefined {
  const absolute = /^[a-z]+:/i.test(reference) ? reference : `https:${reference}`;
  const host = URL.parse(absolute.replaceAll("\\", "/"))?.hostname.replace(/\.$/, "");
  return host === undefined || host === "" ? undefined : host;
}

function isUnder(host: string, wanted: string): boolean {
  return host === wanted || host.endsWith(`.${wanted}`);
}
