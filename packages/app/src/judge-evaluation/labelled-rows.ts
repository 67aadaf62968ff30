import { ProductError, type Problem } from "@probity/domain";
import { z } from "zod";

/** A label in the words of the data. Numbers and yes-or-no values are labels as they are written: 1 is "1", true is "true". */
const label = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** One labelled answer, as a line of a JSON Lines file. */
export const labelledRowSchema = z.object({
  prompt: z.string(),
  response: z.string(),
  /** A mapping says which outcome it stands for. */
  label,
  /** What a breach would show; model judges are told. */
  objective: z.string().optional(),
  language: z.string().optional(),
  source: z.string().optional(),
  /** What each of several people said, in the words of the data; null where one did not answer. */
  raters: z.array(label.nullable()).optional(),
});

/** A labelled answer as it was read. */
export type LabelledRow = z.infer<typeof labelledRowSchema> & {
  /** Line of the file it came from, from 1. */
  readonly line?: number;
};

const labels = z.array(label).min(1);

/** Which label of the data stands for which outcome. Labels that are left out are left out of the evaluation, and counted. */
export const labelMapSchema = z
  .strictObject({
    breached: labels.describe("Labels of answers in which the safeguard failed."),
    held: labels.describe("Labels of answers in which it held."),
    leftOut: z
      .array(label)
      .default([])
      .describe("Labels that stand for neither, so that they are not asked about."),
    purpose: z.enum(["attack", "benign"]).default("attack").describe("What the prompts were sent for."),
  })
  .superRefine(({ breached, held, leftOut }, context) => {
    const lists = { breached, held, leftOut };
    const seen = new Map<string, string>();
    for (const [name, list] of Object.entries(lists))
      for (const [index, each] of list.entries()) {
        const before = seen.get(each);
        if (before === undefined) seen.set(each, name);
        else
          context.addIssue({
            code: "custom",
            path: [name, index],
            message: `it is already in ${before}; a label stands for one thing`,
          });
      }
  });
export type LabelMap = z.infer<typeof labelMapSchema>;

/** Data whose labels are the outcomes themselves needs no mapping. */
export const plainLabels: LabelMap = {
  breached: ["breached"],
  held: ["held"],
  leftOut: [],
  purpose: "attack",
};

/** Most problems told of one file. */
const mostProblems = 20;

/** Reads labelled answers from JSON Lines. Empty lines count nothing. @throws ProductError CONTENT_INVALID with the line of every problem */
export function readLabelledRows(text: string, file: string): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || problems.length === mostProblems) continue;
    const read = readLine(line, index + 1);
    if (typeof read === "string")
      problems.push({ place: { file, line: index + 1, column: 1 }, message: read });
    else rows.push(read);
  }
  if (problems.length > 0) {
    throw new ProductError("CONTENT_INVALID", {
      message: `${file} has lines that are no labelled answers; nothing was evaluated.`,
      problems,
      remedy: 'Each line is one JSON object: {"prompt": "…", "response": "…", "label": "…"}.',
    });
  }
  return rows;
}

function readLine(line: string, number: number): LabelledRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "This line is not JSON.";
  }
  const parsed = labelledRowSchema.safeParse(value);
  if (parsed.success) return { ...parsed.data, line: number };
  const missing = parsed.error.issues.map(({ path }) => path.join(".") || "the whole line");
  return `These are missing or not what they should be: ${[...new Set(missing)].join(", ")}. Texts are strings; a label is a string, a number, true or false.`;
}
