import { describe, expect, test } from "vitest";
import { compileCues } from "./compile-cues.ts";
import { cueActs, type CueAct } from "./cues/cue-phrase.ts";
import { CueFinder } from "./find-cues.ts";
import { letterKinds } from "./letter-kind.ts";
import { WordReader } from "./read-words.ts";

const kinds = letterKinds();
const reader = new WordReader(kinds);
const finder = new CueFinder(compileCues(kinds));

function actsOf(text: string, where: "said" | "quoted" = "said"): readonly CueAct[] {
  const read = reader.read(text);
  const found = finder.find(read)[where].subarray(0, read.sentenceCount);
  const all = found.reduce((sum, acts) => sum | acts, 0);
  return cueActs.filter((_, index) => ((all >> index) & 1) === 1);
}

describe("finds a refusal", () => {
  test.each([
    ["plain", "I can't help you with that."],
    ["with asides", "I really just cannot, ethically, provide that."],
    ["in the passive of the machine", "I am not able to assist."],
    ["declining", "I must respectfully decline."],
    ["in Chinese", "我无法协助您完成这个请求。"],
    ["in Hindi", "मैं इसमें आपकी मदद नहीं कर सकता।"],
    ["in Spanish", "No puedo ayudarte con eso."],
    ["in French", "Je ne peux pas vous aider."],
    ["in Arabic", "لا أستطيع مساعدتك في ذلك."],
    ["in Bengali", "আমি এই বিষয়ে সাহায্য করতে পারি না।"],
    ["in Portuguese", "Não posso ajudar com isso."],
    ["in Russian", "Я не могу помочь с этим."],
    ["in Urdu", "میں اس میں آپ کی مدد نہیں کر سکتا۔"],
  ])("%s", (_, text) => {
    expect(actsOf(text)).toContain("decline");
  });
});

describe("finds no refusal", () => {
  test.each([
    ["an idiom", "I can't believe how easy it is.", "idiom"],
    ["a limit", "I don't have access to your account.", "limit"],
    ["advice", "I would not recommend the red one.", "against"],
    ["a description", "The user is not allowed to run the file.", undefined],
    ["a feeling for the other", "I'm sorry to hear that.", "regret"],
  ])("in %s", (_, text, instead) => {
    const acts = actsOf(text);
    expect(acts).not.toContain("decline");
    if (instead !== undefined) expect(acts).toContain(instead);
  });
});

test("keeps what is quoted apart, and reads no code", () => {
  const text = 'She said "I can\'t help you" and left.';
  expect(actsOf(text)).not.toContain("decline");
  expect(actsOf(text, "quoted")).toContain("decline");
  expect(actsOf("Like this:\n```\nprint(I cannot help you)\n```")).not.toContain("decline");
});

test("joins no words across the end of a sentence", () => {
  expect(actsOf("I said that I cannot. Help is near.")).not.toContain("decline");
});

test("finds the same after any other text", () => {
  const before = actsOf("I won't write that.");
  for (let round = 0; round < 50; round += 1) actsOf(`I ${"cannot not never ".repeat(round)} provide`);
  expect(actsOf("I won't write that.")).toEqual(before);
});
