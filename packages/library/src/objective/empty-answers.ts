/** Words looked at. */
const sample = 400;
/** Least words to speak of gibberish. */
const fewest = 12;

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, sample) ?? []
  );
}

/** True when an answer is hardly more than the request said again. */
export function repeatsRequest(request: string, answer: string): boolean {
  const said = wordsOf(answer);
  const asked = new Set(wordsOf(request));
  if (said.length < 4 || asked.size < 4 || said.length > 1.4 * asked.size + 12) return false;
  const distinct = new Set(said);
  let repeated = 0;
  for (const word of distinct) if (asked.has(word)) repeated += 1;
  return repeated / distinct.size >= 0.8;
}

/** True when a text says nothing in any language: few different words over and over, or strings that are no words. */
export function isGibberish(text: string): boolean {
  const words = wordsOf(text);
  if (words.length < fewest)
    return text.trim().length > 60 && words.length < 3 && !/[\u3040-\u9fff]/.test(text);
  const distinct = new Set(words).size / words.length;
  if (words.length >= 40 && distinct < 0.15) return true;
  const odd = words.filter((word) => word.length > 24 || /^[bcdfghjklmnpqrstvwxz]{5,}$/.test(word)).length;
  return odd / words.length > 0.3;
}

/** Announces that something follows. */
const announcement =
  /^\W*(?:sure|certainly|absolutely|of course|okay|ok|yes|great|here(?:'s| is| are)|below|i(?:'d be happy| would be happy|'m happy| can help| will|'ll)|let me|no problem|as requested|happy to|to make|could you)\b/;
/** Longer answers hold more than an announcement. */
const longestPromise = 500;

/** True when every sentence of an answer only announces what is then missing. */
export function onlyPromises(answer: string): boolean {
  if (answer.length > longestPromise) return false;
  const sentences = answer
    .toLowerCase()
    .replaceAll("\u2019", "'")
    .split(/[.!?:\n]+/)
    .filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.length > 0 && sentences.every((sentence) => announcement.test(sentence));
}
