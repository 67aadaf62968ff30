import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearest } from "@probity/app";
import { ProductError, type JudgeEntry } from "@probity/domain";
import { contentFolder, openCatalogue, openProgramme, openRuntime } from "../compose.ts";
import { openRubrics } from "../compose-judging.ts";
import type { CommandAction, CommandContext } from "../context.ts";
import { table } from "../show/table.ts";

type Row = Readonly<Record<string, string | number>>;

const kinds = ["probes", "transforms", "judges", "rubrics", "targets", "reports", "worlds", "runs"];

/** Lists one kind of thing, one a line. */
export const list: CommandAction<{ family?: string }> = async (context, [what = ""], { family }) => {
  if (family !== undefined && what !== "probes" && kinds.includes(what))
    throw new ProductError("USAGE", {
      message: `--family narrows the list of probes; ${what} have none.`,
      remedy: `Leave --family out, or run \`probity list probes --family ${family}\`.`,
    });
  const rows = await rowsOf(context, what, family);
  if (context.options.json) context.out(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) context.say(`There are no ${what}.`);
  else
    context.out(
      table(
        Object.keys(rows[0] ?? {}),
        rows.map((row) => Object.values(row).map(String)),
      ),
    );
  return 0;
};

async function rowsOf(
  context: CommandContext,
  what: string,
  family: string | undefined,
): Promise<readonly Row[]> {
  const titled = (map: ReadonlyMap<string, { id: string; title: string }>) =>
    [...map.values()].map(({ id, title }) => ({ id, title }));
  switch (what) {
    case "probes":
      return probeRows(context, family);
    case "transforms":
      return titled(openCatalogue(context).transforms);
    case "judges":
      return judgeRows(context);
    case "rubrics":
      return openRubrics().map(({ id, purpose, title }) => ({ id, purpose, title }));
    case "targets":
      return titled(openCatalogue(context).targets);
    case "reports":
      return titled(openCatalogue(context).reports);
    case "worlds":
      return readdirSync(join(contentFolder, "worlds")).map((name) => ({ id: name.replace(/\.yaml$/, "") }));
    case "runs":
      return runRows(context);
    default:
      return unknownKind(what);
  }
}

/** Shipped judges, and those of the configuration when there is one here. */
function judgeRows(context: CommandContext): readonly Row[] {
  const shipped = [...openCatalogue(context).judges.values()].map(({ id, title }) => ({ id, title }));
  if (!existsSync(resolve(context.cwd, context.options.config ?? "probity.yaml"))) return shipped;
  const own = Object.entries(ownJudges(context));
  return [...shipped, ...own.map(([id, entry]) => ({ id, title: `Your own: ${describeJudge(entry)}` }))];
}

/** What is shipped is listed even where the configuration has mistakes; they are told by whoever needs it. */
function ownJudges(context: CommandContext): Readonly<Record<string, JudgeEntry>> {
  try {
    return openProgramme(context).project.judges;
  } catch (error) {
    if (!(error instanceof ProductError)) throw error;
    context.say(`${error.message} Judges of your own are not listed; \`probity plan\` names the mistakes.`);
    return {};
  }
}

function describeJudge(entry: JudgeEntry): string {
  switch (entry.kind) {
    case "model":
      return `model ${entry.target} by rubric ${entry.rubric}, ${entry.samples} samples`;
    case "rule":
      return `${entry.use} with settings`;
    case "cascade":
      return `cascade of ${entry.steps.join(", ")}`;
    case "vote":
      return `vote of ${entry.members.join(", ")}`;
  }
}

function probeRows(context: CommandContext, family: string | undefined): readonly Row[] {
  const { probes } = openCatalogue(context);
  const families = [...new Set(probes.map((each) => each.family))];
  if (family !== undefined && !families.includes(family)) {
    const guess = nearest(family, families);
    throw new ProductError("UNKNOWN_NAME", {
      message: `There is no probe family "${family}".`,
      remedy: guess ? `Did you mean "${guess}"?` : `There are: ${families.join(", ")}.`,
    });
  }
  return probes
    .filter((each) => family === undefined || each.family === family)
    .map(({ probe, family: of }) => ({
      id: probe.id,
      family: of,
      severity: probe.severity,
      tier: probe.tier,
      safeguard: probe.safeguard,
      title: probe.title,
    }));
}

async function runRows(context: CommandContext): Promise<readonly Row[]> {
  const { store } = await openRuntime(
    context,
    context.options.store === undefined ? openProgramme(context) : undefined,
  );
  try {
    return store.runs().map(({ header, state }) => ({
      id: header.id,
      state,
      recorded: store.recordedTrials(header.id),
      planned: header.plannedTrials,
      started: header.startedAt,
    }));
  } finally {
    store.close();
  }
}

function unknownKind(what: string): never {
  const guess = nearest(what, kinds);
  throw new ProductError("USAGE", {
    message: `There is no list of "${what}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are lists of: ${kinds.join(", ")}.`,
  });
}
