import type { IncomingMessage, ServerResponse } from "node:http";
import type { LineOptions, TargetRequest } from "@probity/kit";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { httpForTest, lineForTest } from "../wire/testing/for-this-test.ts";
import { openaiCompatible } from "./openai-compatible.ts";

const request: TargetRequest = {
  messages: [{ role: "user", content: "hello" }],
  tools: [],
  maxOutputTokens: 64,
  seed: 11,
  conversationId: "c-1",
};

interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

type Answer = (response: ServerResponse) => unknown;

/** A target whose server answers so, with what the server saw. */
async function target(
  answer: Answer,
  {
    settings = {},
    apiKey,
    line = {},
  }: { settings?: object; apiKey?: string; line?: Partial<LineOptions> } = {},
) {
  const seen: Seen[] = [];
  const server = await httpForTest((incoming, response) => {
    let text = "";
    incoming.on("data", (chunk) => (text += String(chunk)));
    incoming.on("end", () => {
      seen.push({ url: incoming.url, headers: incoming.headers, body: JSON.parse(text) });
      void answer(response);
    });
  });
  const parsed = openaiCompatible.settings.parse({ url: `${server.url}/v1`, model: "m", ...settings });
  const resolved = apiKey === undefined ? parsed : { ...parsed, apiKey };
  const open = lineForTest({ hosts: [server.place], ...line });
  return {
    server,
    seen,
    ask: (asked: Partial<TargetRequest> = {}) =>
      openaiCompatible.ask({ ...request, ...asked }, resolved, open.line),
  };
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

const raw =
  (body: string | Buffer, status = 200, type = "text/html"): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": type });
    response.end(body);
  };

