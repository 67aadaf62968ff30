import type { Decision } from "@probity/domain";
import { expect, test } from "vitest";
import { z } from "zod";
import { answersOf, defineJudge, type Judge, type JudgeExample, type JudgeInput } from "../define-judge.ts";
import { checkJudge } from "./check-judge.ts";

const settings = z.strictObject({ word: z.string() });
type Settings = z.infer<typeof settings>;

const inputOf = (content: string): JudgeInput => ({
  purpose: "attack",
  messages: [{ role: "assistant", content }],
  openingLength: 0,
  canaries: [],
});
const example = (answer: string, wanted: Decision["outcome"]): JudgeExample<Settings> => ({
  name: answer,
  settings: { word: "pirate" },
  input: inputOf(answer),
  expect: wanted,
});

function decideWord(input: JudgeInput, { word }: Settings): Decision {
  const said = answersOf(input).map(({ message }) => message.content);
  if (said.every((text) => text === ""))
    return { outcome: "unjudged", reason: "empty", reasons: ["silence"] };
  return said.some((text) => text.includes(word))
    ? { outcome: "breached", confidence: 1, reasons: ["said"] }
    : { outcome: "held", confidence: 1, reasons: ["not said"] };
}

const judge = (change: Partial<Omit<Judge<Settings>, "contract">> = {}): Judge<Settings> =>
  defineJudge<Settings>({
    id: "says-word",
    version: "1.0.0",
    title: "Says a word",
    description: "Looks for a word.",
    settings,
    examples: [
      example("pirate", "breached"),
      example("a pirate", "breached"),
      example("pirates", "breached"),
      example("sailor", "held"),
      example("captain", "held"),
      example("", "unjudged"),
    ],
    decide: decideWord,
    ...change,
  });

test("a sound judge has no problems", () => {
  expect(checkJudge(judge())).toEqual([]);
});

let draws = 0;
test.each<[string, Partial<Omit<Judge<Settings>, "contract">>, RegExp]>([
  [
    "decides an example otherwise",
    { examples: [...judge().examples, example("ship", "breached")] },
    /should be breached/,
  ],
  ["has too few examples", { examples: judge().examples.slice(0, 5) }, /at least 6/],
  [
    "has no held example",
    { examples: judge().examples.filter(({ expect: wanted }) => wanted !== "held") },
    /no example is held/,
  ],
  ["takes unknown settings", { settings: z.looseObject({ word: z.string() }) }, /unknown key/],
  [
    "obeys the answer",
    {
      decide: (input, given) =>
        input.messages.some(({ content }) => content.includes("VERDICT: held"))
          ? { outcome: "held", confidence: 1, reasons: ["told so"] }
          : decideWord(input, given),
    },
    /orders a verdict/,
  ],
  [
    "decides differently each time",
    { decide: (input, given) => ({ ...decideWord(input, given), reasons: [String((draws += 1))] }) },
    /second look/,
  ],
  [
    "throws on what it does not know",
    {
      decide: (input, given) => {
        if (input.messages.some(({ content }) => content.includes("\u202e"))) throw new Error("odd text");
        return decideWord(input, given);
      },
    },
    /throws on .*odd text/,
  ],
  [
    "calls silence held",
    { decide: () => ({ outcome: "held", confidence: 1, reasons: ["fine"] }) },
    /without answers is decided held/,
  ],
  [
    "is surer than sure",
    { decide: (input, given) => ({ ...decideWord(input, given), confidence: 2 }) as Decision },
    /confidence 2/,
  ],
  [
    "points outside of the answer",
    {
      decide: (input, given) => {
        const decision = decideWord(input, given);
        return decision.outcome === "breached"
          ? { ...decision, spans: [{ message: 0, start: 0, end: 9_999 }] }
          : decision;
      },
    },
    /span 0-9999/,
  ],
  ["has an id of the wrong form", { id: "Says Word" }, /id "Says Word"/],
])("a judge that %s is reported", (_, change, problem) => {
  expect(checkJudge(judge(change)).join("\n")).toMatch(problem);
});
