import { openRange, openWorld } from "../compose-range.ts";
import type { CommandAction } from "../context.ts";
import { wholeNumber } from "../whole-number.ts";

interface RangeServeOptions {
  readonly world: string;
  readonly hardened?: boolean;
  readonly port: string;
  readonly seed: string;
  readonly latency: string;
}

/** Serves a practice world until Ctrl-C. */
export const rangeServe: CommandAction<RangeServeOptions> = async (context, _, options) => {
  const range = await openRange({
    world: openWorld(context.cwd, options.world),
    hardened: options.hardened === true,
    port: wholeNumber("--port", options.port, { least: 0, most: 65_535 }),
    seed: wholeNumber("--seed", options.seed, { least: 0, most: 2 ** 31 - 1 }),
    latencyMs: wholeNumber("--latency", options.latency, { least: 0, most: 60_000 }),
  });
  const flaws = options.hardened ? "hardened: no planted flaws" : `${range.declaration.length} planted flaws`;
  context.out(
    context.options.json
      ? JSON.stringify({
          url: range.url,
          hardened: options.hardened === true,
          weaknesses: range.declaration.length,
        })
      : `Serving ${options.world} (${flaws}) at ${range.url}`,
  );
  context.say("Ctrl-C stops it. It listens on this machine only.");
  await new Promise<void>((done) => {
    if (context.interrupted.aborted) done();
    context.interrupted.addEventListener("abort", () => done(), { once: true });
  });
  await range.close();
  return 0;
};
