import { compile } from "json-p3";
import { z } from "zod";
import { readDestination } from "../../wire/destination.ts";
import { headersSchema } from "../header-settings.ts";
import { placeholders, placeholdersIn } from "./template.ts";

const known: ReadonlySet<string> = new Set(placeholders);

/**
 * Settings of a plain HTTP target: a request template and a path to the text of the answer.
 *
 * Placeholders: `{{prompt}}` what the user says now (everything since the last answer), `{{messages}}` the whole conversation as a JSON list of
 * `{role, content}`, `{{conversationId}}` the same for all turns of a trial, `{{seed}}`. Secrets stand as
 * `${env:NAME}` in any string, and the engine replaces them before `ask` sees the settings.
 */
export const httpSettingsSchema = z
  .strictObject({
    url: z
      .string()
      .refine((url) => readDestination(url).kind === "destination", {
        error: "use an http or https URL without user name or password",
      })
      .refine((url) => placeholdersIn(url.split("?")[0]).length === 0, {
        error: "placeholders may stand in the query alone, after the question mark",
      })
      .describe("Address of the system. Placeholders may stand in its query."),
    method: z.enum(["POST", "PUT", "GET"]).default("POST"),
    headers: headersSchema,
    body: z
      .unknown()
      .optional()
      .describe("A JSON value, or a text, with placeholders such as {{prompt}} or {{messages}}."),
    answer: z
      .string()
      .superRefine((path, context) => {
        const fault = pathFault(path);
        if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
      })
      .optional()
      .describe(
        "JSONPath (RFC 9535) to the text in the JSON answer. The whole answer is the text when omitted.",
      ),
    stream: z
      .union([z.literal(false), z.enum(["sse", "ndjson"])])
      .default(false)
      .describe("Whether the answer comes in pieces: server-sent events, or one JSON value on each line."),
    keepsConversation: z
      .boolean()
      .default(false)
      .describe(
        "The system remembers earlier turns by {{conversationId}}, so that one turn is sent at a time.",
      ),
    acceptsSystemPrompt: z
      .boolean()
      .default(false)
      .describe(
        "Whether {{messages}} may hold a system message; probes that need one are skipped otherwise.",
      ),
  })
  .superRefine((settings, context) => {
    for (const { path, message } of contradictions(settings)) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
export type HttpSettings = z.infer<typeof httpSettingsSchema>;

interface Contradiction {
  readonly path: string;
  readonly message: string;
}

function contradictions(settings: {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly keepsConversation: boolean;
  readonly acceptsSystemPrompt: boolean;
}): readonly Contradiction[] {
  const { url, method, headers, body } = settings;
  const found: Contradiction[] = [];
  const refuse = (path: string, message: string) => found.push({ path, message });
  const said = placeholdersIn([url, body ?? null]);
  const used = placeholdersIn([url, headers, body ?? null]);
  for (const name of used.filter((each) => !known.has(each))) {
    refuse(
      "body",
      `{{${name}}} is no placeholder; use ${placeholders.map((each) => `{{${each}}}`).join(", ")}`,
    );
  }
  if (placeholdersIn(headers).some((name) => name === "prompt" || name === "messages")) {
    refuse("headers", "a header may hold {{conversationId}} and {{seed}} alone");
  }
  if (!said.includes("prompt") && !said.includes("messages")) {
    refuse("body", "nothing would be said: put {{prompt}} or {{messages}} into the body or the query");
  }
  if (method === "GET" && body !== undefined) refuse("body", "a GET request has no body; use the query");
  if (settings.keepsConversation && !used.includes("conversationId")) {
    refuse("keepsConversation", "put {{conversationId}} into the url, a header or the body");
  }
  if (settings.acceptsSystemPrompt && !said.includes("messages")) {
    refuse("acceptsSystemPrompt", "a system prompt is sent in {{messages}}; put it into the body");
  }
  return found;
}

function pathFault(path: string): string | undefined {
  try {
    compile(path);
    return undefined;
  } catch (error) {
    return `not a JSONPath: ${error instanceof Error ? error.message : "it cannot be read"}`;
  }
}

/** True when every request carries the whole conversation. */
export function sendsWholeConversation({ url, body }: Pick<HttpSettings, "url" | "body">): boolean {
  return placeholdersIn([url, body ?? null]).includes("messages");
}
