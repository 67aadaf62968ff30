import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSocketServer, type Socket } from "node:net";

/** A server on 127.0.0.1 for tests, on a port of its own. */
export interface LoopbackServer {
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly place: string;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** Connections accepted so far. */
  readonly connections: () => number;
  /** Closes it and every connection to it. */
  readonly close: () => Promise<void>;
}

/** Serves HTTP with real sockets. */
export function serveHttp(listener: RequestListener): Promise<LoopbackServer> {
  return listening(createServer(listener));
}

/** Accepts connections and hands over the bare socket, for answers that are no HTTP. */
export function serveSocket(listener: (socket: Socket) => void): Promise<LoopbackServer> {
  return listening(
    createSocketServer((socket) => {
      socket.on("error", () => socket.destroy());
      listener(socket);
    }),
  );
}

type AnyServer = Server | ReturnType<typeof createSocketServer>;

async function listening(server: AnyServer): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const { port } = address;
  return {
    port,
    place: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
