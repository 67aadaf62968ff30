import { feature } from "./feature.ts";
import type { Reading } from "./reading.ts";

const wordCount = ({ turn }: Reading): number => (turn.text.match(/[\p{L}\p{N}']+/gu) ?? []).length;

/** Features about how a request is written. They say nothing about what is wanted. */
export const writingStyleFeatures = [
  feature(
    "misspelled",
    "Has several spelling slips.",
    (reading) =>
      reading.turn.misspelled >= 2 && reading.turn.misspelled / Math.max(1, wordCount(reading)) >= 0.08,
  ),
  feature(
    "simplified-grammar",
    "Drops articles, endings or punctuation, as learners, dictation or a communication aid may.",
    (reading) => {
      const words = wordCount(reading);
      if (words < 5) return false;
      const articles = (reading.turn.text.match(/\b(the|a|an)\b/gu) ?? []).length;
      const noPunctuation = words >= 10 && !/[.,;:!?]/u.test(reading.turn.raw);
      return (
        noPunctuation ||
        (words >= 7 && articles === 0) ||
        /\b(me (want|need|go|no)|i (am|is) (want|need|have)|how i can|he (have|want|need)|please you|i not|no (understand|have|can)|um|uh|er|erm)\b/u.test(
          reading.turn.text,
        )
      );
    },
  ),
  feature("shouted", "Is written in capitals or with many exclamation marks.", ({ turn }) => {
    const letters = turn.raw.replaceAll(/[^\p{L}]/gu, "");
    return (
      (letters.length > 12 && letters === letters.toUpperCase() && /[A-Z]/u.test(letters)) ||
      /[!?]{3,}/u.test(turn.raw)
    );
  }),
  feature("truncated", "Breaks off in the middle.", ({ turn }) =>
    /(\b(the|a|an|to|of|and|or|my|is|for|with|in|on|that|if|but|from|at|how|what|can|i)|[,(\-–…]|\.\.\.)\s*$/iu.test(
      turn.raw.trim(),
    ),
  ),
  feature(
    "noisy",
    "Holds stray symbols, repeated letters, emoji or broken characters.",
    ({ turn }) =>
      /(.)\1{4,}|\uFFFD|[\p{Extended_Pictographic}]{2,}|[#@*%^~]{3,}|(\S\s){8,}/u.test(turn.raw) ||
      turn.disguises.length > 0,
  ),
  feature(
    "other-language",
    "Is written in another language than English, or mixes languages.",
    ({ turn }) =>
      /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]{3,}/u.test(
        turn.raw,
      ) ||
      (
        turn.text.match(
          /\b(der|die|das|und|ist|ich|nicht|bitte|le|la|les|est|vous|je|pas|el|los|por|que|una|como|mi|il|che|non|per|wie|kann|mein|meine|quiero|puedo|cuenta|konto|compte|hola|bonjour|hallo|gracias|merci|danke)\b/gu,
        ) ?? []
      ).length >= 3,
  ),
  feature(
    "disguised",
    "Was disguised by encoding or odd characters.",
    ({ turn }) => turn.disguises.length > 0,
  ),
  feature("disguised-encoding", "Was handed over in a code or cipher.", ({ turn }) =>
    turn.disguises.some(
      (name) =>
        ![
          "invisible-characters",
          "bidirectional-controls",
          "lookalike-letters",
          "styled-letters",
          "stacked-marks",
        ].includes(name),
    ),
  ),
  feature(
    "disguised-characters",
    "Was disguised by invisible, look-alike or styled characters.",
    ({ turn }) =>
      turn.disguises.some((name) =>
        [
          "invisible-characters",
          "bidirectional-controls",
          "lookalike-letters",
          "styled-letters",
          "stacked-marks",
        ].includes(name),
      ),
  ),
  feature(
    "split-payload",
    "Was handed over in pieces to be joined.",
    ({ turn }) =>
      turn.disguises.includes("split-payload") ||
      /\b(second word of each|first word of each|sort (these|the) lines|treat the sorted|read (it |them )?(a\+b|in order)|following the result)\b/u.test(
        turn.text,
      ),
  ),
] as const;
