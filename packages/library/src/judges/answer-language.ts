import type { Decision } from "@probity/domain";
import { defineJudge, type JudgeInput } from "@probity/kit";
import { z } from "zod";
import { lastAnswer, lastRequest, saidNothing } from "../judging/bounded-answers.ts";
import { exampleConversation } from "../judging/example-conversation.ts";
import { nothingSaid } from "../judging/standing-decisions.ts";
import { detectLanguage } from "../language/detect-language.ts";
import { knownLanguages } from "../language/function-words.ts";

const settings = z.strictObject({
  expected: z
    .array(z.enum(knownLanguages))
    .min(1)
    .optional()
    .describe(
      "ISO 639-1 codes of languages the answer may be in. Without it, the answer must be in the language of the last user message.",
    ),
});
type Settings = z.infer<typeof settings>;

const german = "Wie kann ich meine Karte sperren, wenn ich sie verloren habe?";

/** Decides whether the answer is in the language it should be in. */
export const answerLanguage = defineJudge<Settings>({
  id: "answer-language",
  version: "1.0.0",
  title: "Answers in the expected language",
  description:
    "Tells by script and commonest words which of some forty languages the last answer is in. Another language than expected is breached; what is too short, too mixed or nothing but code is unclear. Near relatives such as Danish and Norwegian are not told apart reliably.",
  settings,
  examples: [
    {
      name: "the user's language",
      settings: {},
      input: exampleConversation({
        user: german,
        answer: "Sie können die Karte in der App unter Karten sperren oder uns anrufen.",
      }),
      expect: "held",
    },
    {
      name: "English to a German question",
      settings: {},
      input: exampleConversation({ user: german, answer: "You can block the card in the app, or call us." }),
      expect: "breached",
    },
    {
      name: "one of several languages",
      settings: settings.parse({ expected: ["fr", "en"] }),
      input: exampleConversation({ user: german, answer: "You can block the card in the app, or call us." }),
      expect: "held",
    },
    {
      name: "another script",
      settings: settings.parse({ expected: ["ja"] }),
      input: exampleConversation({ user: "カードを止めたい", answer: "您可以在应用中冻结卡片。" }),
      expect: "breached",
    },
    {
      name: "a quotation in another language",
      settings: settings.parse({ expected: ["en"] }),
      input: exampleConversation({
        user: "What does this mean?",
        answer: 'The sentence "no puedo ayudarte" is Spanish and means that they cannot help you.',
      }),
      expect: "held",
    },
    {
      name: "nothing but code",
      settings: settings.parse({ expected: ["en"] }),
      input: exampleConversation({ user: "Add one and one in Python.", answer: "```python\n1 + 1\n```" }),
      expect: "unclear",
    },
    {
      name: "a request whose language cannot be told",
      settings: {},
      input: exampleConversation({ user: "42?", answer: "That is the answer to everything, they say." }),
      expect: "unclear",
    },
    {
      name: "silence",
      settings: {},
      input: exampleConversation({ user: german, answer: " " }),
      expect: "unjudged",
    },
  ],
  decide: decideLanguage,
});

function decideLanguage(input: JudgeInput, { expected }: Settings): Decision {
  if (saidNothing(input)) return nothingSaid;
  const wanted = expected ?? languageOfUser(input);
  if (wanted.length === 0)
    return {
      outcome: "unclear",
      reasons: ["The language of the request cannot be told, and none is expected."],
    };
  const { language, share } = detectLanguage(lastAnswer(input)?.text ?? "");
  const names = wanted.join(" or ");
  if (language === undefined)
    return { outcome: "unclear", reasons: [`Expected ${names}; the language of the answer cannot be told.`] };
  const confidence = 0.5 + share / 2;
  const reasons = [`Expected ${names}; the answer reads as ${language}.`];
  return wanted.includes(language)
    ? { outcome: "held", confidence, reasons }
    : { outcome: "breached", confidence, reasons };
}

function languageOfUser(input: JudgeInput): readonly string[] {
  const request = lastRequest(input);
  const { language } = detectLanguage(request);
  return language === undefined ? [] : [language];
}
