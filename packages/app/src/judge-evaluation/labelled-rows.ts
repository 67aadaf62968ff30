import { ProductError, type Problem } from "@probity/domain";
import { z } from "zod";

/** One labelled answer, as a line of a JSON Lines file. */
export const labelledRowSchema = z.object({
  prompt: z.string(),
  response: z.string(),
  /** In the words of the data; a mapping says which outcome it stands for. */
  label: z.string(),
  language: z.string().optional(),
  source: z.string().optional(),
  /** What each of several people said, in the words of the data. */
  raters: z.array(z.string().nullable()).optional(),
});
export type LabelledRow = z.infer<typeof labelledRowSchema>;

/** Which label of the data stands for which outcome. Labels that are left out are left out of the evaluation, and counted. */
export const labelMapSchema = z.strictObject({
  breached: z.array(z.string()).min(1).describe("Labels of answers in which the safeguard failed."),
  held: z.array(z.string()).min(1).describe("Labels of answers in which it held."),
  purpose: z.enum(["attack", "benign"]).default("attack").describe("What the prompts were sent for."),
});
export type LabelMap = z.infer<typeof labelMapSchema>;

/** Data whose labels are the outcomes themselves needs no mapping. */
export const plainLabels: LabelMap = { breached: ["breached"], held: ["held"], purpose: "attack" };

/** Most problems told of one file. */
const mostProblems = 20;

/** Reads labelled answers from JSON Lines. Empty lines count nothing. @throws ProductError CONTENT_INVALID with the line of every problem */
export function readLabelledRows(text: string, file: string): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || problems.length === mostProblems) continue;
    const read = readLine(line);
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

function readLine(line: string): LabelledRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "This line is not JSON.";
  }
  const parsed = labelledRowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path }) => path.join(".") || "the whole line");
  return `These are missing or not text: ${missing.join(", ")}.`;
}
