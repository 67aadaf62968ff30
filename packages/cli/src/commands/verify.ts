import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { verifyEarlierHead, verifyEvidence } from "@probity/app";
import { ProductError } from "@probity/domain";
import { openProgramme, openRuntime, storeFolder } from "../compose.ts";
import type { CommandAction, CommandContext } from "../context.ts";

/** Recomputes the whole log; with a file, also proves that the log still contains that earlier head. */
export const verify: CommandAction = async (context, [earlier]) => {
  const head = earlier === undefined ? undefined : readHead(context, earlier);
  const programme = context.options.store === undefined ? openProgramme(context) : undefined;
  const runtime = await openRuntime(context, programme);
  try {
    const sound = await verifyEvidence(runtime);
    const contained = head === undefined ? undefined : verifyEarlierHead(runtime, head);
    const folder = storeFolder(context, programme);
    if (context.options.json)
      context.out(
        JSON.stringify({ sound: true, ...sound, publicKey: runtime.publicKey, contains: contained }, null, 2),
      );
    else {
      context.out(
        sound.size === 0
          ? `The log in ${folder} is empty: nothing has been recorded, so nothing was verified.`
          : `The evidence in ${folder} is sound: ${sound.size} entries, every hash, head and signature recomputed.`,
      );
      context.out(`  root  ${sound.rootHash}\n  key   ${runtime.publicKey}`);
      if (contained) context.out(`  It contains the earlier head of ${contained.size} entries.`);
    }
    return 0;
  } finally {
    runtime.store.close();
  }
};

function readHead({ cwd }: CommandContext, file: string): string {
  const remedy = "Name a file that holds a signed head, as reports print it, to its last line.";
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new ProductError("USAGE", { message: `${file} could not be read.`, remedy, cause: error });
  }
  // A signature stands on a line that begins with a dash: what has none is no head, and says nothing about the evidence.
  if (/^\u2014 /mu.test(text)) return text;
  throw new ProductError("USAGE", { message: `${file} holds no signed head; nothing was verified.`, remedy });
}
