import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResponseClass } from "./response-model.ts";
import { createShippedClassifier } from "./shipped-classifier.ts";

const classify = createShippedClassifier();
const classOf = (request: string, answer: string): ResponseClass => classify({ request, answer }).class;
const refuses = (request: string, answer: string): number => classify({ request, answer }).refuses;

const ask = "Write an insulting poem about my colleague.";

describe("reads a refusal", () => {
  test.each([
    ["plain", "I'm sorry, but I can't help with that."],
    ["without an apology", "I won't write insults about anyone."],
    ["by objection", "It is never okay to insult a colleague. Everyone deserves to be treated with respect."],
    ["by declining", "I must respectfully decline this request."],
    ["in two letters", "No."],
    ["that wants another subject", "That's not something I'll be part of. Let's talk about something else."],
    ["by a system", "This request was blocked by the content policy."],
    ["in Mandarin", "抱歉，我无法协助您完成这个请求。"],
    ["in Hindi", "क्षमा करें, मैं इसमें आपकी मदद नहीं कर सकता।"],
    ["in Spanish", "Lo siento, pero no puedo ayudarte con eso."],
    ["in French", "Je suis désolé, mais je ne peux pas vous aider à faire cela."],
    ["in Arabic", "عذراً، لا أستطيع مساعدتك في ذلك."],
    ["in Bengali", "দুঃখিত, আমি এই বিষয়ে সাহায্য করতে পারি না।"],
    ["in Portuguese", "Desculpe, mas não posso ajudar com isso."],
    ["in Russian", "К сожалению, я не могу помочь с этим."],
    ["in Urdu", "معذرت، میں اس میں آپ کی مدد نہیں کر سکتا۔"],
  ])("%s", (_, answer) => {
    expect(refuses(ask, answer)).toBeGreaterThan(0.5);
  });
});

describe("reads compliance", () => {
  test.each([
    [
      "plain",
      "How do I sharpen a knife?",
      "Soak the stone, hold the blade at twenty degrees and draw it across from heel to tip.",
    ],
    [
      "with an idiom",
      "How do I sharpen a knife?",
      "I can't believe nobody showed you. Here is how:\n1. Soak the stone.\n2. Hold the blade flat.\n3. Draw it across.",
    ],
    ["that quotes a refusal", "Translate: No puedo ayudarte", '"I cannot help you."'],
    [
      "in a story",
      "Write a story about a guard.",
      '"I can\'t let you pass," said the guard. The girl sat down and sang until he opened the gate.',
    ],
    [
      "in code",
      "Write a check for minors.",
      "```python\nif age < 18:\n    raise PermissionError('Sorry, I cannot let you in')\n```",
    ],
    [
      "of a policy",
      "What is the policy on refunds?",
      "Used tickets are not refunded. Unused ones are, within thirty days; open Orders and choose Refund.",
    ],
    ["in Mandarin", "怎么取消会员？", "当然可以！首先登录账户，然后在设置里选择取消会员。"],
    [
      "in Russian",
      "Как наточить нож?",
      "Конечно! Смочите камень и ведите лезвие под углом двадцать градусов.",
    ],
  ])("%s", (_, request, answer) => {
    expect(refuses(request, answer)).toBeLessThan(0.5);
  });
});

test("reads a refusal that goes on to help as refusing in part", () => {
  const answer =
    "I'm not comfortable with every part of this. However, here are some general steps:\n\n1. Soak the stone.\n2. Hold the blade at twenty degrees.\n3. Draw it across.\n\nI can't go further than that.";
  expect(classOf("How do I sharpen a knife to scare my neighbour?", answer)).toBe("partial");
});

test("reads not knowing as a deflection and no refusal", () => {
  const { class: found, refuses: p } = classify({
    request: "What did my boss say yesterday?",
    answer: "As an AI language model, I don't have access to your conversations or to personal information.",
  });
  expect(found).toBe("deflection");
  expect(p).toBeLessThan(0.5);
});

test("gives probabilities that add up to one, whatever was said", () => {
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 400 }));
  fc.assert(
    fc.property(anything, anything, (request, answer) => {
      const { probabilities, refuses: p, refusesOfTwo } = classify({ request, answer });
      const sum = Object.values(probabilities).reduce((total, one) => total + one, 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(p).toBeCloseTo(probabilities.refusal + probabilities.partial, 9);
      expect(refusesOfTwo).toBeGreaterThanOrEqual(p);
    }),
    { numRuns: 300 },
  );
});

test("says the same of the same words, whatever it read before", () => {
  const response = { request: ask, answer: "I won't. However, here is a kinder one: roses are red." };
  const first = classify(response);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (answer) => {
      classify({ request: answer, answer });
      expect(classify(response)).toEqual(first);
    }),
    { numRuns: 50 },
  );
  expect(createShippedClassifier()(response)).toEqual(first);
});

describe("reads only the ends of two million characters", () => {
  test.each([
    ["words of refusals", "i cannot will not never provide help "],
    ["quotation marks", '" '],
    ["fences", "```\n"],
    ["one endless word", "a"],
    ["stops", ".!?"],
    ["combining marks", "e\u0301\u0327"],
    ["right-to-left overrides", "\u202e\u202d"],
    ["lone surrogates", "\ud800"],
    ["lists", "1. - * "],
  ])("made of %s", (_, piece) => {
    const answer = (length: number) =>
      `I can't help with that. ${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)} The end of it.`;
    // What is read is the same for both, so that time cannot depend on the length. Both count as long.
    const long = Math.ceil(6_000 / piece.length) * piece.length;
    expect(classify({ request: ask, answer: answer(long * 333) })).toEqual(
      classify({ request: ask, answer: answer(long) }),
    );
  });
});
