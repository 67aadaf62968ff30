import { ProductError } from "@probity/domain";
import type { CommanderError } from "commander";
import { exitCodes } from "./context.ts";
import { tellError } from "./tell-error.ts";

/** Tells what of a command line was not understood, as JSON where that was asked for. */
export function tellMisuse(error: CommanderError, argv: readonly string[]): number {
  // A group without a command has shown its help.
  if (error.code === "commander.help") return exitCodes.usage;
  const [said = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const message = `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${said.endsWith(".") ? "" : "."}`;
  const remedy = suggestion?.replace(/^\((.*)\)$/, "$1");
  const told = new ProductError("USAGE", { message, ...(remedy === undefined ? {} : { remedy }) });
  const end = argv.indexOf("--");
  return tellError(told, { json: argv.slice(0, end === -1 ? argv.length : end).includes("--json") });
}
