import { formatProblem, ProductError } from "@probity/domain";
import { exitCodes, type GlobalOptions } from "./context.ts";
import { safeText } from "./show/safe-text.ts";

/** Tells what went wrong, and gives the exit code. What nobody foresaw is our fault and keeps its stack. */
export function tellError(error: unknown, { json }: GlobalOptions): number {
  if (!(error instanceof ProductError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `This is a fault in Probity, not in your configuration. Please report it with these lines:\n${stack}\n`,
    );
    return exitCodes.couldNotComplete;
  }
  const { code, message, problems, remedy, exit } = error;
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ error: { code, message, problems, remedy, exit } }, null, 2)}\n`,
    );
  } else {
    const lines = [
      `${code}  ${message}`,
      ...problems.map((problem) => `  ${formatProblem(problem)}`),
      `  ${remedy}`,
    ];
    process.stderr.write(`${safeText(lines.join("\n"), 100_000)}\n`);
  }
  return exit;
}
