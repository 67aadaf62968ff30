import { emitKeypressEvents } from "node:readline";
import { ProductError } from "@probity/domain";
import type { CommandContext } from "../context.ts";
import type { Key } from "./label-session.ts";
import type { ScreenSize } from "./label-screen.ts";

/** A terminal in the hands of a person. */
export interface Screen {
  readonly size: () => ScreenSize;
  readonly show: (lines: readonly string[]) => void;
  /** The next key, or that the terminal changed its size, or that nobody is there any more. */
  readonly next: () => Promise<Key | "resized" | "gone">;
  /** Gives the terminal back as it was. */
  readonly close: () => void;
}

/** Makes sure that a person sits at a terminal, before anything is done for them. @throws ProductError USAGE */
export function requireTerminal({ env }: Pick<CommandContext, "env">): void {
  if (process.stdin.isTTY && process.stdout.isTTY && env["TERM"] !== "dumb") return;
  throw new ProductError("USAGE", {
    message: "Labelling on screen needs a terminal; nothing was recorded.",
    remedy:
      "Run it in a terminal, or print the trials with --json and record the labels with `probity label import FILE --by NAME`.",
  });
}

/** Takes the terminal, in a screen of its own. The holder closes it. @throws ProductError USAGE where there is none */
export function openScreen({ env, interrupted }: Pick<CommandContext, "env" | "interrupted">): Screen {
  const { stdin, stdout } = process;
  requireTerminal({ env });
  const waiting: ((event: Key | "resized" | "gone") => void)[] = [];
  const queue: (Key | "resized" | "gone")[] = [];
  const tell = (event: Key | "resized" | "gone"): void => {
    const first = waiting.shift();
    if (first) first(event);
    else queue.push(event);
  };
  const onKey = (text: string | undefined, key: { readonly name?: string; readonly ctrl?: boolean }): void =>
    tell({ name: key.name ?? text ?? "", text: text ?? "", ctrl: key.ctrl ?? false });
  const onResize = (): void => tell("resized");
  const onGone = (): void => tell("gone");
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.resume();
  stdin.on("keypress", onKey).on("end", onGone);
  stdout.on("resize", onResize);
  interrupted.addEventListener("abort", onGone);
  stdout.write("\u001b[?1049h\u001b[?25l");
  return {
    // A terminal that does not tell its size says 0.
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24, styled: !env["NO_COLOR"] }),
    show: (lines) => void stdout.write(`\u001b[H\u001b[2J${lines.join("\r\n")}`),
    next: () => {
      const event = queue.shift();
      return event ? Promise.resolve(event) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () => {
      stdin.off("keypress", onKey).off("end", onGone);
      stdout.off("resize", onResize);
      interrupted.removeEventListener("abort", onGone);
      stdin.setRawMode(false);
      stdin.pause();
      stdout.write("\u001b[?25h\u001b[?1049l");
    },
  };
}
