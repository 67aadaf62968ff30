import type { Decision, Judgement } from "@probity/domain";
import type { Assessor } from "@probity/engine";
import { digestOf } from "@probity/evidence";
import { inParallel, type ModelAccess } from "../own-judges/model-access.ts";
import { judgedRowOf, outcomeOf, rowInput, type JudgedRow } from "./judge-rows.ts";
import type { LabelledRow, LabelMap } from "./labelled-rows.ts";

export interface RowsToAssess {
  readonly assessor: Assessor;
  readonly labels: LabelMap;
  readonly access: ModelAccess;
  readonly onRow?: (judged: JudgedRow) => void;
}

/** A row, and how a model or panel came to its verdict. */
export interface AssessedRow extends JudgedRow {
  readonly judgement: Judgement | undefined;
}

/**
 * Has a judge that may have to wait decide labelled answers, masked before they are sent. Rows whose label maps to nothing are left out. When
 * the gate or the operator stops it, what was decided so far comes back, in the order of the rows.
 */
export async function assessRows(
  rows: readonly LabelledRow[],
  { assessor, labels, access, onRow }: RowsToAssess,
): Promise<readonly AssessedRow[]> {
  const assessed: (AssessedRow | undefined)[] = [];
  await inParallel(rows.entries(), access, async ([index, row]) => {
    const truth = outcomeOf(row.label, labels);
    if (truth === undefined) return;
    const given = await assessRow(row, { assessor, labels, access });
    if (!given) return;
    assessed[index] = { ...judgedRowOf(row, truth, given.decision), judgement: given.judgement };
    onRow?.(assessed[index]);
  });
  return assessed.filter((row) => row !== undefined);
}

async function assessRow(
  row: LabelledRow,
  { assessor, labels, access }: RowsToAssess,
): Promise<{ readonly decision: Decision; readonly judgement: Judgement | undefined } | undefined> {
  if (row.response.trim() === "") {
    const decision: Decision = { outcome: "unjudged", reason: "empty", reasons: ["The answer was empty."] };
    return { decision, judgement: undefined };
  }
  const safe = { ...row, prompt: access.mask(row.prompt), response: access.mask(row.response) };
  const judged = {
    input: rowInput(safe, labels.purpose),
    objective: row.objective,
    ownJudge: undefined,
    id: digestOf([row.prompt, row.response]),
  };
  const assessed = await assessor.assess(judged, access.desk);
  return assessed.kind === "abandoned"
    ? undefined
    : { decision: assessed.decision, judgement: assessed.judgement };
}
