import { people, probesOwn, type JudgeEntry, type Problem, type Project } from "@probity/domain";
import type { Catalogue, ReadDocument } from "@probity/kit";
import { nearest } from "../nearest-name.ts";
import { circleFrom } from "./find-circle.ts";
import type { JudgingContent } from "./judging-content.ts";

export interface JudgesCheck {
  readonly document: ReadDocument<Project>;
  readonly catalogue: Catalogue;
  readonly content: JudgingContent;
}

type Path = readonly (string | number)[];

/** Checks every name and setting under `judges`, the judges of the charter's scope, and what campaigns choose. */
export function judgeProblems(check: JudgesCheck): readonly Problem[] {
  const { judges } = check.document.value;
  return [
    ...check.content.problems,
    ...Object.entries(judges).flatMap(([name, entry]) => [
      ...nameProblems(check, name),
      ...entryProblems(check, name, entry),
    ]),
    ...scopeProblems(check),
    ...Object.keys(check.document.value.campaigns).flatMap((name) => campaignProblems(check, name)),
  ];
}

function problem({ document }: JudgesCheck, path: Path, told: { message: string; remedy: string }): Problem {
  return { place: document.placeOf([...path]), path: path.join("."), ...told };
}

function unknown(
  check: JudgesCheck,
  path: Path,
  facts: { what: string; name: string; known: readonly string[] },
): Problem {
  const { what, name, known } = facts;
  const guess = nearest(name, known);
  const remedy = guess
    ? `Did you mean "${guess}"?`
    : known.length > 0 && known.length <= 12
      ? `There are: ${known.join(", ")}.`
      : `\`probity list ${what}s\` names them.`;
  return problem(check, path, { message: `There is no ${what} "${name}".`, remedy });
}

function nameProblems(check: JudgesCheck, name: string): readonly Problem[] {
  const taken = name === people || name === probesOwn ? "has a meaning of its own" : "is a shipped judge";
  if (name !== people && name !== probesOwn && !check.catalogue.judges.has(name)) return [];
  return [
    problem(check, ["judges", name], {
      message: `"${name}" ${taken}.`,
      remedy: "Give your judge another name.",
    }),
  ];
}

function entryProblems(check: JudgesCheck, name: string, entry: JudgeEntry): readonly Problem[] {
  switch (entry.kind) {
    case "model":
      return modelProblems(check, ["judges", name], entry);
    case "rule":
      return ruleProblems(check, ["judges", name], entry);
    case "cascade":
      return [
        ...entry.steps.flatMap((step, index) =>
          stepProblems(check, ["judges", name, "steps", index], {
            step,
            last: index === entry.steps.length - 1,
          }),
        ),
        ...circleProblems(check, ["judges", name, "steps"], name),
      ];
    case "vote":
      return [
        ...entry.members.flatMap((member, index) =>
          voterProblems(check, ["judges", name, "members", index], {
            member,
            again: entry.members.indexOf(member) < index,
          }),
        ),
        ...circleProblems(check, ["judges", name, "members"], name),
        ...weightProblems(check, ["judges", name], entry),
      ];
  }
}

function modelProblems(
  check: JudgesCheck,
  path: Path,
  { target, rubric }: Extract<JudgeEntry, { kind: "model" }>,
): readonly Problem[] {
  const targets = Object.keys(check.document.value.targets);
  const { rubrics } = check.content;
  const problems: Problem[] = [];
  if (!targets.includes(target))
    problems.push(unknown(check, [...path, "target"], { what: "target", name: target, known: targets }));
  // A path that cannot be read is told by whoever read it.
  if (!rubrics.has(rubric) && !rubric.endsWith(".yaml")) {
    const known = [...rubrics.keys()].filter((id) => !id.endsWith(".yaml"));
    problems.push(unknown(check, [...path, "rubric"], { what: "rubric", name: rubric, known }));
  }
  return problems;
}

function ruleProblems(
  check: JudgesCheck,
  path: Path,
  entry: Extract<JudgeEntry, { kind: "rule" }>,
): readonly Problem[] {
  const { judges } = check.catalogue;
  const judge = judges.get(entry.use);
  if (!judge)
    return [unknown(check, [...path, "use"], { what: "judge", name: entry.use, known: [...judges.keys()] })];
  if (Object.keys(entry.with).length === 0)
    return judge.settings.safeParse({}).success ? [] : [needsSettings(check, path, entry.use)];
  const checked = check.document.checkPart([...path, "with"], judge.settings);
  return checked.kind === "ok" ? [] : checked.problems;
}

function stepProblems(
  check: JudgesCheck,
  path: Path,
  { step, last }: { readonly step: string; readonly last: boolean },
): readonly Problem[] {
  if (step !== people) return memberProblems(check, path, step);
  if (last) return [];
  const message = "People do not come before other steps.";
  return [problem(check, path, { message, remedy: "Put `people` last." })];
}

