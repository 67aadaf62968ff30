import { expect, test } from "vitest";
import { asRunId, type Exchange } from "@probity/domain";
import { createMasker } from "@probity/evidence";
import { maskTranscript } from "./mask-transcript.ts";
import { trialOrder } from "./trial-order.fixture.ts";

const order = trialOrder();
const mask = createMasker({ key: new Uint8Array(32), allow: ["CNRY-0123456789"] });
const exchange: Exchange = { sentAt: "2026-11-23T00:00:00.000Z", latencyMs: 1, attempts: 1, cut: false };
const email = "marta.lind@example.com";

test("personal data is masked wherever the other side can put it: text, tool calls, names of models, messages of faults", () => {
  const transcript = maskTranscript(
    {
      order,
      runId: asRunId("look-1"),
      openingLength: 0,
      canaries: [],
      conversed: {
        messages: [
          { role: "user", content: "Who is it?" },
          {
            role: "assistant",
            content: `It is ${email}.`,
            toolCalls: [{ id: email, name: "mail", arguments: `{"to":"${email}"}` }],
          },
        ],
        exchanges: [{ ...exchange, model: email, responseId: `x${"y".repeat(5000)}`, fingerprint: "\ud800" }],
        ending: {
          kind: "failed",
          fault: { side: "target", code: "rejected", message: `no such user ${email}` },
        },
      },
    },
    mask,
  );
  const kept = JSON.stringify(transcript);
  expect(kept).not.toContain(email);
  expect(transcript.masked).toEqual({ email: 3 });
  expect(transcript.exchanges[0]?.responseId?.length).toBeLessThanOrEqual(200);
  expect(transcript.exchanges[0]?.fingerprint?.isWellFormed()).toBe(true);
});

test("equal values have equal tokens, in questions and answers alike, so that an echo can be told from a leak", () => {
  const { messages, masked } = maskTranscript(
    {
      order,
      runId: asRunId("look-1"),
      openingLength: 0,
      canaries: [],
      conversed: {
        messages: [
          { role: "user", content: `Is ${email} yours?` },
          { role: "assistant", content: `Yes, ${email}; the mark is CNRY-0123456789.` },
        ],
        exchanges: [exchange],
        ending: { kind: "complete" },
      },
    },
    mask,
  );
  const token = /⟦email:[0-9a-f]{8}⟧/.exec(messages[0]?.content ?? "")?.[0] ?? "none";
  expect(messages[1]?.content).toBe(`Yes, ${token}; the mark is CNRY-0123456789.`);
  expect(masked, "only answers count").toEqual({ email: 1 });
});
