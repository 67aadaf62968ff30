import type { Answer } from "../application/scene.ts";
import type { Guard, OutputGuard, World } from "../world/world-schema.ts";

/** Passes an answer through the output guards in their order. */
export function guardOutput(answer: Answer, guards: readonly Guard[], world: World): Answer {
  const text = guards
    .filter((guard) => guard.stage === "output")
    .reduce((current, guard) => applyGuard(current, guard, world), answer.text);
  return { ...answer, text };
}

function applyGuard(text: string, guard: OutputGuard, world: World): string {
  switch (guard.does) {
    case "remove-canaries":
      return world.canaries.reduce((current, { value }) => current.replaceAll(value, "[withheld]"), text);
    case "encode-markup":
      return text
        .replaceAll("<", "&lt;")
        .replaceAll(/!\[([^\]]*)\]\([^)]*\)/gu, "$1")
        .replaceAll(/\{\{|\}\}|\$\{|<%|%>/gu, "");
    case "strip-control-codes":
      return text.replaceAll(
        /[\u0000-\u0008\u000B-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u{E0000}-\u{E007F}]/gu,
        "",
      );
    case "limit-length":
      return text.length <= (guard.maxCharacters ?? Infinity)
        ? text
        : `${text.slice(0, (guard.maxCharacters ?? 1200) - 40)}... (shortened)`;
  }
}
