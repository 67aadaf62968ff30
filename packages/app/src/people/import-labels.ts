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
  outcome: z.enum(labelOutcomes),
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

/** Most problems told of one file. */
const mostProblems = 20;

/**
 * Records labels made elsewhere, all or none. Trials that were drawn keep how they were; others are labels by hand.
 *
 * @throws ProductError NOT_A_RATER, or LABELS_INVALID with the line of every problem
 */
export function importLabels(programme: Programme, runtime: Runtime, inputs: ImportInputs): ImportedLabels {
  requireRater(programme.project.charter, inputs.by);
  const reviews = prepareReviews(runtime);
  const labels: LabelInputs[] = [];
  const problems: Problem[] = [];
  let known = 0;
  for (const [index, line] of inputs.text.split("\n").entries()) {
    if (line.trim() === "" || problems.length === mostProblems) continue;
    const read = readLine(line, { inputs, runtime, reviews });
    if (typeof read === "string") {
      problems.push({ place: { file: inputs.file, line: index + 1, column: 1 }, message: read });
    } else if (read === undefined) known += 1;
    else labels.push(read);
  }
  if (problems.length > 0) {
    throw new ProductError("LABELS_INVALID", {
      message: `${inputs.file} has lines that are no labels; none was recorded.`,
      problems,
    });
  }
  recordLabels(programme, runtime, labels);
  return { recorded: labels.length, known, runs: [...new Set(labels.map(({ run }) => run))] };
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

/** A label; what is wrong with the line; or `undefined` when it says nothing new. */
function readLine(line: string, reading: Reading): LabelInputs | string | undefined {
  const row = parseRow(line);
  if (typeof row === "string") return row;
  const { by, run } = reading.inputs;
  const found = lookUp(reading, row.trial, row.run ?? run);
  if (typeof found === "string") return found;
  const review = reading.reviews(found.run);
  const earlier = newestRatings(review.labels.get(found.trial) ?? []);
  const own = earlier.find(({ rater }) => rater === by);
  if (own?.outcome === row.outcome) return undefined;
  const choice = choiceOf(review, found.trial);
  const second = own?.part === "second-rating" || (!own && earlier.length > 0);
  return {
    ...found,
    label: {
      rater: by,
      outcome: row.outcome,
      ...(row.reason === undefined ? {} : { reason: row.reason }),
      part: second ? "second-rating" : "rating",
      blind: choice.kind === "drawn",
      choice,
    },
  };
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
  return `${issue?.path.join(".") ?? "The line"}: ${issue?.message ?? "is not a label"}.`;
}

function lookUp(
  { runtime }: Reading,
  trial: string,
  run: string | undefined,
): { readonly run: RunId; readonly trial: TrialId } | string {
  try {
    return findTrial(runtime.store, trial, run);
  } catch (error) {
    if (error instanceof ProductError) return error.message;
    throw error;
  }
}
