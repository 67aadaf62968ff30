import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { importLabels } from "@probity/app";
import { asRunId, ProductError } from "@probity/domain";
import type { CommandAction } from "../context.ts";
import { withPeople } from "../people-context.ts";
import { tellLabelling } from "../show/tell-labelling.ts";

/** Records labels made elsewhere, all or none. */
export const labelImport: CommandAction<{ by: string; run?: string }> = (context, [file = ""], options) =>
  withPeople(context, ({ programme, runtime, run }) => {
    const text = readText(resolve(context.cwd, file), file);
    const imported = importLabels(programme, runtime, { text, file, by: options.by, run: options.run });
    if (context.options.json) context.out(JSON.stringify(imported, null, 2));
    else {
      const known = imported.known > 0 ? `; ${imported.known} said nothing new` : "";
      const recorded = imported.recorded === 1 ? "1 label" : `${imported.recorded} labels`;
      context.out(`${recorded} recorded${known}.`);
      for (const id of imported.runs) context.out(tellLabelling(runtime.store, run(asRunId(id))));
    }
    return 0;
  });

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ProductError("USAGE", {
      message: `${file} could not be read; nothing was recorded.`,
      remedy: "Name a file of labels, one JSON object a line.",
      cause: error,
    });
  }
}
