import { InvalidArgumentError, type Command } from "commander";
import type { CommandAction } from "./context.ts";

/** Adds a command with the options that all share. A default one answers to its group's name alone. */
export type Add = (name: string, description: string, options?: { readonly isDefault?: boolean }) => Command;

/** Makes an action that loads its file when its command runs. */
export type Go = (load: () => Promise<CommandAction<never>>) => (this: Command) => Promise<void>;

/** What groups of commands are made with. */
export interface CommandMaking {
  readonly add: (parent: Command) => Add;
  readonly go: Go;
}

/** A name or reason on the command line: what goes into the log says something. @throws InvalidArgumentError */
export function someText(given: string): string {
  if (given.trim() !== "") return given;
  throw new InvalidArgumentError("It is empty.");
}
