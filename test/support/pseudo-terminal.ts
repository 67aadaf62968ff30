import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const binary = fileURLToPath(new URL("../../packages/cli/bin/probity.mjs", import.meta.url));

/** Whether this machine has `script` of util-linux, which gives a program a terminal. */
export const hasPseudoTerminal =
  process.platform === "linux" &&
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");

/** Runs the real binary in a pseudo terminal and types: each text once the screen shows what it waits for. */
export function typeInTerminal(
  cwd: string,
  args: readonly string[],
  steps: readonly { readonly waitFor: string; readonly type: string }[],
): Promise<{ readonly code: number | null; readonly seen: string }> {
  const command = [process.execPath, binary, ...args].map((part) => `'${part}'`).join(" ");
  const child = spawn("script", ["-qefc", command, "/dev/null"], {
    cwd,
    env: { PATH: process.env["PATH"], TERM: "xterm", NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "inherit"],
    timeout: 60_000,
  });
  let seen = "";
  let step = 0;
  let from = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    seen += text;
    const next = steps[step];
    if (!next || !seen.includes(next.waitFor, from)) return;
    from = seen.length;
    step += 1;
    child.stdin.write(next.type);
  });
  return new Promise((done) => child.on("close", (code) => done({ code, seen })));
}
