import { cancel, group, intro, outro, select, text } from "@clack/prompts";
import { practiceUrl, type ProjectAnswers } from "./project-file.ts";

/** Asks for what a first configuration needs; `undefined` when the person breaks off. */
export async function askForProject(defaults: ProjectAnswers): Promise<ProjectAnswers | undefined> {
  intro("A first probity.yaml");
  const ask = (
    message: string,
    initialValue: string,
    validate?: (value: string | undefined) => string | undefined,
  ) => text({ message, initialValue, ...(validate ? { validate } : {}) });
  const answers = await group(
    {
      title: () => ask("What is this programme called?", defaults.title, notEmpty),
      requester: () => ask("Who asks for it? (your name or pseudonym)", defaults.requester, notEmpty),
      url: () => ask("URL of the OpenAI-compatible API to test", defaults.url, httpUrl),
      model: () => ask("Model name to send", defaults.model, notEmpty),
      keyVariable: () =>
        ask("Environment variable that holds the API key (empty for none)", defaults.keyVariable, variable),
      environment: () =>
        select({
          message: "Which environment is it?",
          initialValue: defaults.environment,
          options: [
            { value: "test" as const },
            { value: "staging" as const },
            { value: "production" as const },
          ],
        }),
    },
    {
      // The group would go on to its next question.
      onCancel: () => {
        throw new BrokenOff();
      },
    },
  ).catch((error: unknown) => {
    if (error instanceof BrokenOff) return undefined;
    throw error;
  });
  if (!answers) {
    cancel("Nothing was written.");
    return undefined;
  }
  outro("Testing a system needs its owner's leave. The file has your attestation; read it before you run.");
  // What is planted in the practice range is planted nowhere else.
  return { ...defaults, ...answers, canaries: answers.url === practiceUrl ? defaults.canaries : [] };
}

/** The person pressed Ctrl-C at a question. */
class BrokenOff extends Error {}

const notEmpty = (value: string | undefined) => (value?.trim() ? undefined : "Something is needed here.");
const variable = (value: string | undefined) =>
  !value || /^[A-Za-z_][A-Za-z0-9_]*$/.test(value) ? undefined : "A variable's name, not the key itself.";

function httpUrl(value: string | undefined): string | undefined {
  const url = URL.parse(value ?? "");
  return url && (url.protocol === "http:" || url.protocol === "https:")
    ? undefined
    : "An http or https URL, such as https://api.example.com/v1";
}
