import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  assessRows,
  buildAssessor,
  judgeRows,
  nearest,
  openModelAccess,
  type AssessedRow,
  type Programme,
  type Runtime,
} from "@probity/app";
import { ProductError, type JudgeEntry } from "@probity/domain";
import type { Catalogue } from "@probity/kit";
import { openCatalogue, openProgramme, openRuntime } from "./compose.ts";
import type { CommandContext } from "./context.ts";
import { judgeSettings, type LabelledData } from "./labelled-data.ts";
import { countingBar } from "./show/counting-bar.ts";

/** A judge that decides labelled answers: a shipped one at once, one of your own through the gate. */
export interface RowJudge {
  readonly name: string;
  readonly version: string;
  readonly decide: (data: LabelledData) => Promise<readonly AssessedRow[]>;
}

export interface RowJudgesTask {
  readonly names: readonly string[];
  /** Settings of a shipped judge, as JSON. */
  readonly settings?: string;
  /** Makes every bias check of model judges, whatever their settings say. */
  readonly allChecks?: boolean;
}

/** A project with judges of one's own, opened. */
export interface OpenedProject {
  readonly programme: Programme;
  readonly runtime: Runtime;
}

/**
 * Opens judges by name and hands them over. The configuration is read when a name is not that of a shipped judge.
 *
 * @throws ProductError UNKNOWN_NAME, USAGE, NOT_AUTHORISED and what reading a configuration throws
 */
export async function withRowJudges<Result>(
  context: CommandContext,
  { names, settings = "{}", allChecks = false }: RowJudgesTask,
  use: (judges: readonly RowJudge[]) => Promise<Result>,
): Promise<Result> {
  const catalogue = openCatalogue(context);
  const opened = await projectWith(context, catalogue, names);
  const project = opened && allChecks ? { ...opened, programme: withAllChecks(opened.programme) } : opened;
  try {
    return await use(names.map((name) => rowJudge(name, { context, catalogue, project, settings })));
  } finally {
    project?.runtime.store.close();
  }
}

function withAllChecks(programme: Programme): Programme {
  const checks = { position: true, verbosity: true, steering: "always" as const };
  const judges = Object.entries(programme.project.judges).map(
    ([name, entry]): readonly [string, JudgeEntry] => [
      name,
      entry.kind === "model" ? { ...entry, checks } : entry,
    ],
  );
  return { ...programme, project: { ...programme.project, judges: Object.fromEntries(judges) } };
}

/** The project, when one of the names is no shipped judge. @throws ProductError UNKNOWN_NAME naming what there is */
async function projectWith(
  context: CommandContext,
  catalogue: Catalogue,
  names: readonly string[],
): Promise<OpenedProject | undefined> {
  const own = names.filter((name) => !catalogue.judges.has(name));
  return own.length === 0 ? undefined : openOwnJudges(context, catalogue, own);
}

/** The project in which judges of one's own stand. @throws ProductError UNKNOWN_NAME naming what there is */
export async function openOwnJudges(
  context: CommandContext,
  catalogue: Catalogue,
  names: readonly string[],
): Promise<OpenedProject> {
  const { config } = context.options;
  const shipped = [...catalogue.judges.keys()];
  if (config === undefined && !existsSync(resolve(context.cwd, "probity.yaml")))
    throw noSuchJudge(names[0], shipped);
  const programme = openProgramme(context);
  const known = Object.keys(programme.project.judges);
  const missing = names.find((name) => !known.includes(name));
  if (missing !== undefined) throw noSuchJudge(missing, [...known, ...shipped]);
  return { programme, runtime: await openRuntime(context, programme, { mayMake: true }) };
}

function noSuchJudge(name = "", known: readonly string[] = []): ProductError {
  const guess = nearest(name, known);
  const remedy = guess ? `Did you mean "${guess}"?` : "`probity list judges` names them.";
  return new ProductError("UNKNOWN_NAME", { message: `There is no judge "${name}".`, remedy });
}

interface RowJudgeParts {
  readonly context: CommandContext;
  readonly catalogue: Catalogue;
  readonly project: OpenedProject | undefined;
  readonly settings: string;
}

function rowJudge(name: string, { context, catalogue, project, settings }: RowJudgeParts): RowJudge {
  const judge = catalogue.judges.get(name);
  if (judge) {
    const parsed = judgeSettings(judge, settings);
    return {
      name,
      version: judge.version,
      decide: ({ rows, labels }) =>
        Promise.resolve(
          judgeRows(rows, { judge, settings: parsed, labels }).map((row) => ({
            ...row,
            judgement: undefined,
          })),
        ),
    };
  }
  if (!project) throw noSuchJudge(name, [...catalogue.judges.keys()]);
  if (settings !== "{}")
    throw new ProductError("USAGE", {
      message: `--with gives settings to a shipped judge; ${name} has its settings in the configuration.`,
      remedy: "Leave --with out, or name a shipped judge.",
    });
  const assessor = buildAssessor(name, project.programme);
  return {
    name,
    version: assessor.version,
    decide: async ({ rows, labels }) => {
      const access = await openModelAccess({
        ...project,
        assessors: [assessor],
        purpose: `judge ${name}`,
        signal: context.interrupted,
      });
      const bar = countingBar(context, { total: rows.length, what: `answers judged by ${name}` });
      try {
        const assessed = await assessRows(rows, { assessor, labels, access, onRow: () => bar.step() });
        access.throwIfDenied();
        if (context.interrupted.aborted)
          context.say(
            `Stopped after ${assessed.length} of ${rows.length} answers; the figures are of those.`,
          );
        return assessed;
      } finally {
        bar.end();
        await access.close();
      }
    },
  };
}
