/** Words whose change would change what is asked: negations, units of doses and of money. */
const untouchable = new Set(
  "no not never none nor neither cannot without nothing nobody mg ml mcg g kg l cm mm km mph kwh usd eur gbp".split(
    " ",
  ),
);

/**
 * True for words that a change of style must leave alone: numbers, addresses, tokens, names, negations, units.
 *
 * A word with a digit, a capital after its first letter, or one of `/ @ _ : { } < > = \` is taken for a token; a
 * capitalised word that does not begin a sentence for a name.
 */
export function isProtected(word: string, beginsSentence: boolean): boolean {
  if (/[\p{N}/@_:{}<>=\\⟦⟧#$€£%]/u.test(word) || /^.+\p{Lu}/u.test(word)) return true;
  if (/\p{L}-\p{L}/u.test(word) || /n['’]t\b/i.test(word)) return true;
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if (bare === "" || untouchable.has(bare.toLowerCase())) return true;
  return !beginsSentence && bare !== "I" && /^\p{Lu}/u.test(bare);
}

/** A word as a rewriter sees it: the letters, without what stands before and after them. */
export interface BareWord {
  readonly text: string;
  /** Position among all words. */
  readonly position: number;
}

/**
 * Rewrites words one by one and keeps everything else: white space, punctuation, protected words.
 *
 * @param rewrite - gets a word's letters and gives what stands there instead; the empty string drops the word
 */
export function rewriteWords(text: string, rewrite: (word: BareWord) => string): string {
  let position = 0;
  let beginsSentence = true;
  return text.replace(/\S+/gu, (word) => {
    const begins = beginsSentence;
    beginsSentence = /[.!?:]["')\]]*$/.test(word);
    position += 1;
    if (isProtected(word, begins)) return word;
    const parts = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/su.exec(word);
    const [, before = "", letters = "", after = ""] = parts ?? [];
    return before + rewrite({ text: letters, position: position - 1 }) + after;
  });
}

/** The text, or what was there before when nothing visible is left of it. */
export function unlessEmpty(text: string, before: string): string {
  return text.trim() === "" ? before : text;
}

/** Gives a new word the capital that the old one began with. */
export function withCaseOf(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
