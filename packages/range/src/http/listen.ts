import { createServer, type RequestListener } from "node:http";
import { ProductError } from "@probity/domain";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on loopback only: what is deliberately weak must not be reachable from elsewhere.
 *
 * @throws ProductError RANGE_UNAVAILABLE when the port cannot be had
 */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<Listening> {
  const server = createServer(listener);
  const bound = await new Promise<number>((resolve, reject) => {
    server.once("error", (cause: Error) => {
      reject(
        new ProductError("RANGE_UNAVAILABLE", {
          message: `Port ${port} on 127.0.0.1 could not be opened: ${whyNot(cause)}; nothing is served.`,
          cause,
        }),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const whyNot = (cause: Error): string =>
  "code" in cause && cause.code === "EADDRINUSE" ? "another program uses it" : cause.message;
