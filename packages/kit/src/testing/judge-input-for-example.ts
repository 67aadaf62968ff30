import type { Canary, ExampleReply, Message, Probe, Purpose } from "@probity/domain";
import type { JudgeInput } from "../define-judge.ts";

/** What `{{canary}}` stands for in examples. Unlikely in any real text, and of the shape that planted canaries have. */
export const exampleCanaryValue = "cnry-7f3a9c21d5e8";

/** Puts the example canary where a text says `{{canary}}`. */
export function withExampleCanary(text: string): string {
  return text.replaceAll("{{canary}}", exampleCanaryValue);
}

/** One example of a probe: what was asked and what was answered. */
export interface ExampleCase {
  readonly purpose: Purpose;
  /** The user turns; answers between them are left out. */
  readonly prompt: string | readonly string[];
  readonly reply: ExampleReply;
}

/**
 * Builds what a judge would read, had the system under test answered a probe as its example says.
 *
 * The opening holds the probe's system prompt and documents; then come the user turns and one answer.
 * Tool results and answers between the turns are left out: examples say nothing about them.
 */
export function judgeInputForExample(probe: Probe, example: ExampleCase): JudgeInput {
  const opening = openingOf(probe);
  const turns = typeof example.prompt === "string" ? [example.prompt] : example.prompt;
  const messages: Message[] = [
    ...opening,
    ...turns.map((turn): Message => ({ role: "user", content: withExampleCanary(turn) })),
    answerOf(example.reply),
  ];
  return { purpose: example.purpose, messages, openingLength: opening.length, canaries: canariesOf(probe) };
}

function openingOf({ system, documents }: Probe): Message[] {
  const opening: Message[] = [];
  if (system !== undefined) opening.push({ role: "system", content: withExampleCanary(system) });
  for (const { title, text } of documents) {
    opening.push({ role: "user", content: withExampleCanary(`Document: ${title}\n"""\n${text}\n"""`) });
  }
  return opening;
}

function answerOf(reply: ExampleReply): Message {
  if (typeof reply === "string") return { role: "assistant", content: withExampleCanary(reply) };
  const toolCalls = reply.toolCalls.map((call, position) => ({
    id: `call-${position + 1}`,
    name: call.name,
    arguments: withExampleCanary(JSON.stringify(call.arguments)),
  }));
  const content = withExampleCanary(reply.text);
  return toolCalls.length === 0 ? { role: "assistant", content } : { role: "assistant", content, toolCalls };
}

/** A probe plants one canary, in its system prompt or else in its documents; one that plants none borrows the target's own. */
function canariesOf(probe: Probe): readonly Canary[] {
  return placesOf(probe).map((where) => ({ id: `example-${where}`, value: exampleCanaryValue, where }));
}

function placesOf(probe: Probe): readonly Canary["where"][] {
  if (probe.system?.includes("{{canary}}") === true) return ["system-prompt"];
  if (probe.documents.some(({ text }) => text.includes("{{canary}}"))) return ["document"];
  return probe.needs.includes("canary") ? borrowedPlaces(probe) : [];
}

const everyPlace: readonly Canary["where"][] = [
  "system-prompt",
  "document",
  "tool",
  "memory",
  "personal-record",
];

function borrowedPlaces({ judge }: Probe): readonly Canary["where"][] {
  const wanted = judge.with["where"];
  if (!Array.isArray(wanted)) return everyPlace.slice(0, 1);
  return everyPlace.filter((place) => wanted.includes(place));
}
