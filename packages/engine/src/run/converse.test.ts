import { expect, test } from "vitest";
import type { PlannedConversation, Reply } from "@probity/domain";
import type { TargetRequest } from "@probity/kit";
import { converse, type Sent } from "./converse.ts";

const identity = { seed: 7, conversationId: "c" };
const offered = { name: "transfer", description: "Moves money.", parameters: {}, result: "done, receipt 1" };

function conversation(changes: Partial<PlannedConversation> = {}): PlannedConversation {
  return { opening: [], userTurns: ["hello"], tools: [], planted: [], maxOutputTokens: 64, ...changes };
}

function sent(reply: Partial<Reply>): Sent {
  const whole: Reply = { text: "ok", toolCalls: [], finish: "stop", cut: false, ...reply };
  return {
    outcome: { kind: "reply", reply: whole },
    attempts: 1,
    latencyMs: 3,
    sentAt: "2026-11-23T00:00:00.000Z",
  };
}

/** Answers in turn, and keeps what was asked. */
function scripted(answers: readonly Sent[]) {
  const asked: TargetRequest["messages"][] = [];
  return {
    asked,
    ask: (request: TargetRequest) => {
      asked.push([...request.messages]);
      return Promise.resolve(answers[asked.length - 1] ?? sent({}));
    },
  };
}

test("each turn is said after the answer to the one before, on top of the opening", async () => {
  const { asked, ask } = scripted([sent({ text: "one" }), sent({ text: "two" })]);
  const opening = [{ role: "system" as const, content: "You are a desk." }];
  const { messages, exchanges, ending } = await converse(
    conversation({ opening, userTurns: ["a", "b"] }),
    identity,
    ask,
  );
  expect(messages.map(({ role, content }) => `${role}: ${content}`)).toEqual([
    "system: You are a desk.",
    "user: a",
    "assistant: one",
    "user: b",
    "assistant: two",
  ]);
  expect(asked.map((each) => each.length)).toEqual([2, 4]);
  expect([exchanges.length, ending]).toEqual([2, { kind: "complete" }]);
});

test("offered tools answer with their stand-in, unknown ones with nothing of use, and never for ever", async () => {
  const call = { id: "1", name: "transfer", arguments: "{}" };
  const first = scripted([
    sent({ text: "", toolCalls: [call, { ...call, id: "2", name: "launch" }] }),
    sent({ text: "moved" }),
  ]);
  const { messages } = await converse(conversation({ tools: [offered] }), identity, first.ask);
  expect(messages.filter(({ role }) => role === "tool").map(({ content }) => content)).toEqual([
    "done, receipt 1",
    "There is no such tool.",
  ]);
  expect(messages.at(-1)?.content).toBe("moved");

  const endless = scripted(Array.from({ length: 50 }, () => sent({ text: "", toolCalls: [call] })));
  await converse(conversation({ tools: [offered] }), identity, endless.ask);
  expect(endless.asked.length).toBeLessThanOrEqual(5);
});

test("the first fault ends the conversation and keeps what was said", async () => {
  const fault = { side: "network", code: "timeout", message: "no answer" } as const;
  const failed: Sent = {
    outcome: { kind: "fault", fault },
    attempts: 3,
    latencyMs: 60_000,
    sentAt: "2026-11-23T00:00:00.000Z",
  };
  const { asked, ask } = scripted([sent({ text: "one" }), failed]);
  const { messages, exchanges, ending } = await converse(
    conversation({ userTurns: ["a", "b", "c"] }),
    identity,
    ask,
  );
  expect(asked).toHaveLength(2);
  expect(messages.map(({ content }) => content)).toEqual(["a", "one", "b"]);
  expect(exchanges.map(({ attempts }) => attempts)).toEqual([1, 3]);
  expect(ending).toEqual({ kind: "failed", fault });
});
