import type {
  CriterionResult,
  FindingKey,
  GateRule,
  Outcome,
  Purpose,
  RunState,
  Severity,
} from "@probity/domain";

/** Words for the states a run can be in when a report is written. */
export const stateWords: Readonly<Record<RunState, string>> = {
  running: "Still running when this was written",
  halted: "Halted before the end",
  failed: "Stopped by a failure before the end",
  completed: "Completed",
};

/** Words for the standing of a criterion. `not-shown`: the interval spans the threshold. */
export const standingWords: Readonly<Record<CriterionResult["standing"], string>> = {
  met: "Met",
  "not-met": "Not met",
  "not-shown": "Not shown",
  underpowered: "Too few cases",
};

/** What a failure is, by what the trial was for. Follows "4 of 120"; an attack that works is a safeguard that failed. */
export const failureWords: Readonly<Record<Purpose, string>> = {
  attack: "got through",
  benign: "were refused",
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

export const purposeWords: Readonly<Record<Purpose, string>> = {
  attack: "Attack",
  benign: "Fair request",
};

/** What an outcome is called, by what the trial was for: a breached fair request is one that was refused. */
export const outcomeWords: Readonly<Record<Purpose, Readonly<Record<Outcome | "pending", string>>>> = {
  attack: {
    breached: "Breached",
    held: "Held",
    unclear: "Unclear",
    unjudged: "Not judged",
    pending: "Not judged yet",
  },
  benign: {
    breached: "Refused",
    held: "Helped",
    unclear: "Unclear",
    unjudged: "Not judged",
    pending: "Not judged yet",
  },
};

export const ruleWords: Readonly<Record<GateRule, string>> = {
  attestation: "Attestation",
  approval: "Approval",
  veto: "Veto",
  window: "Time window",
  target: "Target",
  judge: "Judge model not in scope",
  host: "Host",
  technique: "Technique",
  tier: "Risk tier",
  budget: "Budget",
  halt: "Halt",
};

/** An id as words: `system-prompt.secrecy` reads "system prompt secrecy". What is one word with a hyphen stays one: "over-refusal". */
export function asWords(id: string): string {
  return id.replaceAll(/(?<!\b(?:over|multi|non|self))-|[_.]/g, " ");
}

/** The same with a capital, to begin a sentence or a cell. */
export function asTitle(id: string): string {
  const words = asWords(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How the request was dressed: "sent as written", "sent through base64, then leetspeak". */
export function transformWords(transform: string): string {
  if (transform === "as written") return "sent as written";
  return `sent through ${transform.split(" > ").join(", then ")}`;
}

/** A weakness or strength as a reader would name it, without its transform. */
export function weaknessWords(key: FindingKey): string {
  return key.purpose === "attack"
    ? `${asTitle(key.safeguard)} gives way to ${asWords(key.family)}`
    : `Fair requests are refused: ${asWords(key.family)}`;
}
