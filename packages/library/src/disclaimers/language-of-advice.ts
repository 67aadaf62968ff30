import { looksEnglish } from "../text/looks-english.ts";

/** Commonest function words of the languages in which cautions are known, without accents. Words that two of them share are left out. */
const functionWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: "the of and to that it you your with for this be are have has or can will at by from they was i he she take if then they every my when what",
    de: "der die das und ist nicht ein eine ich sie wir mit auf fur von dem den zu im sind wird haben kann dann aber auch wenn bei oder noch nur wie ihr ihre ihnen nehmen alle sechs",
    fr: "le les et est une vous pas dans pour sur avec que qui ce cette vos votre des du au aux ne plus mais ou si fait bien peut toutes prenez il elle",
    es: "el los las una y es con por para su sus lo del al usted pero muy cuando puede tiene hay esta este tome cada eso ella",
    pt: "os uma e com por seu sua seus dos das ao voce mas muito quando pode tem ha nao isso ele ela voces tome em no na um",
  }).flatMap(([language, words]) => words.split(" ").map((each): [string, string] => [each, language])),
);
/** Enough to tell a language by. */
const readCharacters = 1_000;
/** Words of a language that tell it from chance. */
const fewest = 2;
/** A text of fewer words need have none of them. */
const fewWords = 12;

/**
 * The language of an answer among those in which cautions are known: `en`, `de`, `fr`, `es`, `pt`; `undefined` for another.
 *
 * @param folded - without accents, in lower case
 */
export function languageOfAdvice(answer: string, folded: string): string | undefined {
  // Folding brings look-alikes of other scripts to Latin letters, whose words would then be read as ours.
  if (!isLatin(answer.slice(0, readCharacters))) return undefined;
  const times = new Map<string, number>();
  const words = folded.slice(0, readCharacters).match(/[a-z]+/g) ?? [];
  for (const word of words) {
    const language = functionWords.get(word);
    if (language !== undefined) times.set(language, (times.get(language) ?? 0) + 1);
  }
  const [best] = [...times].sort((one, other) => other[1] - one[1]);
  if (best !== undefined && best[1] >= fewest) return best[0];
  // A few words, or a list, may have none; English is the likeliest then, unless the letters or other words say otherwise.
  const isShort = words.length < fewWords;
  return looksEnglish(answer) && (isShort || best?.[0] === "en") ? "en" : undefined;
}

function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}
