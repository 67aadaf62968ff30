import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { parseChatRequest } from "../http/chat-request.ts";
import { toCompletion, wholeBody } from "../http/completion.ts";
import { listenOnLoopback } from "../http/listen.ts";
import { saying } from "../application/scene.ts";
import { judgeBy, type JudgeMode, type KnownRubric } from "./judge-modes.ts";
import { readJudgePrompt } from "./judge-prompt.ts";

export interface JudgeModelOptions {
  readonly mode: JudgeMode;
  /** Rubrics whose scales it knows; of others it takes the first value. */
  readonly rubrics: readonly KnownRubric[];
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Simulated thinking time of one request, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** When given, requests must carry it as bearer key. */
  readonly key?: string;
}

/** A served judge model. */
export interface JudgeModelServer {
  /** Base of the OpenAI-compatible API. */
  readonly url: string;
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Requests so far. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Serves a judge model without a model on loopback: it reads a judge's prompt as a model would have to, and judges by plain rules, soundly
 * or with one declared defect.
 *
 * @throws ProductError RANGE_UNAVAILABLE when the port cannot be had
 */
export async function serveJudgeModel(options: JudgeModelOptions): Promise<JudgeModelServer> {
  let count = 0;
  const app = new Hono();
  app.post("/v1/chat/completions", async (c) => {
    count += 1;
    const number = count;
    if (options.key !== undefined && c.req.header("authorization") !== `Bearer ${options.key}`)
      return c.json({ error: { message: "Incorrect API key provided.", code: "invalid_api_key" } }, 401);
    const parsed = parseChatRequest(await c.req.text());
    if (parsed.kind === "problem") return c.json({ error: { message: parsed.message } }, 400);
    if (options.latencyMs) await new Promise((done) => setTimeout(done, options.latencyMs));
    if (options.mode === "failing") return c.json({ error: { message: "The model is overloaded." } }, 500);
    const prompt = readJudgePrompt(parsed.request.messages);
    const text = prompt ? judgeBy(options.mode, prompt, options.rubrics) : "I judge answers by a rubric.";
    const given = { id: `judgement-${number}`, answer: saying(text) };
    const facts = { model: `practice-judge-${options.mode}`, now: new Date() };
    return c.json(wholeBody(toCompletion(given, parsed.request, facts)));
  });
  const listener = getRequestListener(app.fetch);
  const server = await listenOnLoopback(
    (incoming, outgoing) => void listener(incoming, outgoing),
    options.port ?? 0,
  );
  return {
    url: `http://127.0.0.1:${server.port}/v1`,
    host: `127.0.0.1:${server.port}`,
    count: () => count,
    close: server.close,
  };
}
