import type { CompiledCues, CueNode } from "./compile-cues.ts";
import { maxWords, sentenceMark, type ReadText } from "./read-words.ts";

/** Steps remembered at most; hostile text that needs more only makes them be worked out again. */
const maxSteps = 100_000;

/** The acts found in each sentence, as bits; quoted ones apart. */
export interface FoundCues {
  readonly said: Int32Array;
  readonly quoted: Int32Array;
}

/** All the places one may be at after the words so far. Built when first met. */
interface State {
  readonly nodes: readonly CueNode[];
  readonly acts: number;
  readonly actsAtEnd: number;
  /** By the number of the next word. */
  readonly next: Map<number, State>;
}

/** Looks for phrases sentence by sentence, one step a word. */
export class CueFinder {
  readonly #cues: CompiledCues;
  readonly #found: FoundCues = { said: new Int32Array(maxWords + 1), quoted: new Int32Array(maxWords + 1) };
  readonly #states = new Map<string, State>();
  #start: State;
  #steps = 0;

  constructor(cues: CompiledCues) {
    this.#cues = cues;
    this.#start = this.#stateOf([cues.opening]);
  }

  /** The acts of a text. The result is overwritten by the next call. */
  find(text: ReadText): FoundCues {
    const { said, quoted } = this.#found;
    const { words, sentenceOf, wordCount, sentenceCount, inQuotes, sentenceMarks } = text;
    const { numbers } = this.#cues;
    said.fill(0, 0, sentenceCount);
    quoted.fill(0, 0, sentenceCount);
    if (this.#steps > maxSteps) this.#forget();
    let state = this.#start;
    for (let index = 0; index < wordCount; index += 1) {
      const sentence = sentenceOf[index] ?? 0;
      if (((sentenceMarks[sentence] ?? 0) & sentenceMark.fenced) !== 0) continue;
      const number = numbers.get(words[index] ?? 0) ?? 0;
      state = state.next.get(number) ?? this.#build(state, number);
      const ends = index + 1 === wordCount || sentenceOf[index + 1] !== sentence;
      const acts = ends ? state.acts | state.actsAtEnd : state.acts;
      if (acts !== 0) {
        const found = inQuotes[index] === 1 ? quoted : said;
        found[sentence] = (found[sentence] ?? 0) | acts;
      }
      if (ends) state = this.#start;
    }
    return this.#found;
  }

  #build(from: State, number: number): State {
    const { symbols, asides, anywhere } = this.#cues;
    const reached = new Set<CueNode>();
    const add = (node: CueNode | undefined): void => {
      if (node === undefined) return;
      reached.add(node);
      if (node.gap !== undefined) reached.add(node.gap);
    };
    const advance = (node: CueNode): void => {
      for (const symbol of symbols[number] ?? []) add(node.next.get(symbol));
      add(node.any);
    };
    advance(anywhere);
    for (const node of from.nodes) {
      advance(node);
      if (asides[number] === true && node !== this.#cues.opening) add(node);
    }
    const state = this.#stateOf([...reached]);
    from.next.set(number, state);
    this.#steps += 1;
    return state;
  }

  #stateOf(nodes: readonly CueNode[]): State {
    const sorted = nodes.toSorted((a, b) => a.id - b.id);
    const key = sorted.map(({ id }) => id).join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: State = {
      nodes: sorted,
      acts: sorted.reduce((acts, node) => acts | node.acts, 0),
      actsAtEnd: sorted.reduce((acts, node) => acts | node.actsAtEnd, 0),
      next: new Map(),
    };
    this.#states.set(key, state);
    return state;
  }

  #forget(): void {
    this.#states.clear();
    this.#steps = 0;
    this.#start = this.#stateOf([this.#cues.opening]);
  }
}
