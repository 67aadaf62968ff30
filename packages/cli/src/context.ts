/** What every command is given: where it runs, how to show things, and the options all commands share. */
export interface CommandContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Results. With --json, one JSON document and nothing else. */
  readonly out: (text: string) => void;
  /** Progress and remarks; silent with --quiet and --json. */
  readonly say: (text: string) => void;
  /** True when a person looks at standard error, so that a progress bar makes sense. */
  readonly terminal: boolean;
  readonly options: GlobalOptions;
  /** Aborts on the first Ctrl-C. The second ends the process at once. */
  readonly interrupted: AbortSignal;
}

/** Options of every command. */
export interface GlobalOptions {
  readonly config?: string;
  readonly store?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Exit codes, as documented in docs/cli.md. Codes 2 to 5 otherwise come with a ProductError. */
export const exitCodes = {
  criteriaMet: 0,
  criteriaNotMet: 1,
  usage: 2,
  notAuthorised: 3,
  halted: 4,
  couldNotComplete: 5,
} as const;

/** Does one command. Returns its exit code; throws ProductError for what the reader can mend. */
export type CommandAction<Options = Record<string, never>> = (
  context: CommandContext,
  args: readonly (string | undefined)[],
  options: Options,
) => Promise<number>;
