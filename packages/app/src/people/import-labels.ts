import {
  labelOutcomes,
  newestRatings,
  ProductError,
  type Problem,
  type RunId,
  type TrialId,
} from "@probity/domain";
import { z } from "zod";
import { findRun } from "../find-run.ts";
import type { Programme, Runtime } from "../programme.ts";
import { choiceOf } from "./next-labels.ts";
import { recordLabels, type LabelInputs } from "./record-label.ts";
import { findTrial, readRunReview, type RunReview } from "./run-review.ts";
import { requireRater } from "./who-may.ts";

/** One label made elsewhere. */
const labelRowSchema = z.object({
  trial: z.string().regex(/^[0-9a-f]{6,64}$/, "the start of a trial's id, at least 6 characters"),
  outcome: z.enum(labelOutcomes, `one of ${labelOutcomes.join(", ")}`),
  reason: z.string().max(4000).optional(),
  run: z.string().optional(),
});

export interface ImportInputs {
  readonly text: string;
  /** For naming places. */
  readonly file: string;
  readonly by: string;
  /** Run of lines that name none; the newest that has the trial unless given. */
  readonly run: string | undefined;
}

export interface ImportedLabels {
  readonly recorded: number;
  /** Lines that say what the person had said already. */
  readonly known: number;
  readonly runs: readonly RunId[];
}

/** Most problems told of one file; how many there are is said. */
const mostProblems = 20;

/**
 * Records labels made elsewhere, all or none. Trials that were drawn keep how they were; others are labels by hand.
 *
 * @throws ProductError NOT_A_RATER, UNKNOWN_NAME of the run, or LABELS_INVALID with the line of every problem
 */
export function importLabels(programme: Programme, runtime: Runtime, inputs: ImportInputs): ImportedLabels {
  requireRater(programme.project.charter, inputs.by);
  const run = inputs.run === undefined ? undefined : findRun(runtime.store, inputs.run).header.id;
  const reading = { inputs: { ...inputs, run }, runtime, reviews: prepareReviews(runtime) };
  const lines = readLines(reading);
  const problems = [...lines, ...contradictions(lines)].flatMap(({ line, problem }) =>
    problem === undefined ? [] : [{ place: { file: inputs.file, line, column: 1 }, message: problem }],
  );
  if (lines.length === 0 || problems.length > 0) throw invalid(inputs.file, problems);
  const labels = lines.flatMap(({ label }) => label ?? []);
  recordLabels(programme, runtime, labels);
  return {
    recorded: labels.length,
    known: lines.length - labels.length,
    runs: [...new Set(labels.map((label) => label.run))],
  };
}

/** A line with something on it: a label, a problem, or neither where it says nothing new. */
interface ReadLine {
  readonly line: number;
  readonly of?: string;
  readonly label?: LabelInputs;
  readonly problem?: string;
}

function readLines(reading: Reading): readonly ReadLine[] {
  return reading.inputs.text.split("\n").flatMap((text, index): ReadLine[] => {
    if (text.trim() === "") return [];
    const read = readLine(text, reading);
    return [{ line: index + 1, ...(typeof read === "string" ? { problem: read } : read) }];
  });
}

/** One person says one thing of one trial in one file; which of two is meant is not for us to guess. */
function contradictions(lines: readonly ReadLine[]): readonly ReadLine[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, of }): ReadLine[] => {
    if (of === undefined) return [];
    const earlier = first.get(of);
    first.set(of, earlier ?? line);
    return earlier === undefined
      ? []
      : [{ line, problem: `Line ${earlier} has a label of this trial already.` }];
  });
}

function invalid(file: string, problems: readonly Problem[]): ProductError {
  if (problems.length === 0)
    return new ProductError("LABELS_INVALID", {
      message: `${file} holds no label; none was recorded.`,
      remedy: 'Each line is one JSON object: {"trial": "…", "outcome": "breached"}.',
    });
  const more = problems.length - mostProblems;
  return new ProductError("LABELS_INVALID", {
    message: `${file} has lines that are no labels${more > 0 ? `, the first ${mostProblems} of ${problems.length} below` : ""}; none was recorded.`,
    problems: problems.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)).slice(0, mostProblems),
  });
}

function prepareReviews({ store }: Runtime): (run: RunId) => RunReview {
  const read = new Map<RunId, RunReview>();
  return (run) => {
    const review = read.get(run) ?? readRunReview(store, findRun(store, run));
    read.set(run, review);
    return review;
  };
}

interface Reading {
  readonly inputs: ImportInputs;
  readonly runtime: Runtime;
  readonly reviews: (run: RunId) => RunReview;
}

/** What a line says and of which trial; or what is wrong with it. Without a label it says nothing new. */
function readLine(text: string, reading: Reading): Pick<ReadLine, "of" | "label"> | string {
  const row = parseRow(text);
  if (typeof row === "string") return row;
  const { by, run } = reading.inputs;
  const found = lookUp(reading, row.trial, row.run ?? run);
  if (typeof found === "string") return found;
  const of = `${found.run} ${found.trial}`;
  const review = reading.reviews(found.run);
  const earlier = newestRatings(review.labels.get(found.trial) ?? []);
  const own = earlier.find(({ rater }) => rater === by);
  if (own?.outcome === row.outcome) return { of };
  const choice = choiceOf(review, found.trial);
  const second = own?.part === "second-rating" || (!own && earlier.length > 0);
  const label = {
    rater: by,
    outcome: row.outcome,
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    part: second ? ("second-rating" as const) : ("rating" as const),
    blind: choice.kind === "drawn",
    choice,
  };
  return { of, label: { ...found, label } };
}

function parseRow(line: string): z.infer<typeof labelRowSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "This line is not JSON.";
  }
  const parsed = labelRowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.path.join(".") ?? "";
  if (key === "") return "This line is no JSON object.";
  const isMissing = typeof value === "object" && value !== null && !Object.hasOwn(value, key);
  return isMissing ? `${key} is missing.` : `${key}: ${issue?.message ?? "is not what it should be"}.`;
}

function lookUp(
  { runtime }: Reading,
  trial: string,
  run: string | undefined,
): { readonly run: RunId; readonly trial: TrialId } | string {
  try {
    return findTrial(runtime.store, trial, run);
  } catch (error) {
    if (error instanceof ProductError) return error.message.replace("; nothing was recorded.", ".");
    throw error;
  }
}
