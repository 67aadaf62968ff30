import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { readStance } from "../../packages/library/src/refusal/read-stance.ts";
import { responseClasses } from "../../packages/library/src/response-class/response-model.ts";
import { foldOf } from "./folds.ts";
import { readWrittenRows, refusesBy, type Labelled } from "./labelled.ts";
import { calibrationError, confusionOf, f1, sensitivity, specificity, type Judged } from "./metrics.ts";
import { readPackExamples } from "./pack-examples.ts";
import { openingListRefuses, openingOrPhraseRefuses, phraseListRefuses } from "./phrase-list.ts";
import { compliesLeast, refusesAt, refusesRatherThanComplies, scoresOf, type Scored } from "./temperature.ts";

/** What the tables are made from. */
export interface Results {
  readonly heldOut: readonly Scored[];
  readonly within: readonly Scored[];
  readonly weights: Float64Array;
  readonly temperature: number;
  readonly featuresOf: (request: string, answer: string) => Int32Array;
  /** Path of the hand-written checks. */
  readonly challenge: string;
  /** Folder of the shipped probe packs. */
  readonly packs: string;
}

const figure = (value: number): string => (Number.isNaN(value) ? "-" : value.toFixed(3));
const line = (cells: readonly (string | number)[]): void => {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
};
const stanceRefuses = (answer: string): boolean => ["refused", "hedged"].includes(readStance(answer).stance);

/** Prints metrics within the training set and held out, beside phrase lists on the same rows. */
export function printTables(results: Results): void {
  const { heldOut, within, temperature } = results;
  process.stdout.write(`\nTemperature ${temperature}\n\n`);
  line([
    "held out",
    "n",
    "refusing",
    "F1 within",
    "F1 held out",
    "F1 of two",
    "spec. of two",
    "sensitivity",
    "specificity",
    "ECE",
    "rules F1",
    "rules spec.",
    "list F1",
    "list spec.",
    "opening F1",
    "F1 as read",
    "spec. as read",
    "list F1 as read",
    "opening F1 as read",
    "both F1",
    "both F1 as read",
    "F1 as judged",
    "spec. as judged",
  ]);
  line(Array.from({ length: 23 }, () => "---"));
  const judgedHeldOut = heldOut.filter(({ example }) => example.refuses !== undefined);
  const judgedWithin = within.filter(({ example }) => example.refuses !== undefined);
  const chosen = (wanted: (scored: Scored) => boolean): Sets => ({
    out: judgedHeldOut.filter(wanted),
    inside: judgedWithin.filter(wanted),
  });
  for (const fold of [...new Set(judgedHeldOut.map(({ example }) => foldOf(example)))].sort())
    printFold(
      fold,
      temperature,
      chosen((scored) => foldOf(scored.example) === fold),
    );
  for (const source of ["do-not-answer", "safety-rbr", "everyday turns", "written", "templates"])
    printFold(
      `all ${source}`,
      temperature,
      chosen((scored) => scored.example.source === source),
    );
  printHardRows(heldOut);
  printClasses(results);
  printChallenge(results);
}

/** Rows of people's labels on which a phrase list errs: refusals without the usual words, and answers with them. */
function printHardRows(heldOut: readonly Scored[]): void {
  process.stdout.write("\n");
  line([
    "held out, where the list errs",
    "refusals it misses",
    "found",
    "of two",
    "answers it takes for refusals",
    "read right",
    "of two",
  ]);
  line(Array.from({ length: 7 }, () => "---"));
  const rows = heldOut.filter(
    ({ example: { refuses, source } }) => refuses !== undefined && source !== "templates",
  );
  const errs = rows.filter(({ example }) => phraseListRefuses(example.answer) !== example.refuses);
  for (const fold of [...new Set(errs.map(({ example }) => foldOf(example))), "all"]) {
    const chosen = errs.filter(({ example }) => fold === "all" || foldOf(example) === fold);
    line([
      fold,
      ...[true, false].flatMap((refuses) => {
        const hard = chosen.filter(({ example }) => example.refuses === refuses);
        const right = (p: (scores: readonly number[], temperature: number) => number) =>
          figure(hard.filter(({ scores }) => p(scores, 1) >= 0.5 === refuses).length / hard.length);
        return [hard.length, right(refusesAt), right(refusesRatherThanComplies)];
      }),
    ]);
  }
}

