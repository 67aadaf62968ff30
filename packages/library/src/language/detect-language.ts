import { functionWords, scripts } from "./function-words.ts";

/** What language a text is in. */
export interface DetectedLanguage {
  /** ISO 639-1; `undefined` when there is too little to go by, or nothing fits. */
  readonly language: string | undefined;
  /** Share of the evidence that speaks for it, in [0, 1]; a rule of thumb, not calibrated. */
  readonly share: number;
}

/** Characters read: enough to tell, and time does not grow with hostile length. */
const readCharacters = 2_000;
/** Least letters of a script to speak of a language. */
const fewestLetters = 2;
/** Least share of the words that must be function words of the language. */
const leastShare = 0.12;
/** A text this short is told only when most of it is known. */
const shortWords = 4;

/** Languages of each word. It speaks for each of them by one part in their number. */
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of new Set(words.split(" "))) {
    const languages = languagesOf.get(word);
    if (languages) languages.push(language);
    else languagesOf.set(word, [language]);
  }
}

const nothing: DetectedLanguage = { language: undefined, share: 0 };

/**
 * Tells the language of a text by its script and, in Latin letters, by its commonest short words.
 *
 * Code and quoted fences are left out. Weak on texts of a few words and on mixed ones; near relatives (Norwegian and
 * Danish, Hindi and Marathi, Serbian and Russian) are not told apart reliably.
 */
export function detectLanguage(whole: string): DetectedLanguage {
  const text = whole
    .slice(0, readCharacters * 2)
    .replace(/```[^`]*(?:```|$)/g, " ")
    .replace(/https?:\S+/g, " ")
    .slice(0, readCharacters)
    .normalize("NFC")
    .toLowerCase();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters) return nothing;
  const counts = new Map(
    scripts.map(([language, pattern]) => [language, text.match(pattern)?.length ?? 0] as const),
  );
  const inScripts = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return inScripts * 2 >= letters ? byScript(text, counts, letters) : byWords(text);
}

function byScript(text: string, counts: ReadonlyMap<string, number>, letters: number): DetectedLanguage {
  const [language, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const share = Math.min(1, count / letters);
  if (language === "zh" || language === "ja") {
    const kana = counts.get("ja") ?? 0;
    const both = kana + (counts.get("zh") ?? 0);
    return { language: kana * 12 >= both ? "ja" : "zh", share: Math.min(1, both / letters) };
  }
  if (language === "ar") return { language: arabicLetters(text), share };
  if (language === "ru") return { language: /[іїєґ]/.test(text) ? "uk" : "ru", share };
  return { language, share };
}

function arabicLetters(text: string): string {
  if (/[ٹڈڑںےھہ]/.test(text)) return "ur";
  return /[پچگژکی]/.test(text) ? "fa" : "ar";
}

function byWords(text: string): DetectedLanguage {
  const words = text.replaceAll("\u2019", "'").match(/[\p{L}\p{M}']+/gu) ?? [];
  const scores = new Map<string, number>();
  let known = 0;
  for (const word of words) {
    const languages = languagesOf.get(word);
    if (languages === undefined) continue;
    known += 1;
    const weight = 1 / languages.length;
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return nothing;
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  const isEnough =
    words.length <= shortWords ? known * 2 >= words.length : known / words.length >= leastShare;
  if (!isEnough || (second !== undefined && best[1] <= second[1])) return nothing;
  return { language: best[0], share: best[1] / total };
}
