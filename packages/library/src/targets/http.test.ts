import type { IncomingMessage, ServerResponse } from "node:http";
import type { LineOptions, TargetRequest } from "@probity/kit";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { httpForTest, lineForTest } from "../wire/testing/for-this-test.ts";
import { http } from "./http.ts";

const request: TargetRequest = {
  messages: [{ role: "user", content: 'say "hi"\n{{seed}}' }],
  tools: [],
  maxOutputTokens: 64,
  seed: 11,
  conversationId: "c-1",
};
const turns: TargetRequest["messages"] = [
  { role: "user", content: "one" },
  { role: "assistant", content: "1" },
  { role: "user", content: "two" },
];

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

interface Wishes {
  readonly settings?: object;
  /** Path and query of the target. */
  readonly path?: string;
  readonly answer?: (response: ServerResponse) => void;
  readonly line?: Partial<LineOptions>;
}

/** A plain HTTP target whose server answers so, with what the server saw. */
async function target({
  settings = {},
  path = "/ask",
  answer = (response) => response.end("ok"),
  line = {},
}: Wishes) {
  const seen: Seen[] = [];
  const server = await httpForTest((incoming, response) => {
    let text = "";
    incoming.on("data", (chunk) => (text += String(chunk)));
    incoming.on("end", () => {
      seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, text });
      answer(response);
    });
  });
  const parsed = http.settings.parse({ body: { q: "{{prompt}}" }, ...settings, url: `${server.url}${path}` });
  const open = lineForTest({ hosts: [server.place], ...line });
  return {
    seen,
    server,
    ask: (asked: Partial<TargetRequest> = {}) => http.ask({ ...request, ...asked }, parsed, open.line),
  };
}

describe("the request", () => {
  test("is filled from a JSON template", async () => {
    const { ask, seen } = await target({
      settings: {
        body: { q: "{{prompt}}", all: "{{messages}}", meta: { id: "x-{{conversationId}}", n: "{{seed}}" } },
      },
    });
    await ask();
    expect(seen[0]).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
    expect(JSON.parse(seen[0]?.text ?? "")).toEqual({
      q: request.messages[0]?.content,
      all: request.messages,
      meta: { id: "x-c-1", n: 11 },
    });
  });

  test("is filled from a JSON text, and stays JSON whatever is said", async () => {
    const { ask, seen } = await target({ settings: { body: '{"q":"{{prompt}}","n":{{seed}}}' } });
    await ask();
    expect(seen[0]?.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(seen[0]?.text ?? "")).toEqual({ q: request.messages[0]?.content, n: 11 });
  });

  test("is filled from a form", async () => {
    const { ask, seen } = await target({
      settings: {
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "q={{prompt}}&n={{seed}}",
      },
    });
    await ask({ messages: [{ role: "user", content: "a&b=c d" }] });
    expect([...new URLSearchParams(seen[0]?.text)]).toEqual([
      ["q", "a&b=c d"],
      ["n", "11"],
    ]);
  });

  test("is plain text when the template is", async () => {
    const { ask, seen } = await target({ settings: { method: "PUT", body: "User: {{prompt}}" } });
    await ask();
    expect(seen[0]).toMatchObject({ method: "PUT", text: `User: ${request.messages[0]?.content}` });
  });

  test("may be a query, and carry the conversation in a header", async () => {
    const { ask, seen } = await target({
      path: "/ask?q={{prompt}}",
      settings: { method: "GET", body: undefined, headers: { "X-Session": "s-{{conversationId}}" } },
    });
    await ask({ messages: [{ role: "user", content: "../a?b#c" }] });
    expect(seen[0]).toMatchObject({
      method: "GET",
      url: "/ask?q=..%2Fa%3Fb%23c",
      text: "",
      headers: { "x-session": "s-c-1" },
    });
  });

  test("says the last user turn to a system that keeps the conversation", async () => {
    const { ask, seen } = await target({
      settings: { body: { q: "{{prompt}}", id: "{{conversationId}}" }, keepsConversation: true },
    });
    await ask({ messages: turns });
    expect(JSON.parse(seen[0]?.text ?? "")).toEqual({ q: "two", id: "c-1" });
  });

  test.each([
    ["several turns for a target of single turns", {}, { messages: turns }],
    ["a system prompt for a target that takes none", {}, { messages: [{ role: "system", content: "x" }] }],
    ["tools", {}, { tools: [{ name: "a", description: "", parameters: {}, result: "" }] }],
    ["a secret that is still a reference", { headers: { "x-api-key": "${env:KEY}" } }, {}],
  ] as const)("%s is not sent", async (_name, settings, asked) => {
    const { ask, server } = await target({ settings });
    expect(await ask(asked)).toMatchObject({ fault: { side: "ours", code: "rejected" } });
    expect(server.connections()).toBe(0);
  });
});

