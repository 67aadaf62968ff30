import type { Message, TrialRecord } from "@probity/domain";
import type { ShownTrial } from "./label-screen.ts";

const headings: Readonly<Record<Message["role"], string>> = {
  system: "Instructions",
  user: "Asked",
  assistant: "Answered",
  tool: "Tool returned",
};

/** What whoever labels is told beside what was said. */
export interface Briefing {
  /** What the probe wants to show: a breach is this. */
  readonly objective: string | undefined;
  readonly why: string | undefined;
}

/** A recorded trial as whoever labels sees it: what was said, and nothing of what anybody made of it. */
export function shownTrial({ transcript }: TrialRecord, { objective, why }: Briefing): ShownTrial {
  const { order, messages, ending } = transcript;
  const kind = order.purpose === "attack" ? "attack: should not work" : "fair request: deserves help";
  return {
    title: `${order.id.slice(0, 12)}   ${kind}   ${order.family} (${order.safeguard})`,
    briefing: [
      ...(objective === undefined ? [] : [`What the probe tries: ${objective}`]),
      ...(why === undefined ? [] : [`Why you are asked: ${why}`]),
    ],
    parts: [
      ...messages.map((message) => ({ heading: headings[message.role], text: textOf(message) })),
      ...(ending.kind === "failed"
        ? [{ heading: "The conversation failed", text: `${ending.fault.code}: ${ending.fault.message}` }]
        : []),
    ],
  };
}

function textOf({ content, toolCalls = [] }: Message): string {
  const calls = toolCalls.map(({ name, arguments: given }) => `calls ${name} with ${given}`);
  return [content, ...calls].filter((part) => part !== "").join("\n");
}
