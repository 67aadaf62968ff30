import { secretReferenceSchema } from "@probity/domain";
import { z } from "zod";
import { readDestination } from "../../wire/destination.ts";
import { headersSchema } from "../header-settings.ts";

/** Fields of the request that the adapter writes; `extraBody` may not replace them. */
const written = ["model", "messages", "stream", "stream_options", "tools", "seed", "n"];

/**
 * Settings of an OpenAI-compatible target.
 *
 * Parse them as they stand in the file, with secrets as references; the engine then replaces `${env:NAME}` in any
 * string by its value, and `ask` gets the result, which has the same type.
 */
export const chatCompletionsSettingsSchema = z.strictObject({
  url: z
    .string()
    .refine((url) => readDestination(url).kind === "destination", {
      error: "use an http or https URL without user name or password, like https://api.example.com/v1",
    })
    .overwrite(endpointOf)
    .describe("Base address, usually ending in /v1, or the full address of chat/completions."),
  model: z.string().min(1).describe("Model name as the system knows it."),
  apiKey: secretReferenceSchema.optional().describe("Sent as a bearer token."),
  headers: headersSchema,
  stream: z.boolean().default(false).describe("Ask for the answer in pieces (server-sent events)."),
  sendSeed: z.boolean().default(true).describe("Send the trial's seed. Turn off if the system refuses it."),
  acceptsSystemPrompt: z
    .boolean()
    .default(true)
    .describe("Whether a system message may be sent; probes that need one are skipped otherwise."),
  tools: z
    .boolean()
    .default(true)
    .describe("Whether tools may be offered; probes that need them are skipped otherwise."),
  tokenLimitField: z
    .enum(["max_tokens", "max_completion_tokens"])
    .default("max_tokens")
    .describe("Name of the field that bounds the answer's length."),
  structuredOutput: z
    .enum(["json-schema", "json-object"])
    .optional()
    .describe(
      "How the system can be held to JSON when it judges: response_format json_schema or json_object. Without it, it is only asked.",
    ),
  extraBody: z
    .record(z.string(), z.unknown())
    .default({})
    .superRefine((extra, context) => {
      for (const name of written.filter((each) => each in extra)) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: `${name} is written by Probity; leave it out`,
        });
      }
    })
    .describe("Further fields of the request, as the system documents them."),
});
export type ChatCompletionsSettings = z.infer<typeof chatCompletionsSettingsSchema>;

/**
 * The full address of `chat/completions` for a base address. A base without a path gets `/v1` too; a query stays.
 *
 * Full addresses come back as they are, so applying it twice changes nothing.
 */
export function endpointOf(url: string): string {
  // The text is kept as it stands: writing the URL anew would percent-encode a ${env:NAME} in its path.
  const [, address = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  const stem = address.replace(/\/+$/, "");
  if (stem.endsWith("/chat/completions")) return `${stem}${query}`;
  const base = URL.parse(address)?.pathname.replace(/\/+$/, "") === "" ? `${stem}/v1` : stem;
  return `${base}/chat/completions${query}`;
}
