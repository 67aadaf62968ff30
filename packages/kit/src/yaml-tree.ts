import type { Place, Problem } from "@probity/domain";
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { quote } from "./show-value.ts";
import type { DocumentPath } from "./value-at.ts";

/** Longest document read, in characters. A pack of several hundred probes takes half of it. */
export const maxDocumentCharacters = 1_000_000;
/** Deepest nesting read. What Probity reads needs about ten levels. */
const maxDepth = 64;
/** Most aliases read: turning them into values takes time quadratic in their number. */
const maxAliases = 1000;
/** Most values that aliases may repeat, so that a few lines cannot grow into gigabytes. */
const maxAliasedNodes = 10_000;

/** A YAML document whose values can be found in their file again. */
export interface YamlTree {
  /** The document as plain values, or undefined when it could not be read. */
  readonly value: unknown;
  /** Syntax errors, duplicate keys and broken bounds, each with its place. */
  readonly problems: readonly Problem[];
  /** True when `problems` leave `value` without meaning. */
  readonly broken: boolean;
  /** Where a value starts. For a value that is not there: where the nearest value around it is named. */
  readonly placeOf: (path: DocumentPath) => Place;
  /** Where the key that leads to a value stands. */
  readonly keyPlaceOf: (path: DocumentPath) => Place;
}

/** Reads YAML 1.2 with exact places, bounded in size, depth and repetition. Never throws. */
export function readYaml(text: string, file: string): YamlTree {
  if (text.length > maxDocumentCharacters) return tooLarge(text.length, file);
  const lines = new LineCounter();
  // Repeated keys are found below: the parser's own search takes time quadratic in the number of keys.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const finder = new Finder(document, placeAt);
  const syntax = syntaxProblems([...document.errors, ...document.warnings], placeAt);
  const walked = syntax.length > 0 ? { problems: [], broken: true } : walk(document, finder);
  const broken = syntax.length > 0 || walked.broken;
  return {
    value: broken ? undefined : document.toJS({ maxAliasCount: -1 }),
    problems: [...syntax, ...walked.problems],
    broken,
    placeOf: (path) => finder.placeOf(path),
    keyPlaceOf: (path) => finder.keyPlaceOf(path),
  };
}

function tooLarge(characters: number, file: string): YamlTree {
  const place = { file, line: 1, column: 1 };
  const message = `The file has ${characters} characters; at most ${maxDocumentCharacters} are read. Nothing of it was read.`;
  const problem = { place, message, remedy: "Split it into several files." };
  return {
    value: undefined,
    problems: [problem],
    broken: true,
    placeOf: () => place,
    keyPlaceOf: () => place,
  };
}

/** One problem a place: what follows at the same place is the parser's second try at the same fault. */
function syntaxProblems(errors: readonly YAMLError[], placeAt: (offset: number) => Place): Problem[] {
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const told = exhausted ? [exhausted] : errors;
  const byOffset = new Map(told.toReversed().map((error) => [error.pos[0], error]));
  return [...byOffset.values()].map((error) => syntaxProblem(error, placeAt));
}

/** What the parser's shorter words mean to someone who does not know the grammar. */
const plainWords: Partial<Record<YAMLError["code"], readonly [message: string, remedy: string]>> = {
  BAD_ALIAS: ["This alias names no anchor that stands before it.", "Define it first with `&name`."],
  BAD_INDENT: ["The indentation does not fit what stands around it.", "Line it up with its neighbours."],
  BLOCK_AS_IMPLICIT_KEY: [
    "A second `key:` stands on this line.",
    'Put it on a line of its own, or put the text in quotes: "…".',
  ],
  MULTILINE_IMPLICIT_KEY: ["A key stretches over several lines.", "Is a colon missing after the key?"],
  MULTIPLE_DOCS: ["A second document starts here.", "Keep one document in a file: remove the `---`."],
  NON_STRING_KEY: ["A key must be text.", "Put it in quotes."],
  RESOURCE_EXHAUSTION: [
    "The values are nested too deeply to be read.",
    `At most ${maxDepth} levels are read.`,
  ],
  TAB_AS_INDENT: ["A tab is used for indentation.", "Use spaces."],
  UNEXPECTED_TOKEN: [
    "What stands here does not fit the lines around it.",
    "Look for a stray bracket, quotation mark or colon, here or above.",
  ],
  TAG_RESOLVE_FAILED: ["This tag is not known.", "Remove the word that starts with `!`."],
  BAD_DIRECTIVE: ["This line starting with `%` is not understood.", "Remove it, or put the text in quotes."],
};