function voterProblems(
  check: JudgesCheck,
  path: Path,
  { member, again }: { readonly member: string; readonly again: boolean },
): readonly Problem[] {
  if (member === people) {
    const message = "People have no vote in a panel.";
    const remedy = "Put `people` last in a cascade that has this vote as a step.";
    return [problem(check, path, { message, remedy })];
  }
  const twice = { message: `"${member}" votes twice.`, remedy: "Name each member once." };
  return [...memberProblems(check, path, member), ...(again ? [problem(check, path, twice)] : [])];
}

/** A member must be a judge of one's own, the probe's own, or a shipped one that needs no settings. */
function memberProblems(check: JudgesCheck, path: Path, name: string): readonly Problem[] {
  const { catalogue, document } = check;
  const own = Object.keys(document.value.judges);
  if (name === probesOwn || own.includes(name)) return [];
  const judge = catalogue.judges.get(name);
  if (!judge)
    return [
      unknown(check, path, { what: "judge", name, known: [...own, probesOwn, ...catalogue.judges.keys()] }),
    ];
  return judge.settings.safeParse({}).success ? [] : [needsSettings(check, path, name)];
}

function needsSettings(check: JudgesCheck, path: Path, name: string): Problem {
  return problem(check, path, {
    message: `Judge "${name}" needs settings.`,
    remedy: `Make a judge of your own of it: { kind: rule, use: ${name}, with: { … } }; \`probity show ${name}\` explains them.`,
  });
}

function circleProblems(check: JudgesCheck, path: Path, name: string): readonly Problem[] {
  const circle = circleFrom(name, check.document.value.judges);
  if (!circle) return [];
  return [
    problem(check, path, {
      message: `This panel asks itself: ${circle.join(" -> ")}.`,
      remedy: "Take one of them out.",
    }),
  ];
}

function weightProblems(
  check: JudgesCheck,
  path: Path,
  entry: Extract<JudgeEntry, { kind: "vote" }>,
): readonly Problem[] {
  if (entry.weights === "equal") return [];
  const weights = check.content.weights.get(entry.weights);
  if (!weights) {
    if (entry.weights.endsWith(".yaml")) return [];
    return [
      problem(check, [...path, "weights"], {
        message: `"${entry.weights}" is neither \`equal\` nor a path to weights.`,
        remedy: "Write `equal`, or the path that `probity judge weigh --out` wrote, ending in .yaml.",
      }),
    ];
  }
  return entry.members.flatMap((member, index) =>
    weights.judges[member]
      ? []
      : [
          problem(check, [...path, "members", index], {
            message: `${entry.weights} has no weight for "${member}".`,
            remedy: "Measure the members again with `probity judge weigh`.",
          }),
        ],
  );
}

function scopeProblems(check: JudgesCheck): readonly Problem[] {
  const { charter, targets } = check.document.value;
  const known = Object.keys(targets);
  return (charter.scope.judges ?? []).flatMap((name, index) =>
    known.includes(name)
      ? []
      : [unknown(check, ["charter", "scope", "judges", index], { what: "target", name, known })],
  );
}

function campaignProblems(check: JudgesCheck, campaign: string): readonly Problem[] {
  const { document, catalogue } = check;
  const { judging } = document.value.campaigns[campaign] ?? {};
  if (!judging) return [];
  const path = ["campaigns", campaign, "judging"];
  const families = [...new Set(catalogue.probes.map(({ family }) => family))];
  return [
    ...memberProblems(check, [...path, "use"], judging.use),
    ...purposeProblems(check, [...path, "use"], { name: judging.use, purpose: "attack" }),
    ...memberProblems(check, [...path, "benign"], judging.benign),
    ...purposeProblems(check, [...path, "benign"], { name: judging.benign, purpose: "benign" }),
    ...Object.entries(judging.families).flatMap(([family, name]) => [
      ...(families.includes(family)
        ? []
        : [
            unknown(check, [...path, "families", family], {
              what: "probe family",
              name: family,
              known: families,
            }),
          ]),
      ...memberProblems(check, [...path, "families", family], name),
      ...purposeProblems(check, [...path, "families", family], { name, purpose: "attack" }),
    ]),
  ];
}

function purposeProblems(
  check: JudgesCheck,
  path: Path,
  { name, purpose }: { readonly name: string; readonly purpose: "attack" | "benign" },
): readonly Problem[] {
  const entry = check.document.value.judges[name];
  const rubric = entry?.kind === "model" ? check.content.rubrics.get(entry.rubric) : undefined;
  if (!rubric || rubric.purpose === purpose) return [];
  const [is, wanted] =
    purpose === "attack" ? ["fair requests", "judging.benign"] : ["attacks", "judging.use"];
  return [
    problem(check, path, {
      message: `Rubric ${rubric.id} judges answers to ${is}.`,
      remedy: `Choose it under ${wanted}.`,
    }),
  ];
}
