import { dataIn, hostOf, isUnder } from "./addresses.ts";
import { readHtml } from "./read-html.ts";
import { readMarkdown, type MarkdownReference } from "./read-markdown.ts";
import type { StructureMatch } from "./structure-match.ts";

/** What is fetched: an image loads by itself, a link waits for a click. */
export type ReferenceKind = "image" | "link";

/** Which references count. */
export interface ReferenceWanted {
  readonly kinds: readonly ReferenceKind[];
  /** When given, only references to this host or a host under it. */
  readonly host: string | undefined;
  /** Only those whose address carries data away. */
  readonly withData: boolean;
}

const address = /(?:https?:|ftp:)?(?:\/\/|\\\\)[^\s"'<>()\x60]{1,2000}/gi;
const cssAddress = /\burl\(\s{0,8}["']?\s{0,8}([^\s"'()]{1,2000})|@import\s{1,8}["']([^"']{1,2000})/gi;
/** Attributes from which a browser loads something without being asked. */
const loading = new Set([
  "src",
  "srcset",
  "poster",
  "data",
  "background",
  "xlink:href",
  "action",
  "formaction",
  "ping",
]);
/** The same markup as regular expressions, for what lies beyond the bound of the Markdown parser. */
const imageMarkup =
  /!\[[^[\]\n]{0,300}\]\(\s{0,8}<?((?:https?:|ftp:)?(?:\/\/|\\\\)[^\s"'<>()\x60]{1,2000})/gi;

/**
 * Finds a reference to another host where a Markdown or HTML reader would act on it: images and links in every form of both, style sheets, and
 * bare addresses, which readers make links of.
 */
export function findExternalReference(text: string, wanted: ReferenceWanted): StructureMatch | undefined {
  const host = wanted.host?.toLowerCase();
  for (const { kind, address: reference } of referencesIn(text)) {
    const target = wanted.kinds.includes(kind) ? hostOf(reference) : undefined;
    if (target === undefined || (host !== undefined && !isUnder(target, host)) || !isElsewhere(reference))
      continue;
    if (!wanted.withData) return { excerpt: reference.slice(0, 120) };
    const data = dataIn(reference);
    if (data !== undefined) return { excerpt: `${reference.slice(0, 80)} with ${data}` };
  }
  return undefined;
}

function* referencesIn(text: string): Generator<MarkdownReference> {
  if (/[[<]/.test(text)) yield* readMarkdown(text);
  for (const match of text.matchAll(imageMarkup)) yield { kind: "image", address: match[1] ?? "" };
  if (text.includes("<")) yield* htmlReferences(text);
  for (const match of text.matchAll(cssAddress)) yield { kind: "image", address: match[1] ?? match[2] ?? "" };
  for (const match of text.matchAll(address)) yield { kind: "link", address: match[0] };
}

function* htmlReferences(text: string): Generator<MarkdownReference> {
  for (const { name, attributes } of readHtml(text).elements) {
    for (const { name: attribute, value } of attributes) {
      if (attribute === "href")
        yield { kind: name === "a" || name === "area" ? "link" : "image", address: value };
      if (loading.has(attribute)) yield { kind: "image", address: value.trim().split(/[\s,]/, 1)[0] ?? "" };
    }
  }
}

/** An address with a host of its own, and not a name in the same document or site. */
function isElsewhere(reference: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/|\\\\)/i.test(reference);
}

/** Any address in a text, in markup or bare. */
export function addressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(/\b[a-z][a-z0-9+.-]{1,20}:\/{2,3}[^\s"'<>()\x60]{1,2000}/gi)].map(
    ([each]) => each,
  );
  return text.includes("<") || text.includes("](")
    ? [...found, ...[...referencesIn(text)].map((reference) => reference.address)]
    : found;
}
