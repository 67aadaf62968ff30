import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findRun, nearest } from "@probity/app";
import { ProductError } from "@probity/domain";
import { stringify } from "yaml";
import { toJSONSchema } from "zod";
import type { Catalogue } from "@probity/kit";
import { openCatalogue, openProgramme, openRuntime } from "../compose.ts";
import { openRubrics } from "../compose-judging.ts";
import type { CommandAction, CommandContext } from "../context.ts";
import { safeText } from "../show/safe-text.ts";

/** Shows one thing in full: from the catalogue, or a run or trial from the store. */
export const show: CommandAction = async (context, [id = ""]) => {
  const catalogue = openCatalogue(context);
  const found = inCatalogue(catalogue, id) ?? rubricNamed(id) ?? (await inStore(context, id));
  if (!found) throw unknownId(catalogue, id);
  context.out(
    context.options.json
      ? JSON.stringify(found, null, 2)
      : safeText(stringify(found, { lineWidth: 100 }), 200_000),
  );
  return 0;
};

function inCatalogue({ probes, transforms, judges, targets, reports }: Catalogue, id: string): unknown {
  const probe = probes.find((each) => each.probe.id === id);
  if (probe)
    return {
      kind: "probe",
      family: probe.family,
      pack: `${probe.packId} ${probe.packVersion}`,
      ...probe.probe,
    };
  const transform = transforms.get(id);
  if (transform) {
    const { rewrite, ...facts } = transform;
    return {
      kind: "transform",
      ...facts,
      shape: rewrite.shape,
      decodable: rewrite.shape === "text" && rewrite.decode !== undefined,
    };
  }
  const judge = judges.get(id);
  if (judge)
    return {
      kind: "judge",
      id,
      version: judge.version,
      title: judge.title,
      description: judge.description,
      settings: toJSONSchema(judge.settings, { io: "input" }),
      examples: judge.examples.length,
    };
  const target = targets.get(id);
  if (target)
    return {
      kind: "target",
      id,
      title: target.title,
      description: target.description,
      settings: toJSONSchema(target.settings, { io: "input", unrepresentable: "any" }),
    };
  const report = reports.get(id);
  return (
    report && {
      kind: "report",
      id,
      title: report.title,
      mediaType: report.mediaType,
      extension: report.extension,
    }
  );
}

function rubricNamed(id: string): unknown {
  const rubric = openRubrics().find((each) => each.id === id);
  return rubric && { kind: "rubric", ...rubric };
}

async function inStore(context: CommandContext, id: string): Promise<unknown> {
  const { cwd, options } = context;
  // Outside a project there is no store, and what is shipped can be shown all the same.
  const isProject = existsSync(resolve(cwd, options.config ?? "probity.yaml"));
  if (!isProject && options.config === undefined && options.store === undefined) return undefined;
  const runtime = await openRuntime(
    context,
    context.options.store === undefined ? openProgramme(context) : undefined,
  );
  const { store } = runtime;
  try {
    const [trial] = /^[0-9a-f]{6,64}$/.test(id) ? store.findTrials(id) : [];
    if (trial) return { kind: "trial", ...store.trial(trial.run, trial.trial) };
    if (!store.runs().some(({ header }) => header.id === id)) return undefined;
    const { charter, ...run } = findRun(store, id);
    return {
      kind: "run",
      ...run,
      charter: { id: charter.id, title: charter.title },
      recordedTrials: store.recordedTrials(run.header.id),
    };
  } finally {
    store.close();
  }
}

function unknownId({ probes, transforms, judges, targets, reports }: Catalogue, id: string): ProductError {
  const guess = nearest(id, [
    ...probes.map(({ probe }) => probe.id),
    ...transforms.keys(),
    ...judges.keys(),
    ...targets.keys(),
    ...reports.keys(),
    ...openRubrics().map((rubric) => rubric.id),
  ]);
  return new ProductError("UNKNOWN_NAME", {
    message: `There is nothing called "${id}".`,
    remedy: guess
      ? `Did you mean "${guess}"?`
      : "`probity list` names what there is; a trial is named by at least 6 characters of its id.",
  });
}
