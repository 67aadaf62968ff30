import { hashStart, hashStep, type ReadText } from "./read-words.ts";

/** Words that make up a third of English prose and next to nothing of other languages. */
const englishWords = new Set(
  "the of and to is it that for you are with as this be or not have but if can your an there they at by from my would will how what which when it's its i'm im cannot don't dont here sorry please it we help with was has should could their may any more than about"
    .split(" ")
    .map((word) =>
      [...word].reduce(
        (hash, letter) => (letter === "'" ? hash : hashStep(hash, letter.charCodeAt(0))),
        hashStart,
      ),
    ),
);

/** Words looked at. */
const sample = 60;
/** Least share of them in English prose. */
const leastShare = 0.12;

/** True when the beginning of a text is English prose. Very short texts and code may be neither this nor another language. */
export function isEnglish({ words, wordCount }: Pick<ReadText, "words" | "wordCount">): boolean {
  const looked = Math.min(wordCount, sample);
  let known = 0;
  for (let index = 0; index < looked; index += 1) if (englishWords.has(words[index] ?? 0)) known += 1;
  return known > 0 && known >= looked * leastShare;
}
