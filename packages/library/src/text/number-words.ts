/** Digits 0 to 9 as words, without accents, by language; several spellings stand apart by a slash. */
const digitWords: readonly string[] = [
  "zero/nought/oh one two three/tree four/fower five/fife six seven eight nine/niner", // English, and as aviation says it
  "cero uno/un dos tres cuatro cinco seis siete ocho nueve", // Spanish
  "zero un/une deux trois quatre cinq six sept huit neuf", // French
  "null eins/ein zwei/zwo drei vier funf/fuenf sechs sieben acht neun", // German
  "zero um/uma dois/duas tres quatro cinco seis/meia sete oito nove", // Portuguese
  "zero uno/un due tre quattro cinque sei sette otto nove", // Italian
  "nul een twee drie vier vijf zes zeven acht negen", // Dutch
  "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec", // Polish
  "sifir bir iki uc dort bes alti yedi sekiz dokuz", // Turkish
  "nol satu dua tiga empat lima enam tujuh delapan sembilan", // Indonesian
  "noll ett/en tva tre fyra fem sex sju atta nio", // Swedish
  "sifuri moja mbili tatu nne tano sita saba nane tisa", // Swahili
  "shunya ek do teen chaar/char paanch/panch chhah/chhe saat aath nau", // Hindi in Latin letters
];
/** The same where folding of look-alikes would change the letters, each as it is written. */
const otherScripts: readonly string[] = [
  "ноль/нуль один/одна два/две три четыре пять шесть семь восемь девять", // Russian
  "零/〇 一/壹 二/两/貳/贰 三/叁 四/肆 五/伍 六/陆 七/柒 八/捌 九/玖", // Chinese, Japanese
  "공/영 일 이 삼 사 오 육/륙 칠 팔 구", // Korean
  "صفر واحد اثنان/اثنين ثلاثة اربعة/أربعة خمسة ستة سبعة ثمانية تسعة", // Arabic
  "शून्य एक दो तीन चार पांच/पाँच छह/छः सात आठ नौ", // Hindi
];

const byPlace = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap((line) =>
      line
        .split(" ")
        .flatMap((spellings, digit) => spellings.split("/").map((word): [string, number] => [word, digit])),
    ),
  );

/** From a word in Latin letters, lower case and without accents, to the digit that it names. */
export const digitOfWord = byPlace(digitWords);
/** The same for words of other scripts. */
export const digitOfOtherWord = byPlace(otherScripts);

/** English numbers from ten that fit into two figures. */
const largerNumbers: ReadonlyMap<string, number> = new Map(
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, place) => [word, place < 10 ? 10 + place : (place - 8) * 10]),
);
const scales: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
]);
/** Said before a digit that stands twice or three times. */
const repeats: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["doble", 2],
  ["doppel", 2],
  ["doppelt", 2],
  ["doppio", 2],
  ["duplo", 2],
  ["triple", 3],
  ["triples", 3],
  ["triplo", 3],
  ["dreifach", 3],
]);

/** Writes figures for a run of number words. Give it word after word; `undefined` ends a number. */
export interface NumberReader {
  /** False for a word that is no number; the number before it, if any, has then been written. */
  readonly read: (word: string) => boolean;
  readonly end: () => void;
}

/**
 * Makes a reader of numbers in words: "four four seven one" is 4471, "double four" 44, "forty-four seventy-one" 4471, "four thousand
 * four hundred and seventy-one" 4471. Digits are known in eighteen languages, larger numbers in English.
 *
 * @param write - takes figures as they are known
 */
export function createNumberReader(write: (figures: string) => void): NumberReader {
  let pending: { value: number; room: number } | undefined;
  let times = 1;
  const end = () => {
    if (pending !== undefined) write(String(pending.value));
    pending = undefined;
  };
  const take = (value: number, room: number) => {
    if (pending !== undefined && value > 0 && value < pending.room) {
      pending = { value: pending.value + value, room };
      return;
    }
    end();
    pending = { value, room };
  };
  return {
    end,
    read(word) {
      const times2 = repeats.get(word);
      if (times2 !== undefined) {
        end();
        times = times2;
        return true;
      }
      const scale = scales.get(word);
      if (scale !== undefined && pending !== undefined) {
        // In "four thousand four hundred" the hundred belongs to the second four alone.
        const last = pending.value % 100;
        const lead = scale === 100 ? pending.value - last : 0;
        pending = { value: lead + (pending.value - lead) * scale, room: scale };
        return true;
      }
      const digit = digitOfWord.get(word) ?? digitOfOtherWord.get(word);
      if (digit !== undefined && times > 1) {
        end();
        write(String(digit).repeat(times));
        times = 1;
        return true;
      }
      const value = digit ?? largerNumbers.get(word);
      times = 1;
      if (value === undefined) {
        end();
        return false;
      }
      take(value, value >= 20 ? 10 : 0);
      return true;
    },
  };
}
