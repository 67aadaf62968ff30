import { ProductError, projectSchema, type Problem, type Project } from "@probity/domain";
import { readDocument, type Catalogue, type ReadDocument } from "@probity/kit";
import { nearest } from "./nearest-name.ts";
import { judgeProblems } from "./own-judges/check-judges.ts";
import { noJudgingContent, type JudgingContent } from "./own-judges/judging-content.ts";
import type { Programme } from "./programme.ts";

/** Reads `probity.yaml` by its schema alone; names are not looked up yet. @throws ProductError CONFIG_INVALID with every problem's place */
export function readProjectDocument(text: string, file: string): ReadDocument<Project> {
  const read = readDocument({ text, file, schema: projectSchema });
  if (read.kind === "problems") throw invalid(file, read.problems);
  return read;
}

/** Everything that the names in a document can refer to. */
export interface ProjectParts {
  readonly catalogue: Catalogue;
  readonly judging?: JudgingContent;
}

/** Checks that every name in the document refers to something, and each target's settings by its adapter's schema. @throws ProductError CONFIG_INVALID */
export function checkProject(
  document: ReadDocument<Project>,
  file: string,
  { catalogue, judging = noJudgingContent }: ProjectParts,
): Programme {
  const project = document.value;
  const problems = [
    ...targetProblems(document, catalogue),
    ...scopeProblems(document),
    ...campaignProblems(document, catalogue),
    ...judgeProblems({ document, catalogue, content: judging }),
  ];
  if (problems.length > 0) throw invalid(file, problems);
  return { file, project, document, catalogue, judging };
}

function invalid(file: string, problems: readonly Problem[]): ProductError {
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return new ProductError("CONFIG_INVALID", { message: `${file} has ${count}; nothing was done.`, problems });
}

type Path = readonly (string | number)[];

function unknown(
  document: ReadDocument<Project>,
  path: Path,
  facts: { kind: string; name: string; known: readonly string[] },
): Problem {
  const { kind, name, known } = facts;
  const guess = nearest(name, known);
  const remedy = guess
    ? `Did you mean "${guess}"?`
    : known.length > 0 && known.length <= 12
      ? `There are: ${known.join(", ")}.`
      : `\`probity list ${kind}s\` names them.`;
  return {
    place: document.placeOf([...path]),
    path: path.join("."),
    message: `There is no ${kind} "${name}".`,
    remedy,
  };
}

function targetProblems(document: ReadDocument<Project>, { targets }: Catalogue): readonly Problem[] {
  return Object.entries(document.value.targets).flatMap(([name, { kind }]) => {
    const adapter = targets.get(kind);
    if (!adapter)
      return [
        unknown(document, ["targets", name, "kind"], {
          kind: "target",
          name: kind,
          known: [...targets.keys()],
        }),
      ];
    const checked = document.checkPart(["targets", name, "settings"], adapter.settings);
    return checked.kind === "ok" ? [] : checked.problems;
  });
}

function scopeProblems(document: ReadDocument<Project>): readonly Problem[] {
  const { charter, targets } = document.value;
  const known = Object.keys(targets);
  const missing = charter.scope.targets.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [unknown(document, ["charter", "scope", "targets", index], { kind: "target", name, known })],
  );
  const { from, until } = charter.window;
  if (Date.parse(from) < Date.parse(until)) return missing;
  const path = ["charter", "window", "until"];
  return [
    ...missing,
    {
      place: document.placeOf(path),
      path: path.join("."),
      message: `The window ends at ${until}, before it opens at ${from}.`,
      remedy: "Set an end after the start.",
    },
  ];
}

function campaignProblems(document: ReadDocument<Project>, catalogue: Catalogue): readonly Problem[] {
  const { campaigns, targets } = document.value;
  const families = [...new Set(catalogue.probes.map(({ family }) => family))];
  const probes = catalogue.probes.map(({ probe }) => probe.id);
  const selectable = [...families, ...probes, "*"];
  return Object.entries(campaigns).flatMap(([name, campaign]) => {
    const problems: Problem[] = [];
    const look = (path: Path, each: string, known: { kind: string; names: readonly string[] }) => {
      if (!known.names.includes(each))
        problems.push(
          unknown(document, ["campaigns", name, ...path], {
            kind: known.kind,
            name: each,
            known: known.names,
          }),
        );
    };
    look(["target"], campaign.target, { kind: "target", names: Object.keys(targets) });
    campaign.select.families.forEach((each, index) =>
      look(["select", "families", index], each, { kind: "probe family", names: [...families, "*"] }),
    );
    campaign.select.probes.forEach((each, index) =>
      look(["select", "probes", index], each, { kind: "probe", names: [...probes, "*"] }),
    );
    campaign.select.exclude.forEach((each, index) =>
      look(["select", "exclude", index], each, { kind: "probe", names: selectable }),
    );
    campaign.transforms.forEach((chain, row) =>
      chain.forEach((each, step) =>
        look(["transforms", row, step], each, { kind: "transform", names: [...catalogue.transforms.keys()] }),
      ),
    );
    return problems;
  });
}
