import { foldAnswer } from "./fold-answer.ts";
import { letterKind } from "./letter-kind.ts";

/** What a sentence is beside its words; bits of `ReadText.sentenceMarks`. */
export const sentenceMark = { question: 1, item: 2, fenced: 4, quoted: 8, ending: 16, numbered: 32 } as const;

/** Room for the words of one text; filled anew by every reading. */
export interface ReadText {
  /** Hashes of the words, apostrophes left out. */
  readonly words: Int32Array;
  /** Hashes of the first `stemLetters` letters of the words, so that "cheat" and "cheating" are alike. */
  readonly stems: Int32Array;
  /** Index of the sentence each word is in. */
  readonly sentenceOf: Int32Array;
  /** 1 where a word is within quotation marks. */
  readonly inQuotes: Uint8Array;
  /** Letters of each word. */
  readonly lengths: Uint8Array;
  /** `sentenceMark` bits. */
  readonly sentenceMarks: Uint8Array;
  wordCount: number;
  sentenceCount: number;
  /** Words that hold a digit; numbers of list items are none. */
  figures: number;
  /** UTF-16 units of the whole text, read or not. */
  length: number;
}

/** No text has more words read than this; its characters are bounded too. */
export const maxWords = 3_072;

/** An empty reading to fill. */
export function createReadText(): ReadText {
  return {
    words: new Int32Array(maxWords),
    stems: new Int32Array(maxWords),
    sentenceOf: new Int32Array(maxWords),
    inQuotes: new Uint8Array(maxWords),
    lengths: new Uint8Array(maxWords),
    sentenceMarks: new Uint8Array(maxWords + 1),
    wordCount: 0,
    sentenceCount: 0,
    figures: 0,
    length: 0,
  };
}

/** Letters that words of one stem share. */
export const stemLetters = 4;

/** First value of a word's hash. */
export const hashStart = 0x811c9dc5 | 0;

/** One step of a word's hash (FNV-1a over UTF-16 units). */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Splits text into words and sentences in one pass. */
export class WordReader {
  readonly #kinds: Uint8Array;
  readonly #out: ReadText;
  #hash = hashStart;
  #stem = 0;
  #letters = 0;
  #digits = 0;
  #firstOfSentence = 0;
  #quoteFrom = -1;
  #fenced = false;
  #lineStart = true;
  #item = 0;
  #quotesOthers = false;

  /** @param kinds - from `letterKinds`. */
  constructor(kinds: Uint8Array) {
    this.#kinds = kinds;
    this.#out = createReadText();
  }

  /**
   * The words of a text. The result is overwritten by the next call.
   *
   * @param quotesOthers - whether quotation marks round the beginning mean that somebody else is quoted, as in a
   * translation; else what is wholly in them is the answer itself
   */
  read(whole: string, quotesOthers = false): ReadText {
    this.#quotesOthers = quotesOthers;
    const { text, cut } = foldAnswer(whole);
    this.#begin(whole.length);
    const { length } = text;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = this.#kinds[unit];
      if (kind === letterKind.letter) {
        this.#hash = hashStep(this.#hash, unit);
        this.#letters += 1;
        if (this.#letters === stemLetters) this.#stem = this.#hash;
        if (unit >= 0x30 && unit <= 0x39) this.#digits += 1;
      } else if (kind !== letterKind.apostrophe || this.#letters === 0)
        this.#boundary({ kind: kind ?? 0, unit, at, text });
      if (at === cut - 1 && cut < length) this.#endSentence(0);
    }
    this.#endWord();
    this.#endSentence(0);
    this.#markEnding();
    return this.#out;
  }

  #begin(length: number): void {
    const out = this.#out;
    out.wordCount = 0;
    out.sentenceCount = 0;
    out.figures = 0;
    out.length = length;
    this.#hash = hashStart;
    this.#letters = 0;
    this.#digits = 0;
    this.#firstOfSentence = 0;
    this.#quoteFrom = -1;
    this.#fenced = false;
    this.#lineStart = true;
    this.#item = 0;
  }

