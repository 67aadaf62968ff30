import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface BenchServer {
  readonly port: number;
  readonly stop: () => void;
}

/** Starts the zero-latency server in its own process. */
export async function startServer(): Promise<BenchServer> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("zero-latency-server.ts", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = (await once(child.stdout, "data")) as [Buffer];
  return { port: Number(printed.toString()), stop: () => void child.kill() };
}
