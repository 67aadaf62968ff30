import { haltRun } from "@probity/app";
import { openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction } from "../context.ts";

/** Asks a running run to halt. */
export const halt: CommandAction<{ by: string; because: string }> = async (
  context,
  [named],
  { by, because },
) => {
  const runtime = await openRuntime(context, openProgramme(context));
  try {
    const { header } = haltRun(runtime, named, { by, because });
    context.out(
      context.options.json
        ? JSON.stringify({ run: header.id, requested: true })
        : `Asked run ${header.id} to halt; it stops within 5 seconds.`,
    );
    return 0;
  } finally {
    runtime.store.close();
  }
};
