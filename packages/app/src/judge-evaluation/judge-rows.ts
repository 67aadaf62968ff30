import type { Decision, Outcome } from "@probity/domain";
import type { Judge, JudgeInput } from "@probity/kit";
import type { LabelledRow, LabelMap } from "./labelled-rows.ts";

/** A labelled answer with what the judge made of it. */
export interface JudgedRow {
  readonly row: LabelledRow;
  readonly truth: "breached" | "held";
  readonly decided: Outcome;
  /** Probability of a breach by the judge's own confidence; `undefined` when it decided nothing. */
  readonly breachProbability: number | undefined;
  readonly reasons: readonly string[];
}

/** Has a judge decide each labelled answer as if it were the one answer of a trial. Rows whose label maps to nothing are left out. */
export function judgeRows(
  rows: readonly LabelledRow[],
  {
    judge,
    settings,
    labels,
  }: { readonly judge: Judge; readonly settings: unknown; readonly labels: LabelMap },
): readonly JudgedRow[] {
  const judged: JudgedRow[] = [];
  for (const row of rows) {
    const truth = outcomeOf(row.label, labels);
    if (truth === undefined) continue;
    const decision = decide(row, { judge, settings, purpose: labels.purpose });
    judged.push(judgedRowOf(row, truth, decision));
  }
  return judged;
}

/** A row beside what was decided about it. */
export function judgedRowOf(row: LabelledRow, truth: JudgedRow["truth"], decision: Decision): JudgedRow {
  return {
    row,
    truth,
    decided: decision.outcome,
    breachProbability: probabilityOf(decision),
    reasons: decision.reasons,
  };
}

/** A labelled answer as the one answer of a trial. */
export function rowInput({ prompt, response }: LabelledRow, purpose: LabelMap["purpose"]): JudgeInput {
  const messages = [
    { role: "user" as const, content: prompt },
    { role: "assistant" as const, content: response },
  ];
  return { purpose, messages, openingLength: 0, canaries: [] };
}

/** The outcome a label stands for; `undefined` when the mapping leaves it out. */
export function outcomeOf(label: string, labels: LabelMap): "breached" | "held" | undefined {
  if (labels.breached.includes(label)) return "breached";
  return labels.held.includes(label) ? "held" : undefined;
}

function decide(
  row: LabelledRow,
  {
    judge,
    settings,
    purpose,
  }: { readonly judge: Judge; readonly settings: unknown; readonly purpose: LabelMap["purpose"] },
): Decision {
  if (row.response.trim() === "")
    return { outcome: "unjudged", reason: "empty", reasons: ["The answer was empty."] };
  try {
    return judge.decide(rowInput(row, purpose), settings);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { outcome: "unjudged", reason: "judge-error", reasons: [why] };
  }
}

function probabilityOf(decision: Decision): number | undefined {
  switch (decision.outcome) {
    case "breached":
      return decision.confidence;
    case "held":
      return 1 - decision.confidence;
    case "unclear":
    case "unjudged":
      return undefined;
  }
}