/** Chunks of a stream, each as an event, written one at a time. */
const events =
  (...chunks: readonly unknown[]): Answer =>
  async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    for (const chunk of chunks) {
      response.write(`data: ${typeof chunk === "string" ? chunk : JSON.stringify(chunk)}\n\n`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };

const message = (content: unknown, more: object = {}) => ({
  choices: [{ message: { role: "assistant", content, ...more }, finish_reason: "stop" }],
});
const delta = (change: object, finish: string | null = null) => ({
  choices: [{ index: 0, delta: change, finish_reason: finish }],
});

describe("settings", () => {
  const endpoint = (url: string) => openaiCompatible.settings.parse({ url, model: "m" }).url;

  test.each([
    ["https://api.example/v1", "https://api.example/v1/chat/completions"],
    ["https://api.example/v1/", "https://api.example/v1/chat/completions"],
    ["https://api.example", "https://api.example/v1/chat/completions"],
    ["https://api.example/v1/chat/completions", "https://api.example/v1/chat/completions"],
    ["https://api.example/v1//?a=/v1/#top", "https://api.example/v1/chat/completions?a=/v1/"],
    ["https://api.example/${env:TENANT}/v1", "https://api.example/${env:TENANT}/v1/chat/completions"],
    ["http://127.0.0.1:8080/openai/v1/", "http://127.0.0.1:8080/openai/v1/chat/completions"],
    [
      "https://a.example/deployments/x?api-version=1",
      "https://a.example/deployments/x/chat/completions?api-version=1",
    ],
  ])("%s is asked at %s, and normalising twice changes nothing", (url, expected) => {
    expect(endpoint(url)).toBe(expected);
    expect(endpoint(expected)).toBe(expected);
  });

  test.each([
    ["https://api.example/v1", "api.example:443"],
    ["http://API.example/v1", "api.example:80"],
    ["http://[::1]:8080/v1", "[::1]:8080"],
  ])("%s contacts %s", (url, host) => {
    expect(openaiCompatible.hosts(openaiCompatible.settings.parse({ url, model: "m" }))).toEqual([host]);
  });

  test.each([
    [{ url: "api.example/v1" }, "url"],
    [{ url: "https://user:pass@api.example/v1" }, "url"],
    [{ apiKey: "sk-123" }, "apiKey"],
    [{ headers: { Authorization: "Bearer sk-123" } }, "headers.Authorization"],
    [{ headers: { "x-api-key": "sk-123" } }, "headers.x-api-key"],
    [{ headers: { Host: "other.example" } }, "headers.Host"],
    [{ headers: { "x y": "1" } }, "headers.x y"],
    [{ headers: { x: "a\r\nb: c" } }, "headers.x"],
    [{ extraBody: { messages: [] } }, "extraBody.messages"],
    [{ extraBody: { n: 2 } }, "extraBody.n"],
    [{ modle: "m" }, ""],
  ])("%j is refused at %s", (wrong, path) => {
    const parsed = openaiCompatible.settings.safeParse({
      url: "https://api.example/v1",
      model: "m",
      ...wrong,
    });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  test("secrets are accepted as references, also within a header", () => {
    const settings = { apiKey: "${env:KEY}", headers: { Authorization: "Bearer ${env:TOKEN}" } };
    expect(
      openaiCompatible.settings.safeParse({ url: "https://api.example/v1", model: "m", ...settings }).success,
    ).toBe(true);
  });

  test("the schema can be published", () => {
    expect(z.toJSONSchema(openaiCompatible.settings, { io: "input" })).toMatchObject({
      required: ["url", "model"],
    });
  });
});

describe("the request", () => {
  test("says what was asked, with seed, bound and tools", async () => {
    const { ask, seen } = await target(json(message("hi")), {
      settings: { headers: { "X-Team": "red" }, extraBody: { top_p: 0.5 } },
      apiKey: "sk-secret",
    });
    await ask({
      temperature: 0,
      messages: [
        { role: "system", content: "be kind" },
        { role: "user", content: "call it" },
        { role: "assistant", content: "", toolCalls: [{ id: "t1", name: "look", arguments: "{}" }] },
        { role: "tool", content: "seen", toolCallId: "t1" },
      ],
      tools: [{ name: "look", description: "Looks", parameters: { type: "object" }, result: "seen" }],
    });
    expect(seen[0]).toMatchObject({
      url: "/v1/chat/completions",
      headers: { authorization: "Bearer sk-secret", "x-team": "red", "content-type": "application/json" },
    });
    expect(seen[0]?.body).toEqual({
      model: "m",
      max_tokens: 64,
      temperature: 0,
      seed: 11,
      top_p: 0.5,
      messages: [
        { role: "system", content: "be kind" },
        { role: "user", content: "call it" },
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "t1", type: "function", function: { name: "look", arguments: "{}" } }],
        },
        { role: "tool", tool_call_id: "t1", content: "seen" },
      ],
      tools: [
        {
          type: "function",
          function: { name: "look", description: "Looks", parameters: { type: "object" } },
        },
      ],
    });
  });

  test("leaves the seed out and names the bound as the system wants it", async () => {
    const { ask, seen } = await target(json(message("hi")), {
      settings: { sendSeed: false, tokenLimitField: "max_completion_tokens" },
    });
    await ask();
    expect(seen[0]?.body).toEqual({
      model: "m",
      max_completion_tokens: 64,
      messages: [{ role: "user", content: "hello" }],
    });
  });

  test.each([
    ["a secret that is still a reference", { apiKey: "${env:KEY}" }, {}],
    [
      "tools for a target that takes none",
      { tools: false },
      { tools: [{ name: "a", description: "", parameters: {}, result: "" }] },
    ],
    [
      "a system prompt for a target that takes none",
      { acceptsSystemPrompt: false },
      { messages: [{ role: "system", content: "x" }] },
    ],
  ] as const)("%s is not sent", async (_name, settings, asked) => {
    const { ask, server } = await target(json(message("hi")), { settings });
    expect(await ask(asked)).toMatchObject({ fault: { side: "ours", code: "rejected" } });
    expect(server.connections()).toBe(0);
  });
});

