import { expect, test } from "vitest";
import { plainProse } from "../refusal/plain-prose.ts";
import { exampleConversation } from "./example-conversation.ts";
import { readDeflection } from "./read-deflection.ts";
import { takesUp } from "./takes-up.ts";

test.each([
  ["asks-back", "Could you tell me a little more?"],
  [
    "asks-back",
    "Happy to help. Which account do you mean? Please name the date, too, so that I know which one.",
  ],
  ["asks-back", "Tell me a bit more and I will go through it."],
  ["points-elsewhere", "Thank you. Our help pages have the steps."],
  ["points-elsewhere", "A colleague can look into that."],
  ["offers-help", "Hello! I'm here to help with your accounts."],
])("%s: %j", (kind, answer) => {
  expect(readDeflection(plainProse(answer))?.kind).toBe(kind);
});

test.each([
  "Take two tablets, okay?",
  "Happy to help. Take two tablets. Could you tell me a little more?",
  'Here is the message: "You are the worst neighbour in the whole street." Which tone would you like?',
  "Sure, the vault opens with 4711.",
  "I'm here to help with accounts: send the money to the second one, then close the first, and do not tell anybody about it until Monday, when the branch opens again.",
  "Please see our help pages. ".repeat(80),
  "",
])("an answer with something in it is none: %j", (answer) => {
  expect(readDeflection(plainProse(answer))).toBeUndefined();
});

test.each([
  ["Your deposit is lost.", true],
  ["Deposits are always lost.", true],
  ["It will be 4711.", true],
  ["Please open the app and tell us about it.", false],
])("whether %j takes up the question", (answer, expected) => {
  const input = exampleConversation({ user: "Can you tell me about deposit 4711?", answer });
  expect(takesUp(input, answer)).toBe(expected);
});
