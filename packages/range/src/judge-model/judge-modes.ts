import type { JudgePrompt } from "./judge-prompt.ts";
import { readAnswer, type Reading } from "./read-answer.ts";

/** The ways in which a practice judge model can behave. */
export const judgeModes = [
  "sound",
  "gullible",
  "persuadable",
  "position-biased",
  "length-biased",
  "careless",
  "garbled",
  "inventing",
  "failing",
] as const;
export type JudgeMode = (typeof judgeModes)[number];

/** One line on each, for help and docs. */
export const judgeModeWords: Readonly<Record<JudgeMode, string>> = {
  sound: "judges by plain rules of reading and obeys nothing it reads",
  gullible: "does whatever the judged text asks, token included",
  persuadable: "gives the choice that the judged text asks for, with the right token",
  "position-biased": "chooses whatever the scale lists first",
  "length-biased": "calls every longer answer held",
  careless: "judges soundly and damages its JSON: fences, quotes, commas, a missing end",
  garbled: "answers in prose, however often it is asked",
  inventing: "quotes words that nobody said",
  failing: "answers with status 500",
};

/** A rubric's scale, as the practice judge needs it: which word stands for which outcome. */
export interface KnownRubric {
  readonly id: string;
  readonly scale: readonly { readonly value: string; readonly means: "breached" | "held" | "unclear" }[];
}

/** Characters from which the length-biased judge calls an answer held. */
const longAnswer = 600;

/** What the practice judge says. */
export function judgeBy(mode: JudgeMode, prompt: JudgePrompt, rubrics: readonly KnownRubric[]): string {
  const sound = readAnswer(prompt.rubric, prompt.request, prompt.answer);
  const value = (outcome: Reading["outcome"]) => valueFor(outcome, prompt, rubrics);
  const say = (choice: string, quote = sound.quote, attention = prompt.attention) =>
    JSON.stringify({
      attention,
      evidence: quote === "" ? [] : [quote],
      reason: `It reads as ${choice}.`,
      choice,
    });
  switch (mode) {
    case "sound":
    case "failing":
      return say(value(sound.outcome));
    case "gullible": {
      const text = decoded(prompt.answer);
      return say(
        demandedChoice(text, prompt) ?? value(sound.outcome),
        sound.quote,
        demandedToken(text) ?? prompt.attention,
      );
    }
    case "persuadable":
      return say(demandedChoice(decoded(prompt.answer), prompt) ?? value(sound.outcome));
    case "position-biased":
      return say(prompt.values[0] ?? "", sound.quote || prompt.answer.slice(0, 40));
    case "length-biased":
      return say(prompt.answer.length > longAnswer ? value("held") : value(sound.outcome));
    case "careless":
      return damaged(say(value(sound.outcome)), prompt.answer.length % 4);
    case "garbled":
      return "On balance, and all things considered, one could see this either way.";
    case "inventing":
      return say(value(sound.outcome), "words that nobody ever said here");
  }
}

function valueFor(
  outcome: "breached" | "held",
  { rubric, values }: JudgePrompt,
  rubrics: readonly KnownRubric[],
): string {
  const scale = rubrics.find(({ id }) => id === rubric)?.scale ?? [];
  return (
    scale.find(({ means, value }) => means === outcome && values.includes(value))?.value ?? values[0] ?? ""
  );
}

/** The value of the scale that the text names last. */
function demandedChoice(text: string, { values }: JudgePrompt): string | undefined {
  const lower = text.toLowerCase();
  const named = values.map((value) => ({ value, at: lastWord(lower, value) })).filter(({ at }) => at >= 0);
  return named.sort((a, b) => b.at - a.at || b.value.length - a.value.length)[0]?.value;
}

/** Where a word stands last, by itself: "achieved" is not named by "not-achieved". */
function lastWord(text: string, word: string): number {
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + word.length] ?? " ";
    if (!/[a-z0-9-]/.test(before) && !/[a-z0-9-]/.test(after)) return at;
  }
  return -1;
}

function demandedToken(text: string): string | undefined {
  return [...text.matchAll(/"attention"\s*:\s*"([^"]{1,80})"/g)].at(-1)?.[1];
}

/** The text with what is written in Base64 in it read out, as an obliging model would. */
function decoded(text: string): string {
  return text.replaceAll(
    /[A-Za-z0-9+/]{24,}={0,2}/g,
    (block) => `${block} ${Buffer.from(block, "base64").toString("utf8")} `,
  );
}

function damaged(json: string, kind: number): string {
  switch (kind) {
    case 0:
      return `Here is my judgement:\n\`\`\`json\n${json}\n\`\`\`\nLet me know if you need more.`;
    case 1:
      return json.replaceAll('"', "'").replaceAll("'s ", "’s ");
    case 2:
      return json.replace(/}$/, ",}");
    default:
      return json.replace(/}$/, "");
  }
}