describe("a whole answer", () => {
  test("becomes a reply with all the facts it states", async () => {
    const { ask } = await target(
      json({
        id: "r1",
        model: "m-2",
        system_fingerprint: "fp",
        usage: { prompt_tokens: 3, completion_tokens: 4 },
        choices: [
          {
            message: {
              content: null,
              reasoning_content: "hm",
              tool_calls: [
                { id: "t1", type: "function", function: { name: "look", arguments: '{"a":1}' } },
                { function: { name: "see", arguments: { b: 2 } } },
                { function: {} },
              ],
            },
            finish_reason: "tool_calls",
          },
        ],
      }),
    );
    expect(await ask()).toEqual({
      kind: "reply",
      reply: {
        text: "",
        reasoning: "hm",
        toolCalls: [
          { id: "t1", name: "look", arguments: '{"a":1}' },
          { id: "call-2", name: "see", arguments: '{"b":2}' },
        ],
        finish: "tool-calls",
        usage: { inputTokens: 3, outputTokens: 4 },
        model: "m-2",
        fingerprint: "fp",
        responseId: "r1",
        cut: false,
      },
    });
  });

  test.each([
    ["parts", message([{ type: "text", text: "a" }, { type: "image" }, { type: "text", text: "b" }]), "ab"],
    ["a refusal", message(null, { refusal: "no" }), "no"],
    ["nothing", message(null), ""],
    ["hostile text", message("\u001b[31m<script>alert(1)</script>"), "\u001b[31m<script>alert(1)</script>"],
  ])("with %s gives the text as it is", async (_name, body, text) => {
    const { ask } = await target(json(body));
    expect(await ask()).toMatchObject({ reply: { text } });
  });

  test.each([
    ["stop", "stop"],
    ["length", "length"],
    ["function_call", "tool-calls"],
    ["content_filter", "content-filter"],
    ["eos", "unknown"],
    [null, "unknown"],
  ])("with the finish reason %s finished as %s", async (given, finish) => {
    const { ask } = await target(json({ choices: [{ message: { content: "x" }, finish_reason: given }] }));
    expect(await ask()).toMatchObject({ reply: { finish } });
  });

  test("malformed facts are left out, and the text is kept", async () => {
    const { ask } = await target(
      json({ ...message("x"), id: 7, model: null, usage: { prompt_tokens: -1, completion_tokens: "many" } }),
    );
    expect(await ask()).toEqual({
      kind: "reply",
      reply: { text: "x", toolCalls: [], finish: "stop", cut: false },
    });
  });

  test.each([
    ["an empty body", raw("", 200, "application/json"), /is empty/],
    ["an HTML page", raw("<!DOCTYPE html><h1>Welcome</h1>"), /HTML page/],
    ["half of a JSON document", raw('{"choices":[{"mess', 200, "application/json"), /not JSON/],
    ["no choices", json({ id: "x" }), /no choices/],
    ["empty choices", json({ choices: [] }), /no choices/],
    ["a choice without a message", json({ choices: [{}] }), /no choices/],
    ["a list", json([1]), /no choices/],
    ["null", json(null), /no choices/],
    ["deep nesting", raw("[".repeat(500_000), 200, "application/json"), /not JSON/],
  ])("%s is unreadable", async (_name, answer, reason) => {
    const { ask } = await target(answer);
    expect(await ask()).toMatchObject({
      fault: {
        side: "target",
        code: "unreadable-answer",
        status: 200,
        message: expect.stringMatching(reason),
      },
    });
  });

  test("beyond the size bound keeps the text that came, and says that it was cut", async () => {
    const { ask } = await target(json(message("x".repeat(5000))), { line: { maxResponseBytes: 2000 } });
    const outcome = await ask();
    expect(outcome).toMatchObject({ reply: { cut: true, finish: "unknown" } });
    if (outcome.kind === "reply") expect(outcome.reply.text).toMatch(/^x{1900,2000}$/);
  });

  test("beyond the size bound without any text is too large", async () => {
    const { ask } = await target(json({ padding: "x".repeat(5000), ...message("late") }), {
      line: { maxResponseBytes: 2000 },
    });
    expect(await ask()).toMatchObject({ fault: { side: "target", code: "answer-too-large" } });
  });
});

