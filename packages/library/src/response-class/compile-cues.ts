import { cueActs, type CuePhrases } from "./cues/cue-phrase.ts";
import { englishAnswering } from "./cues/english-answering.ts";
import { englishRefusing } from "./cues/english-refusing.ts";
import { latinLanguages } from "./cues/latin-languages.ts";
import { otherScripts } from "./cues/other-scripts.ts";
import { wordClasses } from "./cues/word-classes.ts";
import { fold } from "./fold-answer.ts";
import { hashStart, hashStep } from "./read-words.ts";
import { letterKind } from "./letter-kind.ts";

/** Everything that is known about phrases; the weights belong to exactly this. */
export const lexicon = {
  acts: cueActs,
  classes: wordClasses,
  phrases: [
    ...englishRefusing,
    ...englishAnswering,
    ...latinLanguages,
    ...otherScripts,
  ] as readonly CuePhrases[],
} as const;

/** A place within phrases. */
export interface CueNode {
  readonly id: number;
  /** Next places by symbol of a word. */
  readonly next: Map<number, CueNode>;
  /** Bits of the acts of phrases that end here. */
  acts: number;
  /** Bits of acts of phrases that end here when the sentence does. */
  actsAtEnd: number;
  /** Next place after any one word. */
  any: CueNode | undefined;
  /** Next place without a word: the end of a gap. */
  gap: CueNode | undefined;
}

/** Phrases ready to be looked for. */
export interface CompiledCues {
  /** Where phrases begin that may stand anywhere. */
  readonly anywhere: CueNode;
  /** Where phrases begin that open a sentence. */
  readonly opening: CueNode;
  /** Known words by hash. Numbers begin at 1; 0 is every other word. */
  readonly numbers: ReadonlyMap<number, number>;
  /** By the number of a word: the sets of words it is in. */
  readonly symbols: readonly (readonly number[])[];
  /** By the number of a word: whether it may stand between the words of a phrase. */
  readonly asides: readonly boolean[];
}

/** Words that a gap may skip. */
const gapWords = 4;

/** Builds the automaton. Some ten milliseconds; do it once. */
export function compileCues(kinds: Uint8Array): CompiledCues {
  return new CueCompiler(kinds).compile();
}

class CueCompiler {
  readonly #kinds: Uint8Array;
  readonly #symbols = new Map<number, number[]>();
  readonly #sets = new Map<string, number>();
  #nodes = 0;
  readonly #anywhere = this.#createNode();
  readonly #opening = this.#createNode();

  constructor(kinds: Uint8Array) {
    this.#kinds = kinds;
  }

  compile(): CompiledCues {
    for (const { act, phrases } of lexicon.phrases) {
      const bit = 1 << cueActs.indexOf(act);
      for (const phrase of phrases) {
        const elements = phrase.split(" ");
        const opens = elements[0] === "^";
        this.#insert(opens ? this.#opening : this.#anywhere, opens ? elements.slice(1) : elements, bit);
      }
    }
    const asides = new Set(wordClasses.aside.split(" ").flatMap((word) => this.#hashes(word)));
    for (const hash of asides) if (!this.#symbols.has(hash)) this.#symbols.set(hash, []);
    const words = [...this.#symbols];
    return {
      anywhere: this.#anywhere,
      opening: this.#opening,
      numbers: new Map(words.map(([hash], index) => [hash, index + 1])),
      symbols: [[], ...words.map(([, symbols]) => symbols)],
      asides: [false, ...words.map(([hash]) => asides.has(hash))],
    };
  }

  #insert(node: CueNode, elements: readonly string[], bit: number): void {
    const [element, ...rest] = elements;
    if (element === undefined) {
      node.acts |= bit;
      return;
    }
    if (element === "$") {
      node.actsAtEnd |= bit;
      return;
    }
    const isOptional = element.endsWith("?");
    if (isOptional) this.#insert(node, rest, bit);
    for (const after of this.#follow(node, isOptional ? element.slice(0, -1) : element))
      this.#insert(after, rest, bit);
  }

  /** The states after one element. */
  #follow(node: CueNode, element: string): readonly CueNode[] {
    if (element === "*") return [this.#skip(node)];
    if (element === "...") return [this.#gap(node)];
    const choices = element.split("|").map((choice) => this.#sequences(choice));
    const after: CueNode[] = [];
    const single = choices.filter((words) => words.length === 1).flat(2);
    if (single.length > 0) after.push(this.#step(node, this.#setOf(single)));
    for (const words of choices.filter(({ length }) => length > 1))
      after.push(words.reduce((from, hashes) => this.#step(from, this.#setOf(hashes)), node));
    return after;
  }

  /** One choice as words in a row, each a list of hashes any of which will do. */
  #sequences(choice: string): readonly (readonly number[])[] {
    return choice.split("_").flatMap((part) => {
      if (!part.startsWith("@")) return this.#hashes(part).map((hash) => [hash]);
      const members = Object.entries(wordClasses).find(([name]) => name === part.slice(1))?.[1];
      if (members === undefined) throw new Error(`There is no word class ${part}.`);
      return [members.split(" ").flatMap((word) => this.#hashes(word))];
    });
  }

  /** A symbol for "any of these words"; the same words always have the same. */
  #setOf(hashes: readonly number[]): number {
    const key = hashes.toSorted((a, b) => a - b).join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const symbol = this.#sets.size;
    this.#sets.set(key, symbol);
    for (const hash of new Set(hashes)) {
      const symbols = this.#symbols.get(hash);
      if (symbols === undefined) this.#symbols.set(hash, [symbol]);
      else symbols.push(symbol);
    }
    return symbol;
  }

  /** Hashes of a written word; several where every character is a word. */
  #hashes(word: string): readonly number[] {
    const hashes: number[] = [];
    let hash = hashStart;
    let letters = 0;
    for (const character of fold(word)) {
      const unit = character.charCodeAt(0);
      if (this.#kinds[unit] === letterKind.ideograph) hashes.push(hashStep(hashStart, unit));
      else {
        hash = hashStep(hash, unit);
        letters += 1;
      }
    }
    if (letters > 0) hashes.push(hash);
    return hashes;
  }

  #gap(node: CueNode): CueNode {
    const end = (node.gap ??= this.#createNode());
    let from = node;
    for (let skipped = 0; skipped < gapWords; skipped += 1) {
      from = this.#skip(from);
      from.gap ??= end;
    }
    return end;
  }

  #skip(node: CueNode): CueNode {
    return (node.any ??= this.#createNode());
  }

  #step(node: CueNode, symbol: number): CueNode {
    const known = node.next.get(symbol);
    if (known !== undefined) return known;
    const created = this.#createNode();
    node.next.set(symbol, created);
    return created;
  }

  #createNode(): CueNode {
    this.#nodes += 1;
    return { id: this.#nodes, next: new Map(), acts: 0, actsAtEnd: 0, any: undefined, gap: undefined };
  }
}
