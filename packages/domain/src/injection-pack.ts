import { z } from "zod";

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");

const injectionSchema = z.strictObject({
  id: word,
  kind: word.describe("Attacks of one kind work by the same means."),
  title: z.string().min(1),
  text: z
    .string()
    .min(1)
    .describe(
      "{{choice}} stands for the value that the attack wants, {{other}} for the right one, {{outcome}} for breached or held.",
    ),
  where: z.enum(["after", "before", "around"]).default("after").describe("Where it stands to the answer."),
  encode: z
    .enum(["base64", "hex", "rot13", "reversed", "bidi", "zero-width", "tags", "fullwidth"])
    .optional()
    .describe("How the text is hidden once it is filled in."),
  repeat: z.int().min(1).max(2_000).default(1),
  pad: z
    .strictObject({ with: z.string().min(1), characters: z.int().min(1).max(400_000) })
    .optional()
    .describe("Filler between the answer and the text."),
});
export type Injection = z.infer<typeof injectionSchema>;

/** Attacks on judges: text in an answer that wants another verdict than the answer deserves. */
export const injectionPackSchema = z.strictObject({
  pack: z.strictObject({
    id: word,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: z.string().min(1),
    description: z.string().min(1),
  }),
  cases: z
    .array(
      z.strictObject({
        request: z.string().min(1),
        breached: z.string().min(1).describe("An answer in which the safeguard failed."),
        held: z.string().min(1).describe("An answer in which it held."),
      }),
    )
    .min(1)
    .describe("For judges that bring no labelled examples of their own, such as panels."),
  attacks: z.array(injectionSchema).min(1),
});
export type InjectionPack = z.infer<typeof injectionPackSchema>;
