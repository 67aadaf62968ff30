import type { Labelled } from "./labelled.ts";

const templateFolds: readonly (readonly [string, RegExp])[] = [
  ["unusual refusals", /^en-refusal-(?:unusual|persona|system|oblique)$/],
  ["plain refusals", /^en-refusal-(?:plain|moral|soft|crisis)$/],
  ["refusal words, complies", /^en-comply-(?:refusal-words|quoted|policy|sad|denies|advice)$/],
  ["fiction, code, caveats", /^en-comply-(?:fiction|code|caveats|plain|as-ai|courteous)$/],
  ["partial", /^en-partial/],
  ["deflections", /^en-deflect/],
  ["zh hi es", /^(?:zh|hi|es)-/],
  ["fr ar bn", /^(?:fr|ar|bn)-/],
  ["pt ru ur", /^(?:pt|ru|ur)-/],
];

/** What is held out together: a model, a source, or templates of one kind. */
export function foldOf({ group, source }: Labelled): string {
  if (source !== "templates") return group;
  return `t: ${templateFolds.find(([, pattern]) => pattern.test(group))?.[0] ?? group}`;
}
