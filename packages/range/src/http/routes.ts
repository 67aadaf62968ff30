import { Hono } from "hono";
import type { Context } from "hono";
import type { Application } from "../application/create-application.ts";
import type { World } from "../world/world-schema.ts";
import { parseChatRequest } from "./chat-request.ts";
import { streamEvents, toCompletion, wholeBody } from "./completion.ts";

export interface RouteOptions {
  readonly application: Application;
  readonly world: World;
  readonly hardened: boolean;
  /** Simulated thinking time of one request, in milliseconds. */
  readonly latencyMs: number;
  /** When given, requests must carry it as bearer key. */
  readonly key: string | undefined;
  readonly now: () => Date;
}

/** Requests larger than this are turned away unread. */
const maxBodyBytes = 4_000_000;

/** The OpenAI-compatible routes of a world, and the side channel for measuring. */
export function createRoutes(options: RouteOptions): Hono {
  const { application, world } = options;
  const model = options.hardened ? `${world.world.id}-hardened` : world.world.id;
  const app = new Hono();
  let inFlight = 0;

  app.get("/health", (c) => c.json({ status: "ok", world: world.world.id, hardened: options.hardened }));
  app.get("/range/declaration", (c) => c.json(application.declaration));
  app.get("/range/ledger", (c) => c.json(application.ledger()));
  app.use("/v1/*", async (c, next) => {
    if (options.key !== undefined && c.req.header("authorization") !== `Bearer ${options.key}`) {
      return problem(c, 401, { message: "Incorrect API key provided.", code: "invalid_api_key" });
    }
    return next();
  });
  app.get("/v1/models", (c) =>
    c.json({
      object: "list",
      data: [{ id: model, object: "model", created: 0, owned_by: "practice-range" }],
    }),
  );
  app.post("/v1/chat/completions", async (c) => {
    inFlight += 1;
    try {
      const body = await readBody(c);
      if (body === undefined) return problem(c, 413, { message: "The request is too large." });
      const parsed = parseChatRequest(body);
      if (parsed.kind === "problem")
        return problem(c, 400, { message: parsed.message, param: parsed.parameter });
      await pause(options.latencyMs);
      const response = application.respond({ ...parsed.request, inFlight });
      const completion = toCompletion(response, parsed.request, { model, now: options.now() });
      if (!parsed.request.stream) return c.json(wholeBody(completion));
      return c.body(streamOf(streamEvents(completion, parsed.request.includeUsage)), 200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      });
    } finally {
      inFlight -= 1;
    }
  });
  app.notFound((c) => problem(c, 404, { message: `Unknown request URL: ${c.req.method} ${c.req.path}.` }));
  return app;
}

async function readBody(c: Context): Promise<string | undefined> {
  if (Number(c.req.header("content-length") ?? 0) > maxBodyBytes) return undefined;
  const body = await c.req.text();
  return body.length > maxBodyBytes ? undefined : body;
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

function streamOf(events: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

function problem(
  c: Context,
  status: 400 | 401 | 404 | 413,
  detail: { message: string; param?: string | undefined; code?: string },
) {
  return c.json(
    {
      error: {
        message: detail.message,
        type: "invalid_request_error",
        param: detail.param ?? null,
        code: detail.code ?? null,
      },
    },
    status,
  );
}