function syntaxProblem(error: YAMLError, placeAt: (offset: number) => Place): Problem {
  const place = placeAt(error.pos[0]);
  if (error.message.startsWith("Missing closing")) {
    return {
      place,
      message: "A text in quotes is not closed.",
      remedy: "Close it with the mark it starts with.",
    };
  }
  if (error.message.startsWith("Flow ")) {
    const remedy = "Close it, and indent its lines more than the key it belongs to.";
    return { place, message: "A list or group in brackets is not closed before this line.", remedy };
  }
  const plain = plainWords[error.code];
  if (plain) return { place, message: plain[0], remedy: plain[1] };
  // The parser quotes the text it stumbled over after the last colon; that text may be a secret.
  const words = error.message.replace(/: ".*$/s, "").replace(/\.$/, "");
  return {
    place,
    message: `This is not valid YAML: ${words}.`,
    remedy: "Look at this line and the one above it.",
  };
}

/** Finds the node of a path and its place. Keys of a map are indexed once, so many problems stay cheap. */
class Finder {
  readonly #root: unknown;
  readonly #pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  readonly placeAt: (offset: number) => Place;
  /** What each alias stands for; undefined for one whose anchor does not stand before it. */
  readonly aliases: ReadonlyMap<Alias, unknown>;

  constructor(document: Document, placeAt: (offset: number) => Place) {
    this.#root = document.contents;
    this.placeAt = placeAt;
    this.aliases = resolveAliases(document.contents);
  }

  placeOf(path: DocumentPath): Place {
    const found = this.#follow(path);
    if (found.rest === 0) return this.placeAt(offsetOf(found.node ?? found.key));
    return this.placeAt(offsetOf(found.key ?? found.node));
  }

  keyPlaceOf(path: DocumentPath): Place {
    const { key, node } = this.#follow(path);
    return this.placeAt(offsetOf(key ?? node));
  }

  resolve(node: unknown): unknown {
    return isAlias(node) ? this.aliases.get(node) : node;
  }

  /** Goes as far along the path as the document does. `rest` counts the steps that led nowhere. */
  #follow(path: DocumentPath): { key?: unknown; node: unknown; rest: number } {
    let node: unknown = this.#root;
    let key: unknown;
    for (const [index, step] of path.entries()) {
      const parent = this.resolve(node);
      if (isMap(parent)) {
        const pair = this.pairOf(parent, String(step));
        if (!pair) return { key, node, rest: path.length - index };
        key = pair.key;
        node = pair.value;
      } else if (isSeq(parent) && typeof step === "number" && step < parent.items.length) {
        node = parent.items[step];
        key = node;
      } else return { key, node, rest: path.length - index };
    }
    return { key, node, rest: 0 };
  }

  pairOf(map: YAMLMap, key: string): Pair | undefined {
    let pairs = this.#pairs.get(map);
    if (!pairs) {
      pairs = new Map(map.items.map((pair) => [keyText(pair), pair]));
      this.#pairs.set(map, pairs);
    }
    return pairs.get(key);
  }
}

