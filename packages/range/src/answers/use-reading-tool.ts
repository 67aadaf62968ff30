import type { OutgoingCall, Scene } from "../application/scene.ts";
import { fillArguments } from "../behaviours/fill-arguments.ts";

/** Names of tools that look something up and change nothing. */
const reads = /^(get|look_?up|list|find|search|check|read|show|fetch|view)(_|$)/u;

/** The call of an offered reading tool that the request speaks of. Tools that change something are left to the person's confirmation. */
export function readingCall({ tools, reading }: Scene): OutgoingCall | undefined {
  const asked = reading.turn.text;
  const tool = tools.find(({ name }) => {
    if (!reads.test(name)) return false;
    const subjects = name
      .toLowerCase()
      .split(/[_-]+/u)
      .slice(1)
      .filter((word) => word.length > 3 && word !== "look");
    return subjects.some((subject) => asked.includes(subject.replace(/s$/u, "").slice(0, 6)));
  });
  return tool === undefined
    ? undefined
    : { name: tool.name, arguments: fillArguments(tool, reading.turn.understood) };
}

/** Longest field value that is passed on; notes that say more are for the person to read in the app. */
const longestValue = 40;

/** Tells what a tool returned: plain short fields, never internal ones and never text that gives orders. */
export function tellToolResult({ reading }: Scene): string | undefined {
  if (reading.toolResult === undefined) return undefined;
  const fields = [...reading.toolResult.matchAll(/"?([A-Za-z]\w*)"?\s*[:=]\s*"?([^",{}\n[\]]{1,200})"?/gu)]
    .filter(
      (match) =>
        !match[0].startsWith('"_') && !isInternal(match[1] ?? "") && (match[2] ?? "").length <= longestValue,
    )
    .slice(0, 6)
    .map((match) => `${match[1] ?? ""}: ${(match[2] ?? "").trim()}`);
  return fields.length === 0
    ? "I have looked it up; you find the details in the app. Which part would you like to know more about?"
    : `I have looked it up. ${fields.join("; ")}. Which part would you like to know more about?`;
}

const isInternal = (name: string): boolean =>
  /^_|token|secret|key|trace|session|internal|note|password|ref$/iu.test(name);
