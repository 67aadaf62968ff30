import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ProductError } from "@probity/domain";
import { contentFolder } from "../compose.ts";
import { openWorld } from "../compose-range.ts";
import type { CommandAction, CommandContext } from "../context.ts";
import { askForProject } from "../init/ask-for-project.ts";
import { defaultAnswers, practiceUrl, projectFile } from "../init/project-file.ts";

/** Writes a commented configuration and the schema that editors check it by. */
export const init: CommandAction<{ yes?: boolean; force?: boolean }> = async (context, _, { yes, force }) => {
  const path = resolve(context.cwd, context.options.config ?? "probity.yaml");
  if (existsSync(path) && !force) {
    throw new ProductError("USAGE", {
      message: `${relative(context.cwd, path)} exists; it was left as it is.`,
      remedy: "Overwrite it with --force, or write another with --config FILE.",
    });
  }
  if (!yes && !context.terminal) {
    throw new ProductError("USAGE", {
      message: "There is no terminal to ask questions on.",
      remedy: "Run it with --yes.",
    });
  }
  const defaults = defaultAnswers(new Date(), openWorld(context.cwd, "meridian-bank").canaries);
  const answers = yes ? defaults : await askForProject(defaults);
  if (!answers) return 2;
  const schema = join(dirname(path), ".probity", "probity.schema.json");
  write(() => {
    mkdirSync(dirname(schema), { recursive: true });
    copyFileSync(join(contentFolder, "schema", "probity.schema.json"), schema);
    writeFileSync(path, projectFile(answers, ".probity/probity.schema.json"));
  }, path);
  tell(context, relative(context.cwd, path), answers.url);
  return 0;
};

function write(work: () => void, path: string): void {
  try {
    work();
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", {
      message: `${path} could not be written: ${error instanceof Error ? error.message : String(error)}.`,
      cause: error,
    });
  }
}

function tell(context: CommandContext, file: string, url: string): void {
  if (context.options.json) {
    context.out(JSON.stringify({ written: file }));
    return;
  }
  context.out(`Wrote ${file}. Read its charter, then:`);
  if (url === practiceUrl) context.out("  probity range serve     in another terminal: the practice target");
  context.out("  probity plan            what would be sent, and whether it may");
  context.out("  probity run             the campaign, and its reports");
}