/** One pass in document order: an alias stands for the last node before it that carries its anchor. */
function resolveAliases(root: unknown): ReadonlyMap<Alias, unknown> {
  const anchors = new Map<string, unknown>();
  const aliases = new Map<Alias, unknown>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) aliases.set(node, anchors.get(node.source));
    if ((isCollection(node) || isScalar(node)) && node.anchor) anchors.set(node.anchor, node);
    for (const part of partsOf(node).toReversed()) open.push(part);
  }
  return aliases;
}

function partsOf(node: unknown): readonly unknown[] {
  if (isPair(node)) return [node.key, node.value];
  return isCollection(node) ? node.items : [];
}

function keyText({ key }: Pair): string {
  return isScalar(key) && typeof key.value === "string" ? key.value : "";
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

interface Step {
  readonly node: unknown;
  readonly depth: number;
  readonly aliased: boolean;
  /** The outermost alias that led here, or the node itself: what the file's author can point at. */
  readonly at: number;
}

interface Walked {
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

/** Visits every value once, aliases as often as they repeat, and stops at the first bound that is broken. */
function walk(document: Document, finder: Finder): Walked {
  const problems: Problem[] = [];
  let aliasedNodes = 0;
  const broken = (at: number, message: string, remedy: string): Walked => ({
    problems: [...problems, { place: finder.placeAt(at), message, remedy }],
    broken: true,
  });
  if (finder.aliases.size > maxAliases) {
    return broken(0, `The file has more than ${maxAliases} aliases.`, "Write the values out.");
  }
  const lost = [...finder.aliases].filter(([, node]) => node === undefined);
  if (lost.length > 0) return { problems: lost.map(([alias]) => lostAlias(alias, finder)), broken: true };
  const open: Step[] = [{ node: document.contents, depth: 0, aliased: false, at: 0 }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.aliased) aliasedNodes += 1;
    if (aliasedNodes > maxAliasedNodes) {
      return broken(
        step.at,
        `Aliases repeat more than ${maxAliasedNodes} values.`,
        "Write the values out, or leave them away.",
      );
    }
    if (step.depth > maxDepth) {
      return broken(
        step.at,
        `The values are nested deeper than ${maxDepth} levels.`,
        "Flatten them; look for an alias inside the value it names.",
      );
    }
    if (isMap(step.node) && !step.aliased) problems.push(...keyProblems(step.node, finder));
    for (const child of childrenOf(step, finder)) open.push(child);
  }
  return { problems, broken: false };
}

function lostAlias(alias: Alias, finder: Finder): Problem {
  return {
    place: finder.placeAt(offsetOf(alias)),
    message: `The alias ${quote(alias.source)} names no anchor that stands before it.`,
    remedy: "Define it first with `&name`, or put the text in quotes.",
  };
}

function childrenOf(step: Step, finder: Finder): Step[] {
  const { node, depth, aliased } = step;
  if (isAlias(node)) {
    return [
      { node: finder.resolve(node), depth: depth + 1, aliased: true, at: aliased ? step.at : offsetOf(node) },
    ];
  }
  if (!isCollection(node)) return [];
  return node.items.map((item) => {
    const child: unknown = isPair(item) ? item.value : item;
    return { node: child, depth: depth + 1, aliased, at: aliased ? step.at : offsetOf(child) };
  });
}

function keyProblems(map: YAMLMap, finder: Finder): Problem[] {
  const first = new Map<string, Node | undefined>();
  return map.items.flatMap((pair): Problem[] => {
    const name = keyText(pair);
    const key = isNode(pair.key) ? pair.key : undefined;
    const place = finder.placeAt(offsetOf(key));
    if (name === "__proto__") {
      return [{ place, message: `The key ${quote(name)} may not be used.`, remedy: "Rename or remove it." }];
    }
    if (!first.has(name)) {
      first.set(name, key);
      return [];
    }
    const { line } = finder.placeAt(offsetOf(first.get(name)));
    return [
      {
        place,
        message: `The key ${quote(name)} stands here and in line ${line}.`,
        remedy: "Keep one of them.",
      },
    ];
  });
}
