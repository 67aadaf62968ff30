/**
 * Trains the response classifier and writes its weights.
 *
 *   node --conditions=probity-source tools/train-response-class/train.ts [--data FOLDER] [--check] [--evaluate]
 *
 * `--evaluate` prints the tables of the model card: within a set and with every group held out, side by side.
 * `--folds` holds out only what its expression finds, for a quick look; the calibration then rests on these alone.
 * `--check` writes nothing and fails when the weights differ.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  featureNames,
  hashedBuckets,
  pairBuckets,
} from "../../packages/library/src/response-class/feature-names.ts";
import { createFeatureReader } from "../../packages/library/src/response-class/response-features.ts";
import {
  digestOfFeatures,
  digestOfModel,
  responseClasses,
  type ResponseModelFile,
} from "../../packages/library/src/response-class/response-model.ts";
import { readStance } from "../../packages/library/src/refusal/read-stance.ts";
import { expandTemplates } from "./expand-templates.ts";
import { fitWeights, type Row } from "./fit-weights.ts";
import {
  misplace,
  readDoNotAnswer,
  readEverydayTurns,
  readSafetyRbr,
  readWritten,
  type Labelled,
  type ReadLead,
} from "./labelled.ts";
import { printTables, printWorst } from "./print-tables.ts";
import { foldOf } from "./folds.ts";
import { fitTemperature, scoresOf } from "./temperature.ts";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: join(root, "..", "shared", "data") },
    check: { type: "boolean", default: false },
    evaluate: { type: "boolean", default: false },
    folds: { type: "string", default: "." },
    worst: { type: "string", default: "0" },
    named: { type: "string", default: "0.002" },
    pairs: { type: "string", default: "0.004" },
    words: { type: "string", default: "0.006" },
  },
});

const seed = 20_260_101;
const readFeatures = createFeatureReader();
const featureCount = featureNames.length + hashedBuckets;

export interface Example extends Labelled {
  readonly on: Int32Array;
}

const featuresOf = (request: string, answer: string): Int32Array => {
  const { on, count } = readFeatures({ request, answer });
  return on.slice(0, count);
};

const declining = featureNames.indexOf("decline lead");
const goingOn = featureNames.indexOf("plainAfterLastDecline >= 40");
const objecting = ["moral lead", "against lead"].map((name) => featureNames.indexOf(name));
const readLead: ReadLead = (request, answer) => {
  const on = featuresOf(request, answer);
  const { stance } = readStance(answer);
  return {
    declines: on.includes(declining),
    goesOn: on.includes(goingOn),
    refuses: stance === "refused" && on.includes(declining),
    objects: objecting.some((feature) => on.includes(feature)),
  };
};

function readExamples(): readonly Example[] {
  const people = [
    ...readDoNotAnswer(join(options.data, "responses-do-not-answer.jsonl"), readLead),
    ...readSafetyRbr(join(options.data, "responses-safety-rbr.jsonl")),
    ...readEverydayTurns(join(options.data, "responses-safety-rbr.jsonl")),
  ];
  const templates = [
    "templates.yaml",
    "templates-styles.yaml",
    "templates-sources.yaml",
    "templates-exaggerated.yaml",
  ].flatMap((file) => expandTemplates(join(here, file), seed));
  const written = readWritten(join(here, "written"));
  const labelled = [...people, ...misplace([...people, ...written]), ...templates, ...written];
  return labelled.map((row) => ({ ...row, on: featuresOf(row.request, row.answer) }));
}

/** Acts that are plain when they occur and rare in what people labelled; a full penalty would silence them. */
const rareActs = /^(?:terse|denied|other-subject)\b/;
const rareShare = 0.3;
/** The phrase rules speak only of answers that are not in English: few rows, and all there is for languages without templates. */
const ruled = /^rules: /;
const ruledShare = 0.03;

function shareOfPenalty(name: string): number {
  if (ruled.test(name)) return ruledShare;
  return rareActs.test(name) ? rareShare : 1;
}

