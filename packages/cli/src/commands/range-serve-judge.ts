import { nearest } from "@probity/app";
import { ProductError } from "@probity/domain";
import { openJudgeModel, judgeModes, judgeModeWords, type JudgeMode } from "../compose-range.ts";
import type { CommandAction } from "../context.ts";
import { table } from "../show/table.ts";
import { wholeNumber } from "../whole-number.ts";

interface ServeJudgeOptions {
  readonly mode: string;
  readonly port: string;
  readonly latency: string;
}

/** Serves a practice judge model until Ctrl-C. */
export const rangeServeJudge: CommandAction<ServeJudgeOptions> = async (context, _, options) => {
  if (options.mode === "list") {
    context.out(
      context.options.json
        ? JSON.stringify(judgeModeWords, null, 2)
        : table(
            ["mode", "behaviour"],
            judgeModes.map((mode) => [mode, judgeModeWords[mode]]),
          ),
    );
    return 0;
  }
  const mode = modeNamed(options.mode);
  const server = await openJudgeModel({
    mode,
    port: wholeNumber("--port", options.port, { least: 0, most: 65_535 }),
    latencyMs: wholeNumber("--latency", options.latency, { least: 0, most: 60_000 }),
  });
  context.out(
    context.options.json
      ? JSON.stringify({ url: server.url, mode })
      : `Serving a practice judge model at ${server.url}: ${mode}, it ${judgeModeWords[mode]}.`,
  );
  context.say("Ctrl-C stops it. It listens on this machine only.");
  await new Promise<void>((done) => {
    if (context.interrupted.aborted) done();
    context.interrupted.addEventListener("abort", () => done(), { once: true });
  });
  await server.close();
  return 0;
};

function modeNamed(name: string): JudgeMode {
  const mode = judgeModes.find((each) => each === name);
  if (mode) return mode;
  const guess = nearest(name, judgeModes);
  throw new ProductError("USAGE", {
    message: `A practice judge has no mode "${name}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are: ${judgeModes.join(", ")}.`,
  });
}
