import { nextLabels, type AskedTrial } from "@probity/app";
import { randomBytes } from "node:crypto";
import type { RecordStore, RunRecord } from "@probity/domain";
import type { CommandAction, CommandContext } from "../context.ts";
import { oneOf, withPeople } from "../people-context.ts";
import { labelOnScreen } from "../screen/label-on-screen.ts";
import { requireTerminal } from "../screen/open-screen.ts";
import { tellLabelling } from "../show/tell-labelling.ts";
import { wholeNumber } from "../whole-number.ts";

interface Options {
  readonly by: string;
  readonly count: string;
  readonly design: string;
  readonly purpose: string;
  readonly family?: string;
  readonly seed?: string;
}

/** Draws the trials whose label tells most, and has them labelled on screen or prints them. */
export const labelNext: CommandAction<Options> = (context, [name], options) =>
  withPeople(context, async (people) => {
    const { programme, runtime } = people;
    if (!context.options.json) requireTerminal(context);
    const run = people.run(name);
    const { by, family } = options;
    const purpose = oneOf("--purpose", options.purpose, ["attack", "benign"]);
    const asked = nextLabels(programme, runtime, {
      run,
      by,
      count: wholeNumber("--count", options.count, { least: 1, most: 10_000 }),
      design: oneOf("--design", options.design, ["stratified", "uniform"]),
      purpose,
      ...(family === undefined ? {} : { family }),
      seed: options.seed ?? randomBytes(8).toString("hex"),
    });
    if (context.options.json) return printAsked(context, runtime.store, { run, asked });
    if (asked.length === 0) {
      context.out(
        `Every judged ${purpose === "attack" ? "attempt" : "fair request"} of run ${run.header.id} is labelled.`,
      );
      return 0;
    }
    const done = await labelOnScreen(context, people, {
      run,
      by,
      asked,
      purpose,
      blind: true,
      decides: false,
    });
    context.out(tellLabelling(runtime.store, run, done));
    return 0;
  });

/** JSON Lines: what was said, and nothing of what the judge made of it. */
function printAsked(
  context: CommandContext,
  store: RecordStore,
  { run, asked }: { readonly run: RunRecord; readonly asked: readonly AskedTrial[] },
): number {
  for (const { trial, part } of asked) {
    const record = store.trial(run.header.id, trial);
    if (!record) continue;
    const { order, messages, openingLength } = record.transcript;
    const { purpose, family, safeguard } = order;
    context.out(
      JSON.stringify({
        trial,
        run: run.header.id,
        part,
        purpose,
        family,
        safeguard,
        openingLength,
        messages,
      }),
    );
  }
  return 0;
}