interface Sets {
  readonly out: readonly Scored[];
  readonly inside: readonly Scored[];
}

function printFold(name: string, temperature: number, { out, inside }: Sets): void {
  const judge = (scored: readonly Scored[]): readonly Judged[] =>
    scored.map(({ example, scores }) => ({
      truth: example.refuses === true,
      said: refusesAt(scores, 1) >= 0.5,
    }));
  const by = (says: (answer: string) => boolean): readonly Judged[] =>
    out.map(({ example }) => ({ truth: example.refuses === true, said: says(example.answer) }));
  const held = confusionOf(judge(out));
  const two = confusionOf(
    out.map(({ example, scores }) => ({
      truth: example.refuses === true,
      said: refusesRatherThanComplies(scores, 1) >= 0.5,
    })),
  );
  const rules = confusionOf(by(stanceRefuses));
  const list = confusionOf(by(phraseListRefuses));
  const calibration = out.map(({ example, scores }) => ({
    p: refusesAt(scores, temperature),
    truth: example.refuses === true,
  }));
  line([
    name,
    out.length,
    held.tp + held.fn,
    figure(f1(confusionOf(judge(inside)))),
    figure(f1(held)),
    figure(f1(two)),
    figure(specificity(two)),
    figure(sensitivity(held)),
    figure(specificity(held)),
    figure(calibrationError(calibration)),
    figure(f1(rules)),
    figure(specificity(rules)),
    figure(f1(list)),
    figure(specificity(list)),
    figure(f1(confusionOf(by(openingListRefuses)))),
    ...asRead(out),
    ...asJudged(out),
  ]);
}

/** As the judge decides against the labels: what deflects or speaks of something else counts as not complying. */
function asJudged(out: readonly Scored[]): readonly string[] {
  const judged = confusionOf(
    out.map(({ example, scores }) => ({ truth: example.refuses === true, said: compliesLeast(scores) })),
  );
  return [figure(f1(judged)), figure(specificity(judged))];
}

/** The same against the class each row was given, where disclaimers that decline in words count as refusals. */
function asRead(out: readonly Scored[]): readonly string[] {
  const refusing = ({ example }: Scored): boolean =>
    example.class === "refusal" || example.class === "partial";
  const said = confusionOf(
    out.map((scored) => ({
      truth: refusing(scored),
      said: refusesRatherThanComplies(scored.scores, 1) >= 0.5,
    })),
  );
  const by = (says: (answer: string) => boolean) =>
    confusionOf(out.map((scored) => ({ truth: refusing(scored), said: says(scored.example.answer) })));
  return [
    figure(f1(said)),
    figure(specificity(said)),
    figure(f1(by(phraseListRefuses))),
    figure(f1(by(openingListRefuses))),
    figure(
      f1(
        confusionOf(
          out.map(({ example }) => ({
            truth: example.refuses === true,
            said: openingOrPhraseRefuses(example.answer),
          })),
        ),
      ),
    ),
    figure(f1(by(openingOrPhraseRefuses))),
  ];
}

function printClasses({ heldOut, within }: Results): void {
  process.stdout.write("\n");
  line(["class", "n", "precision within", "recall within", "precision held out", "recall held out"]);
  line(Array.from({ length: 6 }, () => "---"));
  for (const [index, name] of responseClasses.entries()) {
    const of = (scored: readonly Scored[]) =>
      confusionOf(
        scored
          .filter(({ example }) => example.weight > 0)
          .map(({ example, scores }) => ({
            truth: example.class === name,
            said: scores.indexOf(Math.max(...scores)) === index,
          })),
      );
    const [inside, outside] = [of(within), of(heldOut)];
    const precision = ({ tp, fp }: { tp: number; fp: number }) => tp / (tp + fp);
    line([
      name,
      outside.tp + outside.fn,
      ...[inside, outside].flatMap((c) => [figure(precision(c)), figure(sensitivity(c))]),
    ]);
  }
}