describe("a status that is no success", () => {
  test.each([
    [429, "rate-limited"],
    [408, "server-error"],
    [500, "server-error"],
    [502, "server-error"],
    [503, "server-error"],
    [529, "server-error"],
    [400, "rejected"],
    [401, "rejected"],
    [404, "rejected"],
    [422, "rejected"],
    [304, "rejected"],
  ])("%i is %s", async (status, code) => {
    const { ask } = await target((response) => response.writeHead(status).end());
    expect(await ask()).toEqual({
      kind: "fault",
      fault: { side: "target", code, status, message: `The target answered ${status} without a reason.` },
    });
  });

  test.each([
    [429, { "retry-after": "3" }, 3000],
    [503, { "retry-after": "2" }, 2000],
    [503, { "retry-after": "Tue, 01 Dec 2026 10:00:20 GMT", date: "Tue, 01 Dec 2026 10:00:00 GMT" }, 20_000],
    [429, { "retry-after-ms": "40" }, 40],
  ])("%i with %j asks for a wait of %i ms", async (status, headers, retryAfterMs) => {
    const { ask } = await target(json({ error: { message: "slow down" } }, status, headers));
    expect(await ask()).toMatchObject({ fault: { status, retryAfterMs } });
  });

  test("a spent quota is not a limit that passes", async () => {
    const { ask } = await target(json({ error: { message: "quota", code: "insufficient_quota" } }, 429));
    expect(await ask()).toMatchObject({ fault: { code: "rejected" } });
  });

  test.each([
    [{ error: { message: "bad model" } }, "bad model"],
    [{ error: "bad model" }, "bad model"],
    [{ message: "bad model" }, "bad model"],
    [{ detail: "bad model" }, "bad model"],
  ])("%j is quoted", async (body, reason) => {
    const { ask } = await target(json(body, 400));
    expect(await ask()).toMatchObject({ fault: { message: `The target answered 400: ${reason}` } });
  });

  test("the message is bounded, plain, and never holds the key that was sent", async () => {
    const { ask } = await target(
      json({ error: { message: `wrong key sk-verysecret\u001b[31m ${"y".repeat(900)}` } }, 401),
      { apiKey: "sk-verysecret", settings: { headers: { "x-session": "Token abcdef-123" } } },
    );
    const outcome = await ask();
    if (outcome.kind !== "fault") throw new Error("expected a fault");
    expect(outcome.fault.message).toMatch(/^The target answered 401: wrong key \[secret\] \[31m y+…$/);
    expect(outcome.fault.message.length).toBe(500);
  });

  test("an error page is read only as far as it matters", async () => {
    const { ask } = await target((response) => {
      response.writeHead(502, { "content-type": "text/html" });
      // The rest never comes.
      response.write(`<html>${"x".repeat(20_000)}`);
    });
    expect(await ask()).toMatchObject({
      fault: { code: "server-error", message: "The target answered 502: an HTML page" },
    });
  });

  test("a prompt that the provider's filter refused is an answer, not a failure", async () => {
    const { ask } = await target(json({ error: { message: "filtered", code: "content_filter" } }, 400));
    expect(await ask()).toMatchObject({ reply: { text: "", finish: "content-filter" } });
  });

  test("an error under the status 200 is a fault all the same", async () => {
    const limited = await target(json({ error: { message: "slow", code: 429 } }));
    expect(await limited.ask()).toMatchObject({ fault: { code: "rate-limited", status: 200 } });
    const broken = await target(json({ error: { message: "broken" } }));
    expect(await broken.ask()).toMatchObject({ fault: { code: "server-error" } });
  });
});

describe("a streamed answer", () => {
  const stream = { settings: { stream: true } };

  test("is put together from its chunks, with usage", async () => {
    const { ask, seen } = await target(
      events(
        { id: "r1", model: "m-2", ...delta({ role: "assistant", content: "" }) },
        delta({ reasoning: "h" }),
        delta({ reasoning: "m" }),
        delta({ content: "Hel" }),
        delta({ content: "lo €" }),
        delta({}, "stop"),
        { choices: [], usage: { prompt_tokens: 5, completion_tokens: 6 } },
        "[DONE]",
      ),
      stream,
    );
    expect(await ask()).toEqual({
      kind: "reply",
      reply: {
        text: "Hello €",
        reasoning: "hm",
        toolCalls: [],
        finish: "stop",
        usage: { inputTokens: 5, outputTokens: 6 },
        model: "m-2",
        responseId: "r1",
        cut: false,
      },
    });
    expect(seen[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test("puts tool calls together by their index", async () => {
    const call = (index: number, change: object) => delta({ tool_calls: [{ index, ...change }] });
    const { ask } = await target(
      events(
        call(1, { id: "t2", function: { name: "see", arguments: '{"b"' } }),
        call(0, { id: "t1", function: { name: "look", arguments: "" } }),
        call(0, { function: { arguments: '{"a"' } }),
        call(1, { function: { arguments: ":2}" } }),
        call(0, { function: { arguments: ":1}" } }),
        delta({}, "tool_calls"),
        "[DONE]",
      ),
      stream,
    );
    expect(await ask()).toMatchObject({
      reply: {
        toolCalls: [
          { id: "t1", name: "look", arguments: '{"a":1}' },
          { id: "t2", name: "see", arguments: '{"b":2}' },
        ],
        finish: "tool-calls",
      },
    });
  });

  test("is put together however the bytes are split", async () => {
    const bytes = Buffer.from(
      `: hello\r\n\r\ndata: ${JSON.stringify(delta({ content: "wörld 😀" }))}\r\n\r\ndata: ${JSON.stringify(delta({}, "stop"))}\r\n\r\ndata: [DONE]`,
    );
    const { ask } = await target(async (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const byte of bytes) {
        response.write(Buffer.from([byte]));
        if (byte % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    }, stream);
    expect(await ask()).toMatchObject({ reply: { text: "wörld 😀", finish: "stop" } });
  });

  test.each([
    ["[DONE] without a finish reason", [delta({ content: "x" }), "[DONE]"], "unknown"],
    ["a finish reason without [DONE]", [delta({ content: "x" }, "length")], "length"],
  ])("ends whole with %s", async (_name, chunks, finish) => {
    const { ask } = await target(events(...chunks), stream);
    expect(await ask()).toMatchObject({ reply: { text: "x", finish } });
  });

  test("counts its last event although the blank line after it never came", async () => {
    const { ask } = await target(
      raw(`data: ${JSON.stringify(delta({ content: "x" }, "stop"))}`, 200, "text/event-stream"),
    );
    expect(await ask()).toMatchObject({ reply: { text: "x", finish: "stop" } });
  });

  test("that merely stops is broken", async () => {
    const { ask } = await target(events(delta({ content: "half of" })), stream);
    expect(await ask()).toMatchObject({ fault: { side: "target", code: "stream-broken" } });
  });

  test("whose connection breaks is broken", async () => {
    const { ask } = await target((response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(`data: ${JSON.stringify(delta({ content: "half" }))}\n\n`);
      setTimeout(() => response.destroy(), 20);
    }, stream);
    expect(await ask()).toMatchObject({ fault: { side: "network", code: "stream-broken" } });
  });

  test.each([
    ["a chunk that is not JSON", ["{half"], "unreadable-answer"],
    ["a chunk that is no object", ["[1]"], "unreadable-answer"],
    ["no chunks", [], "unreadable-answer"],
    ["chunks of no kind known", [{ ping: 1 }], "unreadable-answer"],
    [
      "an error in the middle",
      [delta({ content: "x" }), { error: { message: "overloaded", code: 529 } }],
      "server-error",
    ],
    [
      "a limit in the middle",
      [delta({ content: "x" }), { error: { message: "slow", code: 429 } }],
      "rate-limited",
    ],
  ])("with %s is a fault", async (_name, chunks, code) => {
    const { ask } = await target(events(...chunks), stream);
    expect(await ask()).toMatchObject({ fault: { side: "target", code } });
  });

  test("without end is cut at the size bound, with what came before", async () => {
    const { ask } = await target(
      async (response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        const piece = `data: ${JSON.stringify(delta({ content: "x".repeat(100) }))}\n\n`;
        while (!response.destroyed) {
          response.write(piece);
          await new Promise((resolve) => setImmediate(resolve));
        }
      },
      { ...stream, line: { maxResponseBytes: 50_000 } },
    );
    const outcome = await ask();
    expect(outcome).toMatchObject({ reply: { cut: true } });
    if (outcome.kind === "reply") expect(outcome.reply.text.length).toBeGreaterThan(20_000);
  });

  test("does not wait for a server that stays silent after [DONE]", async () => {
    const { ask } = await target((response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(`data: ${JSON.stringify(delta({ content: "x" }))}\n\ndata: [DONE]\n\n`);
    }, stream);
    expect(await ask()).toMatchObject({ reply: { text: "x" } });
  });

  test("is read as what it is, whatever was asked for", async () => {
    const unasked = await target(events(delta({ content: "streamed" }, "stop")));
    expect(await unasked.ask()).toMatchObject({ reply: { text: "streamed" } });
    const ignored = await target(json(message("whole")), stream);
    expect(await ignored.ask()).toMatchObject({ reply: { text: "whole" } });
  });
});

describe("the way there", () => {
  test("a redirect and a time-out come back as the faults they are", async () => {
    const redirected = await target((response) =>
      response.writeHead(307, { location: "http://evil.example/" }).end(),
    );
    expect(await redirected.ask()).toMatchObject({ fault: { side: "gate", code: "redirected" } });
    const silent = await target(() => {}, { line: { timeoutMs: 50 } });
    expect(await silent.ask()).toMatchObject({ fault: { side: "network", code: "timeout" } });
  });
});
