import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";
import { openLine, type OpenLine } from "./open-line.ts";
import { serveHttp, serveSocket, type LoopbackServer } from "./loopback-server.ts";

/** A server that closes with the running test. */
export async function httpForTest(listener: RequestListener): Promise<LoopbackServer> {
  return closedAfterTest(await serveHttp(listener));
}

/** A bare socket server that closes with the running test. */
export async function socketForTest(listener: (socket: Socket) => void): Promise<LoopbackServer> {
  return closedAfterTest(await serveSocket(listener));
}

function closedAfterTest(server: LoopbackServer): LoopbackServer {
  onTestFinished(() => server.close());
  return server;
}

/** A line whose wire closes with the running test. */
export function lineForTest(wishes: Parameters<typeof openLine>[0]): OpenLine {
  const open = openLine(wishes);
  onTestFinished(() => open.wire.close());
  return open;
}
