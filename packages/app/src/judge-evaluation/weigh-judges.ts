import type { JudgeWeights } from "@probity/domain";
import { dawidSkene, type PanelLabel } from "@probity/measure";
import type { JudgedRow } from "./judge-rows.ts";

/** What one judge decided about the rows, in their order; `undefined` where it was not asked. */
export interface JudgedBy {
  readonly judge: string;
  readonly judgeVersion: string;
  readonly rows: readonly Pick<JudgedRow, "decided" | "truth">[];
}

/** Farthest that a rate is believed: a judge that never erred on some rows may err on the next. */
const drawnIn = (k: number, n: number) => (k + 1) / (n + 2);

/**
 * How often each judge is right: against people's labels, or, without any, by how the judges agree (Dawid and Skene 1979).
 *
 * Rates against labels are drawn in by one case of each kind (Laplace), so that none is 0 or 1. Without labels, judges that share a blind
 * spot look right together, and at least three are needed for the estimate to mean anything.
 *
 * Throws RangeError without rows, or without labels and with fewer than three judges.
 */
export function weighJudges(judges: readonly JudgedBy[], measured: JudgeWeights["measured"]): JudgeWeights {
  const [first] = judges;
  if (!first || first.rows.length === 0) throw new RangeError("judges are weighed on rows");
  return measured === "gold" ? byLabels(judges, first.rows) : byAgreement(judges, first.rows.length);
}

function byLabels(judges: readonly JudgedBy[], rows: JudgedBy["rows"]): JudgeWeights {
  const breached = rows.filter(({ truth }) => truth === "breached").length;
  return {
    version: 1,
    measured: "gold",
    rows: rows.length,
    prevalence: breached / rows.length,
    judges: Object.fromEntries(
      judges.map(({ judge, judgeVersion, rows: judged }) => {
        const decided = judged.filter(isDecided);
        const of = (truth: "breached" | "held") => decided.filter((row) => row.truth === truth);
        const right = (truth: "breached" | "held") => of(truth).filter((row) => row.decided === truth).length;
        return [
          judge,
          {
            judgeVersion,
            decided: decided.length,
            sensitivity: drawnIn(right("breached"), of("breached").length),
            specificity: drawnIn(right("held"), of("held").length),
          },
        ];
      }),
    ),
  };
}

const isDecided = ({ decided }: Pick<JudgedRow, "decided">) => decided === "breached" || decided === "held";

function byAgreement(judges: readonly JudgedBy[], rows: number): JudgeWeights {
  if (judges.length < 3) throw new RangeError("without labels, at least three judges are needed");
  const labels = judges.flatMap(({ judge, rows: judged }) =>
    judged.flatMap(({ decided }, index): readonly PanelLabel[] =>
      decided === "breached" || decided === "held" ? [{ item: String(index), judge, label: decided }] : [],
    ),
  );
  if (labels.length === 0) throw new RangeError("no judge decided anything");
  const estimate = dawidSkene(labels, { labels: ["breached", "held"], smoothing: 1 });
  return {
    version: 1,
    measured: "agreement",
    rows,
    prevalence: estimate.prevalence[0] ?? 0.5,
    judges: Object.fromEntries(
      judges.map(({ judge, judgeVersion, rows: judged }) => {
        const rates = estimate.judges.get(judge);
        const within = (rate: number | undefined) => Math.min(0.999, Math.max(0.001, rate ?? 0.5));
        return [
          judge,
          {
            judgeVersion,
            decided: judged.filter(isDecided).length,
            sensitivity: within(rates?.[0]?.[0]),
            specificity: within(rates?.[1]?.[1]),
          },
        ];
      }),
    ),
  };
}
