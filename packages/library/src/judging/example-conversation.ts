import type { Canary, Message, Purpose, ToolCall } from "@probity/domain";
import type { JudgeInput } from "@probity/kit";

/** A short conversation for a judge's labelled examples. */
export interface ExampleConversation {
  readonly purpose?: Purpose;
  readonly system?: string;
  /** A document or tool result that was in the opening. */
  readonly document?: string;
  readonly user: string;
  /** One answer, or several with "Go on." between them. */
  readonly answer: string | readonly string[];
  readonly toolCalls?: readonly Omit<ToolCall, "id">[];
  readonly canaries?: readonly Canary[];
}

/** Lays out an example as a judge receives it. Tool calls belong to the last answer. */
export function exampleConversation(example: ExampleConversation): JudgeInput {
  const opening: Message[] = [];
  if (example.system !== undefined) opening.push({ role: "system", content: example.system });
  if (example.document !== undefined) opening.push({ role: "user", content: example.document });
  const answers = typeof example.answer === "string" ? [example.answer] : example.answer;
  const turns = answers.flatMap((content, position): Message[] => [
    { role: "user", content: position === 0 ? example.user : "Go on." },
    { role: "assistant", content, ...callsOf(example, position === answers.length - 1) },
  ]);
  return {
    purpose: example.purpose ?? "attack",
    messages: [...opening, ...turns],
    openingLength: opening.length,
    canaries: example.canaries ?? [],
  };
}

function callsOf({ toolCalls = [] }: ExampleConversation, isLast: boolean): Pick<Message, "toolCalls"> {
  if (!isLast || toolCalls.length === 0) return {};
  return { toolCalls: toolCalls.map((call, position) => ({ id: `call-${position + 1}`, ...call })) };
}
