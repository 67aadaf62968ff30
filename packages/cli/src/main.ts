import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import type { CommandAction, CommandContext, GlobalOptions } from "./context.ts";
import { buildProgram, type Dispatch } from "./program.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const interrupt = new AbortController();
let interruptions = 0;
const onInterrupt = () => {
  interruptions += 1;
  if (interruptions > 1) process.exit(130);
  interrupt.abort();
};
process.on("SIGINT", onInterrupt);
process.on("SIGTERM", onInterrupt);
// A reader that goes away, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 5));

const dispatch: Dispatch = async (load, { args, options }) => {
  const context = contextFor(options);
  try {
    const action = (await load()) as CommandAction<unknown>;
    process.exitCode = await action(context, args, options);
  } catch (error) {
    // Loaded only now: help and version need none of what it brings.
    const { tellError } = await import("./tell-error.ts");
    process.exitCode = tellError(error, options);
  }
};

function contextFor(options: GlobalOptions): CommandContext {
  const silent = options.quiet === true || options.json === true;
  return {
    cwd: process.cwd(),
    env: process.env,
    version,
    out: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void (silent || process.stderr.write(`${text}\n`)),
    terminal: process.stderr.isTTY && !silent,
    options,
    interrupted: interrupt.signal,
  };
}

const program = buildProgram(version, dispatch);
program.exitOverride();
for (const command of program.commands) {
  command.exitOverride();
  for (const inner of command.commands) inner.exitOverride();
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version end here too, and need nothing more.
  if (error.exitCode === 0) process.exitCode = 0;
  else {
    const { tellMisuse } = await import("./tell-misuse.ts");
    process.exitCode = tellMisuse(error, process.argv);
  }
}
