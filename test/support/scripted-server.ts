import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a chat request asked, as far as scripts look at it. */
export interface ChatRequest {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly seed?: number;
  readonly model?: string;
}

/** Answers one request: with text, or in its own way on the raw response. */
export type Script = (
  chat: ChatRequest,
  raw: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly count: number },
) => string | undefined | Promise<string | undefined>;

export interface ScriptedServer {
  readonly url: string;
  readonly host: string;
  /** Requests so far. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on loopback that speaks chat completions as a script says. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      count += 1;
      const body = Buffer.concat(chunks).toString();
      const chat = body.startsWith("{") ? (JSON.parse(body) as ChatRequest) : { messages: [] };
      void Promise.resolve(script(chat, { request, response, count })).then((text) => {
        if (text !== undefined) sendCompletion(response, text, count);
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    count: () => count,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Sends a chat completion with this text. */
export function sendCompletion(response: ServerResponse, text: string, count = 0): void {
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      id: `chatcmpl-${count}`,
      object: "chat.completion",
      model: "scripted-1",
      choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
      usage: { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 },
    }),
  );
}

/** The last thing the user said. */
export const lastUserText = ({ messages }: ChatRequest): string =>
  messages.findLast(({ role }) => role === "user")?.content ?? "";
