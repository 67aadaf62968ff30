import { getRequestListener } from "@hono/node-server";
import { createApplication, type WorldOverrides } from "../application/create-application.ts";
import type { LedgerEntry } from "../application/ledger.ts";
import type { Weakness } from "../world/weakness.ts";
import type { World } from "../world/world-schema.ts";
import { listenOnLoopback } from "./listen.ts";
import { createRoutes } from "./routes.ts";

export interface ServeRangeOptions {
  readonly world: World;
  /** Serves the twin without weaknesses. Default false. */
  readonly hardened?: boolean;
  /** Replaces the world's own seed. */
  readonly seed?: number;
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Simulated thinking time of one request, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** When given, requests must carry it as bearer key. */
  readonly key?: string;
  readonly overrides?: WorldOverrides;
  /** The time shown in answers; the system's clock by default. Nothing else depends on it. */
  readonly now?: () => Date;
}

/** A served world. */
export interface RangeServer {
  /** Base of the OpenAI-compatible API, e.g. `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /** `http://127.0.0.1:PORT`, under which /health and /range stand. */
  readonly origin: string;
  readonly declaration: readonly Weakness[];
  readonly ledger: () => readonly LedgerEntry[];
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a world on loopback.
 *
 * @throws ProductError RANGE_UNAVAILABLE when the port cannot be had
 */
export async function serveRange(options: ServeRangeOptions): Promise<RangeServer> {
  const { world, hardened = false, latencyMs = 0, key, now = () => new Date() } = options;
  const application = createApplication({ ...options, hardened });
  const routes = createRoutes({ application, world, hardened, latencyMs, key, now });
  const listener = getRequestListener(routes.fetch);
  const server = await listenOnLoopback(
    (incoming, outgoing) => void listener(incoming, outgoing),
    options.port ?? 0,
  );
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    url: `${origin}/v1`,
    origin,
    declaration: application.declaration,
    ledger: application.ledger,
    close: server.close,
  };
}
