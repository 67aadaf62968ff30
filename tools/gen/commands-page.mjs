import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { root } from "../tree.mjs";

/** `docs/cli.md`, from the help of every command. */
export async function commandsPage() {
  const built = pathToFileURL(join(root, "packages/cli/dist/program.js")).href;
  const { buildProgram } = await import(built);
  const program = buildProgram("0.0.0", () => Promise.resolve());
  const commands = program.commands.flatMap((command) =>
    command.commands.length > 0 ? command.commands : [command],
  );
  const lead = [
    "# The command line",
    "<!-- Written by `npm run gen` from packages/cli/src/program.ts. -->",
    "In a checkout, run it as `npx probity`. Every command takes `--json` (one JSON document on standard output and nothing else; `label next` and `review second` print one a line, each trial on its own) and `--quiet`; progress bars are shown on a terminal only.",
    exitCodes,
  ];
  return `${[...lead, ...commands.map(section)].join("\n\n")}\n`;
}

const exitCodes = [
  "| exit code | means |",
  "|---|---|",
  "| 0 | done; for `run` and `resume`: every success criterion is met |",
  "| 1 | the run completed and a success criterion is not met, not shown, or underpowered |",
  "| 2 | bad usage or configuration; nothing was sent |",
  "| 3 | the charter does not allow it; the refusal is recorded |",
  "| 4 | halted; what was recorded is kept |",
  "| 5 | could not complete; what was recorded is kept |",
].join("\n");

function section(command) {
  const name = command.parent?.parent ? `${command.parent.name()} ${command.name()}` : command.name();
  command.configureHelp({ helpWidth: 110 });
  return `## probity ${name}\n\n\`\`\`text\n${command.helpInformation().trim()}\n\`\`\``;
}
