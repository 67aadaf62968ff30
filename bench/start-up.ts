import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const binary = fileURLToPath(new URL("../packages/cli/bin/probity.mjs", import.meta.url));
const rounds = 15;

function millisecondsOf(args: readonly string[]): number {
  const since = performance.now();
  spawnSync(process.execPath, args, { stdio: "ignore" });
  return performance.now() - since;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A command, from its start to its end, against the start of Node itself, in turn; the median of the ratios of pairs. */
export function measureStartUp(args: readonly string[]): {
  readonly node: number;
  readonly probity: number;
  readonly ratio: number;
} {
  const pairs = Array.from({ length: rounds }, () => ({
    node: millisecondsOf(["-e", "0"]),
    probity: millisecondsOf([binary, ...args]),
  })).slice(2);
  return {
    node: median(pairs.map(({ node }) => node)),
    probity: median(pairs.map(({ probity }) => probity)),
    ratio: median(pairs.map(({ node, probity }) => probity / node)),
  };
}