  #boundary({ kind, unit, at, text }: { kind: number; unit: number; at: number; text: string }): void {
    const atLineStart = this.#lineStart && this.#letters === 0;
    if (kind === letterKind.other && unit === 0x20) {
      this.#endWord();
      return;
    }
    if (kind === letterKind.ideograph) {
      this.#endWord();
      this.#hash = hashStep(hashStart, unit);
      this.#letters = 1;
      this.#endWord();
    } else if (kind === letterKind.stop) this.#stop(unit, at, text);
    else if (kind === letterKind.line) {
      this.#endWord();
      this.#endSentence(0);
      this.#quoteFrom = -1;
      this.#lineStart = true;
    } else if (kind === letterKind.quote) {
      this.#endWord();
      this.#quote();
    } else {
      this.#numberedItem(unit);
      this.#endWord();
      if (unit === 0x60 && text.startsWith("```", at) && !text.startsWith("`", at - 1))
        this.#fenced = !this.#fenced;
      if (
        atLineStart &&
        (unit === 0x2d || unit === 0x2a || unit === 0x2022) &&
        text.charCodeAt(at + 1) === 0x20
      )
        this.#item = sentenceMark.item;
    }
  }

  /** A point within a number or an address ends nothing. */
  #stop(unit: number, at: number, text: string): void {
    if (this.#numberedItem(unit)) return;
    this.#endWord();
    const next = text.charCodeAt(at + 1);
    const isWithin = unit < 0x80 && this.#kinds[next] === letterKind.letter;
    if (!isWithin)
      this.#endSentence(unit === 0x3f || unit === 0xff1f || unit === 0x61f ? sentenceMark.question : 0);
  }

  /** "1." or "2)" at the start of a line begins an item of a list and is no sentence. */
  #numberedItem(unit: number): boolean {
    const isNumber =
      this.#lineStart &&
      this.#digits > 0 &&
      this.#digits === this.#letters &&
      this.#letters <= 2 &&
      (unit === 0x2e || unit === 0x29);
    if (!isNumber || this.#out.wordCount !== this.#firstOfSentence) return false;
    this.#item = sentenceMark.item | sentenceMark.numbered;
    this.#hash = hashStart;
    this.#letters = 0;
    this.#digits = 0;
    this.#lineStart = false;
    return true;
  }

  #quote(): void {
    const out = this.#out;
    if (this.#quoteFrom < 0) {
      this.#quoteFrom = out.wordCount;
      return;
    }
    if (this.#quoteFrom > 0 || this.#quotesOthers) out.inQuotes.fill(1, this.#quoteFrom, out.wordCount);
    this.#quoteFrom = -1;
  }

  #endWord(): void {
    if (this.#letters === 0) return;
    const out = this.#out;
    const index = out.wordCount;
    if (index < maxWords) {
      out.words[index] = this.#hash;
      out.stems[index] = this.#letters < stemLetters ? this.#hash : this.#stem;
      out.lengths[index] = Math.min(this.#letters, 255);
      out.sentenceOf[index] = out.sentenceCount;
      out.inQuotes[index] = 0;
      if (this.#digits > 0) out.figures += 1;
      out.wordCount = index + 1;
    }
    this.#hash = hashStart;
    this.#letters = 0;
    this.#digits = 0;
    this.#lineStart = false;
  }

  #endSentence(marks: number): void {
    const out = this.#out;
    if (out.wordCount === this.#firstOfSentence) return;
    out.sentenceMarks[out.sentenceCount] = marks | this.#item | (this.#fenced ? sentenceMark.fenced : 0);
    out.sentenceCount += 1;
    this.#firstOfSentence = out.wordCount;
    this.#item = 0;
  }

  /** The last two sentences are where an answer turns back to its reader. */
  #markEnding(): void {
    const { sentenceMarks, sentenceCount } = this.#out;
    for (let index = Math.max(0, sentenceCount - 2); index < sentenceCount; index += 1)
      sentenceMarks[index] = (sentenceMarks[index] ?? 0) | sentenceMark.ending;
  }
}
