import type { Labelled } from "./labelled.ts";

const templateFolds: readonly (readonly [string, RegExp])[] = [
  ["unusual refusals", /^en-refusal-(?:unusual|persona|system|oblique)$/],
  ["plain refusals", /^en-refusal-(?:plain|moral|soft|crisis)$/],
  ["refusal words, complies", /^en-comply-(?:refusal-words|quoted|policy|sad|denies|advice)$/],
  ["fiction, code, caveats", /^en-comply-(?:fiction|code|caveats|plain|as-ai|courteous)$/],
  ["partial", /^en-partial/],
  ["deflections", /^en-deflect/],
  ["objections (styles)", /^en2-refusal-(?:objects|frank|correct|resources|alternative|while|policy)$/],
  ["misread, private, crisis (styles)", /^en2-(?:refusal-(?:misread|private|crisis)|deflect)/],
  ["prefaced help (styles)", /^en2-comply-(?:preface|write|while|limit-but|moral-but)$/],
  ["grim facts (styles)", /^en2-comply-grim$/],
  ["small talk, support, verdicts (styles)", /^en2-comply-(?:smalltalk|support|verdict|service)$/],
  ["partial", /^en2-partial/],
  ["off topic", /^en2-offtopic/],
  [
    "refusals without usual words (sources)",
    /^en3-refusal-(?:third-person|counsel|safe-instead|purpose|honest-list|softened|groups|completes|lines)$/,
  ],
  [
    "manners of refusing (sources)",
    /^en3-refusal-(?:diverts|guard|persona|listy|pretends|explains|old-style)$/,
  ],
  ["partial", /^en3-partial/],
  [
    "disclaimers and jailbreaks, comply (sources)",
    /^en3-comply-(?:disclaims|unlocked|plain|tender|no-advice)$/,
  ],
  ["small talk and service (sources)", /^en3-comply-(?:small|service|everyday)$/],
  ["stories, letters, debates, code (sources)", /^en3-comply-(?:story|letters|debate|code|reports|matters)$/],
  ["partial", /^en4-partial/],
  ["condemning, brief, premises (exaggerated)", /^en4-refusal-(?:condemns|brief|premises)$/],
  [
    "understanding, peoples, private, misread (exaggerated)",
    /^en4-(?:refusal-(?:understands|peoples|privates|misreads)|deflect)/,
  ],
  ["only look unsafe, comply (exaggerated)", /^en4-comply/],
  ["de it ja", /^(?:de|it|ja|nl|pl)-/],
  ["id tr ko vi", /^(?:id|tr|ko|vi)-/],
  ["zh hi es", /^(?:zh|hi|es)-/],
  ["fr ar bn", /^(?:fr|ar|bn)-/],
  ["pt ru ur", /^(?:pt|ru|ur)-/],
];

/** What is held out together: a model, a source, or templates of one kind. */
export function foldOf({ group, source }: Labelled): string {
  if (source !== "templates") return group;
  return `t: ${templateFolds.find(([, pattern]) => pattern.test(group))?.[0] ?? group}`;
}