describe("the answer", () => {
  const json = (body: unknown) => (response: ServerResponse) => response.end(JSON.stringify(body));

  test("is the whole text without a path", async () => {
    const { ask } = await target({ answer: (response) => response.end("plain € text") });
    expect(await ask()).toEqual({
      kind: "reply",
      reply: { text: "plain € text", toolCalls: [], finish: "unknown", cut: false },
    });
  });

  test.each([
    ["$.reply", { reply: "hi" }, "hi"],
    ["$.a[0]['b c']", { a: [{ "b c": "hi" }] }, "hi"],
    ["$.parts[*].text", { parts: [{ text: "a" }, { image: 1 }, { text: "b" }] }, "ab"],
    [
      "$.parts[?@.type=='text'].v",
      {
        parts: [
          { type: "text", v: "a" },
          { type: "x", v: "b" },
        ],
      },
      "a",
    ],
    ["$.n", { n: 7 }, "7"],
    ["$.n", { n: null }, ""],
    ["$.reply", { reply: "" }, ""],
  ])("at %s in %j is %j", async (path, body, text) => {
    const { ask } = await target({ settings: { answer: path }, answer: json(body) });
    expect(await ask()).toMatchObject({ reply: { text } });
  });

  test.each([
    ["nothing at the path", '{"other":1}', /nothing stands at \$\.reply/],
    ["an object at the path", '{"reply":{}}', /is not text/],
    ["no JSON", "oops", /not JSON/],
    ["an HTML page", "<html><body>Sign in</body></html>", /HTML page/],
    ["an empty body", "", /is empty/],
  ])("with %s is unreadable", async (_name, body, reason) => {
    const { ask } = await target({
      settings: { answer: "$.reply" },
      answer: (response) => response.end(body),
    });
    expect(await ask()).toMatchObject({
      fault: { side: "target", code: "unreadable-answer", message: expect.stringMatching(reason) },
    });
  });

  test("that is empty without a path is unreadable", async () => {
    const { ask } = await target({ answer: (response) => response.end() });
    expect(await ask()).toMatchObject({ fault: { code: "unreadable-answer" } });
  });

  test("nested too deeply for its path is unreadable, not a crash", async () => {
    const { ask } = await target({
      settings: { answer: "$..reply" },
      answer: (response) => response.end("[".repeat(100_000) + "]".repeat(100_000)),
    });
    expect(await ask()).toMatchObject({ fault: { code: "unreadable-answer" } });
  });

  test("beyond the size bound is kept as far as it goes, or too large when it must be parsed", async () => {
    const long = (response: ServerResponse) => response.end("x".repeat(5000));
    const plain = await target({ answer: long, line: { maxResponseBytes: 2000 } });
    expect(await plain.ask()).toMatchObject({ reply: { cut: true, text: "x".repeat(2000) } });
    const parsed = await target({
      settings: { answer: "$.a" },
      answer: long,
      line: { maxResponseBytes: 2000 },
    });
    expect(await parsed.ask()).toMatchObject({ fault: { code: "answer-too-large" } });
  });

  test("a refusing status is a fault with its reason and its wait, without what was sent", async () => {
    const { ask } = await target({
      path: "/ask?key=hidden-key",
      answer: (response) => {
        response.writeHead(503, { "retry-after": "4" });
        response.end("busy, hidden-key");
      },
    });
    expect(await ask()).toEqual({
      kind: "fault",
      fault: {
        side: "target",
        code: "server-error",
        status: 503,
        retryAfterMs: 4000,
        message: "The target answered 503: busy, [secret]",
      },
    });
  });
});

