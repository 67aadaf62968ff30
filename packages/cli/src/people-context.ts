import { findRun, nearest, type Programme, type Runtime } from "@probity/app";
import { ProductError, type RunRecord } from "@probity/domain";
import { openProgramme, openRuntime } from "./compose.ts";
import type { CommandContext } from "./context.ts";

/** What a command that records people's words works with. */
export interface PeopleWork {
  readonly programme: Programme;
  readonly runtime: Runtime;
  /** By name, or the newest. @throws ProductError UNKNOWN_NAME */
  readonly run: (name: string | undefined) => RunRecord;
}

/** Opens the configuration, which says who may do what, and the store; closes the store afterwards. */
export async function withPeople<Result>(
  context: CommandContext,
  work: (people: PeopleWork) => Result | Promise<Result>,
): Promise<Result> {
  const programme = openProgramme(context);
  const runtime = await openRuntime(context, programme);
  try {
    return await work({ programme, runtime, run: (name) => findRun(runtime.store, name) });
  } finally {
    runtime.store.close();
  }
}

/** One of some words. @throws ProductError USAGE */
export function oneOf<Word extends string>(what: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const guess = nearest(given, words);
  throw new ProductError("USAGE", {
    message: `${what} is one of ${words.join(", ")}, not "${given}".`,
    ...(guess === undefined ? {} : { remedy: `Did you mean "${guess}"?` }),
  });
}