/** The checking set by part and by whether the answer refuses. */
function readParts(path: string): Readonly<Record<string, readonly Pick<Labelled, "request" | "answer">[]>> {
  const rows = readWrittenRows(path).flatMap(({ part = "", class: name, request, answer }) => {
    const refuses = refusesBy(name);
    return refuses === undefined
      ? []
      : [{ set: `${part}: ${refuses ? "refuse" : "comply"}`, request, answer }];
  });
  return Object.fromEntries(
    [...new Set(rows.map(({ set }) => set))].map((set) => [set, rows.filter((row) => row.set === set)]),
  );
}

type Styles = Readonly<Record<"complies" | "refuses", readonly Pick<Labelled, "request" | "answer">[]>>;

function printChallenge({ weights, temperature, featuresOf, challenge, packs }: Results): void {
  const sets = parse(readFileSync(challenge, "utf8")) as Record<
    string,
    readonly Pick<Labelled, "request" | "answer">[]
  >;
  process.stdout.write("\n");
  line(["hand-written checks, read right", "n", "classifier", "of two", "rules", "list", "opening list"]);
  line(Array.from({ length: 7 }, () => "---"));
  const [styles, sources, later, exaggerated] = ["styles", "sources", "later", "exaggerated"].map(
    (name) => parse(readFileSync(challenge.replace(".yaml", `-${name}.yaml`), "utf8")) as Styles,
  );
  const examples = readPackExamples(packs);
  const all = {
    ...sets,
    "styles, comply": styles.complies,
    "styles, refuse": styles.refuses,
    "sources, comply": sources.complies,
    "sources, refuse": sources.refuses,
    "later, comply": later.complies,
    "later, refuse": later.refuses,
    "exaggerated, comply": exaggerated.complies,
    "exaggerated, refuse": exaggerated.refuses,
    ...readParts(join(dirname(challenge), "checking.jsonl")),
    "packs, refuse": examples.filter(({ refuses }) => refuses),
    "packs, answer": examples.filter(({ refuses }) => !refuses),
  };
  for (const [name, rows] of Object.entries(all)) {
    const truth = name === "hardPositives" || name.endsWith("refuse");
    const share = (says: (row: Pick<Labelled, "request" | "answer">) => boolean) =>
      figure(rows.filter((row) => says(row) === truth).length / rows.length);
    const two = ({ request, answer }: Pick<Labelled, "request" | "answer">) =>
      refusesRatherThanComplies(scoresOf(weights, featuresOf(request, answer)), temperature);
    const p = ({ request, answer }: Pick<Labelled, "request" | "answer">) =>
      refusesAt(scoresOf(weights, featuresOf(request, answer)), temperature);
    line([
      name,
      rows.length,
      share((row) => p(row) >= 0.5),
      share((row) => two(row) >= 0.5),
      share((row) => stanceRefuses(row.answer)),
      share((row) => phraseListRefuses(row.answer)),
      share((row) => openingListRefuses(row.answer)),
    ]);
    for (const row of rows)
      if (p(row) >= 0.5 !== truth)
        process.stderr.write(`  ${name} wrong (${p(row).toFixed(2)}): ${row.answer.slice(0, 110)}\n`);
  }
}

/** Prints the held-out judgements that were furthest from people's, for whoever improves the phrases. */
export function printWorst({ heldOut, temperature }: Results, count: number): void {
  const missed = heldOut
    .filter(({ example }) => example.refuses !== undefined && example.source !== "templates")
    .map(({ example, scores }) => ({ example, p: refusesAt(scores, temperature) }))
    .filter(({ example, p }) => p >= 0.5 !== example.refuses)
    .toSorted((a, b) => Math.abs(b.p - 0.5) - Math.abs(a.p - 0.5));
  for (const { example, p } of missed.slice(0, count))
    process.stdout.write(
      `${example.group} ${example.refuses ? "missed" : "false"} ${p.toFixed(2)} | ${example.request.slice(-90)} => ${example.answer.slice(0, 260).replaceAll("\n", " ")}\n`,
    );
}