describe("a streamed answer", () => {
  const written = (text: string) => (response: ServerResponse) => response.end(text);

  test.each([
    ["sse", 'data: {"t":"a"}\n\nevent: ping\ndata: {}\n\ndata: {"t":"b"}\n\ndata: [DONE]\n\n'],
    ["ndjson", '{"t":"a"}\r\n\n{"ping":1}\n{"t":"b"}'],
  ])("over %s is joined from its pieces", async (stream, text) => {
    const { ask } = await target({ settings: { stream, answer: "$.t" }, answer: written(text) });
    expect(await ask()).toMatchObject({ reply: { text: "ab", cut: false } });
  });

  test("without a path is joined as it is", async () => {
    const { ask } = await target({ settings: { stream: "sse" }, answer: written("data: a\n\ndata: b\n\n") });
    expect(await ask()).toMatchObject({ reply: { text: "ab" } });
  });

  test.each([
    ["a piece that is not JSON", '{"t":"a"}\n{half'],
    ["no text in any piece", '{"ping":1}\n'],
    ["nothing", ""],
  ])("with %s is unreadable", async (_name, text) => {
    const { ask } = await target({ settings: { stream: "ndjson", answer: "$.t" }, answer: written(text) });
    expect(await ask()).toMatchObject({ fault: { code: "unreadable-answer" } });
  });

  test("beyond the size bound keeps the pieces that came", async () => {
    const { ask } = await target({
      settings: { stream: "ndjson", answer: "$.t" },
      answer: written('{"t":"a"}\n'.repeat(1000)),
      line: { maxResponseBytes: 1025 },
    });
    expect(await ask()).toMatchObject({ reply: { cut: true, text: "a".repeat(102) } });
  });
});

describe("settings", () => {
  const base = { url: "https://a.example/ask", body: { q: "{{prompt}}" } };

  test.each([
    [{ url: "a.example" }, "url"],
    [{ url: "https://a.example/{{prompt}}" }, "url"],
    [{ url: "https://{{prompt}}/" }, "url"],
    [{ body: { q: "hello" } }, "body"],
    [{ body: { q: "{{promt}}" } }, "body"],
    [{ method: "GET" }, "body"],
    [{ headers: { "x-q": "{{prompt}}" } }, "headers"],
    [{ headers: { Cookie: "session=1" } }, "headers.Cookie"],
    [{ answer: "$.[" }, "answer"],
    [{ answer: "reply" }, "answer"],
    [{ keepsConversation: true }, "keepsConversation"],
    [{ acceptsSystemPrompt: true }, "acceptsSystemPrompt"],
    [{ stream: "websocket" }, "stream"],
    [{ anwser: "$.a" }, ""],
  ])("%j is refused at %s", (wrong, path) => {
    const parsed = http.settings.safeParse({ ...base, ...wrong });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });

  test.each([
    [{}, { systemPrompt: false, tools: false, multiTurn: false }],
    [{ body: "{{messages}}" }, { systemPrompt: false, tools: false, multiTurn: true }],
    [
      { body: ["{{messages}}"], acceptsSystemPrompt: true },
      { systemPrompt: true, tools: false, multiTurn: true },
    ],
    [
      { body: { q: "{{prompt}}", id: "{{conversationId}}" }, keepsConversation: true },
      { systemPrompt: false, tools: false, multiTurn: true },
    ],
  ])("%j can take %j", (more, abilities) => {
    expect(http.abilities(http.settings.parse({ ...base, ...more }))).toEqual(abilities);
  });

  test("name the host with its port", () => {
    expect(http.hosts(http.settings.parse(base))).toEqual(["a.example:443"]);
  });

  test("can be published as a schema", () => {
    expect(z.toJSONSchema(http.settings, { io: "input" })).toMatchObject({ required: ["url"] });
  });
});
