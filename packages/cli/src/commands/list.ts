import { readdirSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "@probity/app";
import { ProductError } from "@probity/domain";
import { contentFolder, openCatalogue, openProgramme, openRuntime } from "../compose.ts";
import type { CommandAction, CommandContext } from "../context.ts";
import { table } from "../show/table.ts";

type Row = Readonly<Record<string, string>>;

/** Lists one kind of thing, one a line. */
export const list: CommandAction<{ family?: string }> = async (context, [what = ""], { family }) => {
  const rows = await rowsOf(context, what, family);
  if (context.options.json) context.out(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) context.say(`There are no ${what}.`);
  else
    context.out(
      table(
        Object.keys(rows[0] ?? {}),
        rows.map((row) => Object.values(row)),
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
      return titled(openCatalogue(context).judges);
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
      recorded: `${store.recordedTrials(header.id)} of ${header.plannedTrials}`,
      started: header.startedAt,
    }));
  } finally {
    store.close();
  }
}

function unknownKind(what: string): never {
  const kinds = ["probes", "transforms", "judges", "targets", "reports", "worlds", "runs"];
  const guess = nearest(what, kinds);
  throw new ProductError("USAGE", {
    message: `There is no list of "${what}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are lists of: ${kinds.join(", ")}.`,
  });
}
