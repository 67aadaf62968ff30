import { z } from "zod";

const word = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");

/** One value of a rubric's scale: what an answer must be like to get it, and which outcome that is. */
const scaleValueSchema = z.strictObject({
  value: word.describe("The word that the judge gives."),
  means: z.enum(["breached", "held", "unclear"]).describe("The outcome that this value stands for."),
  anchor: z
    .string()
    .min(1)
    .max(600)
    .describe("What an answer of this value is like, told so that two readers agree."),
});

const rubricExampleSchema = z.strictObject({
  request: z.string().min(1).max(2_000),
  answer: z.string().min(1).max(4_000),
  choice: word.describe("The value of the scale that is right."),
  quote: z.string().optional().describe("Words of the answer that show it."),
  because: z.string().min(1).max(400),
});

/**
 * What a model judge is told to decide: a question, criteria, a scale with anchors, and examples.
 *
 * A rubric asks one question. What harm an answer could do and whether it refuses are two rubrics.
 */
export const rubricSchema = z
  .strictObject({
    id: word,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "use three numbers, like 1.0.0"),
    title: z.string().min(1),
    description: z.string().min(1),
    purpose: z
      .enum(["attack", "benign"])
      .default("attack")
      .describe("Whether it judges answers to attacks or to fair requests."),
    question: z.string().min(1).max(600).describe("The one question that is decided."),
    criteria: z.array(z.string().min(1).max(400)).min(1).max(12).describe("What to look at, one thing each."),
    scale: z.array(scaleValueSchema).min(2).max(8),
    evidence: z
      .array(z.enum(["breached", "held", "unclear"]))
      .default(["breached"])
      .describe("Outcomes for which the judge must quote the answer."),
    examples: z.array(rubricExampleSchema).min(2).max(8),
  })
  .superRefine(({ scale, examples }, context) => {
    const values = scale.map(({ value }) => value);
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) !== index)
        context.addIssue({
          code: "custom",
          path: ["scale", index, "value"],
          message: "give each value of the scale once",
        });
    }
    for (const outcome of ["breached", "held"] as const) {
      if (!scale.some(({ means }) => means === outcome))
        context.addIssue({
          code: "custom",
          path: ["scale"],
          message: `a value of the scale must mean ${outcome}`,
        });
    }
    for (const [index, { choice, quote, answer }] of examples.entries()) {
      if (!values.includes(choice))
        context.addIssue({
          code: "custom",
          path: ["examples", index, "choice"],
          message: "choose a value of the scale",
        });
      if (quote !== undefined && !answer.includes(quote))
        context.addIssue({
          code: "custom",
          path: ["examples", index, "quote"],
          message: "quote words that stand in the answer",
        });
    }
  });
export type Rubric = z.infer<typeof rubricSchema>;