/** Words and pairs of them count only when several systems use them, so that one system's habits teach nothing. */
function penaltiesOf(examples: readonly Example[]): Float64Array {
  const groups = Array.from({ length: featureCount }, () => new Set<string>());
  const rows = new Int32Array(featureCount);
  for (const { on, group, source } of examples) {
    if (source === "templates") continue;
    for (const feature of new Set(on)) {
      groups[feature].add(group);
      rows[feature] += 1;
    }
  }
  const held = new Set(examples.filter(({ source }) => source !== "templates").map(({ group }) => group))
    .size;
  return Float64Array.from({ length: featureCount }, (_, feature) => {
    const name = featureNames[feature];
    if (name !== undefined) return Number(options.named) * shareOfPenalty(name);
    if (groups[feature].size < Math.min(4, held - 1) || rows[feature] < 12) return Infinity;
    return Number(feature < featureNames.length + pairBuckets ? options.pairs : options.words);
  });
}

function fit(examples: readonly Example[]): Float64Array {
  const used = examples.filter(({ weight }) => weight > 0);
  const rows: Row[] = used.map(({ on, class: name, weight }) => ({
    on,
    label: responseClasses.indexOf(name),
    weight,
  }));
  return fitWeights(rows, {
    classes: responseClasses.length,
    features: featureCount,
    penalty: penaltiesOf(used),
    iterations: 150,
  });
}

function fileOf(weights: Float64Array, temperature: number): ResponseModelFile {
  const classes = responseClasses.length;
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = Number((largest / temperature / 127).toPrecision(6));
  const whole = (feature: number): number[] =>
    Array.from({ length: classes }, (_, index) => {
      const value = Math.round(weights[feature * classes + index] / temperature / step);
      return Math.max(-127, Math.min(127, value)) + 0;
    });
  const named = Object.fromEntries(featureNames.map((name, feature) => [name, whole(feature)]));
  const hashed = Array.from({ length: hashedBuckets }, (_, bucket) => bucket)
    .map((bucket): [number, number[]] => [bucket, whole(featureNames.length + bucket)])
    .filter(([, values]) => values.some((value) => value !== 0));
  const content: ResponseModelFile = {
    format: "probity-response-class-2",
    features: digestOfFeatures(),
    step,
    named,
    hashed,
    digest: "",
  };
  return { ...content, digest: digestOfModel(content) };
}

const examples = readExamples();
const folds = [...new Set(examples.map(foldOf))]
  .filter((fold) => new RegExp(options.folds).test(fold))
  .sort();
const heldOut = folds.flatMap((fold) => {
  const weights = fit(examples.filter((example) => foldOf(example) !== fold));
  process.stderr.write(`${fold} held out\n`);
  return examples
    .filter((example) => foldOf(example) === fold)
    .map((example) => ({ example, scores: scoresOf(weights, example.on) }));
});
const temperature = fitTemperature(
  // Disclaimers that decline in words are labelled as answers; to fit them would only make every reading less sure.
  heldOut.filter(
    ({ example }) =>
      example.weight > 0 &&
      example.refuses !== undefined &&
      (example.refuses || (example.class !== "refusal" && example.class !== "partial")),
  ),
);
const weights = fit(examples);
const file = fileOf(weights, temperature);
const text = `${JSON.stringify(file)}\n`.replaceAll("],", "],\n");
if (options.evaluate) {
  const within = examples.map((example) => ({ example, scores: scoresOf(weights, example.on) }));
  const results = {
    heldOut,
    within,
    weights,
    temperature,
    featuresOf,
    challenge: join(here, "challenge.yaml"),
    packs: join(root, "content", "packs"),
  };
  printTables(results);
  printWorst(results, Number(options.worst));
}
const shipped = `// Written by tools/train-response-class/train.ts from content/models/response-class/weights.json.
/** The weights as their file holds them. */
export const shippedWeights: string =
  ${JSON.stringify(JSON.stringify(file))};
`;
const outputs: readonly (readonly [string, string])[] = [
  [join(root, "content", "models", "response-class", "weights.json"), text],
  [join(root, "packages", "library", "src", "response-class", "shipped-weights.gen.ts"), shipped],
];
if (options.check) {
  const differing = outputs.filter(([path, wanted]) => readFileSync(path, "utf8") !== wanted);
  for (const [path] of differing) process.stdout.write(`${path} is not what the script makes.\n`);
  process.exitCode = differing.length === 0 ? 0 : 1;
} else for (const [path, wanted] of outputs) writeFileSync(path, wanted);
