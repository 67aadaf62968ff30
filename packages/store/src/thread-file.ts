import { extname } from "node:path";
import type { WorkerOptions } from "node:worker_threads";

/** A thread's file beside the given module, as source or as built. */
export function threadFile(name: string, moduleUrl: string): URL {
  return new URL(`${name}${extname(moduleUrl)}`, moduleUrl);
}

/** A thread started from sources finds the other packages' sources, as whoever started it does. */
export function threadOptions(moduleUrl: string): Pick<WorkerOptions, "execArgv"> {
  return { execArgv: moduleUrl.endsWith(".ts") ? ["--conditions=probity-source"] : [] };
}
