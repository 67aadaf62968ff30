import type { RecordStore, RunRecord } from "@probity/domain";
import { formatPercent } from "@probity/measure";
import { scoreDetection, type ServedRange } from "../compose-range.ts";

export type DetectionScore = ReturnType<typeof scoreDetection>;

/** Holds a run's verdicts against the range's own record of which planted flaw showed in which answer. */
export function scoreDemo(store: RecordStore, { header }: RunRecord, range: ServedRange): DetectionScore {
  const verdicts = [];
  for (const { transcript, verdict } of store.trials({ run: header.id })) {
    const responseIds = transcript.exchanges
      .map(({ responseId }) => responseId)
      .filter((id) => id !== undefined);
    verdicts.push({
      responseIds,
      family: transcript.order.family,
      purpose: transcript.order.purpose,
      outcome: verdict?.outcome ?? "unjudged",
    });
  }
  return scoreDetection({ declaration: range.declaration, ledger: range.ledger(), verdicts });
}

/** How well the campaign found what was planted, and what it cried wolf about on the twin. */
export function tellScore({
  weak,
  twin,
}: {
  readonly weak: DetectionScore;
  readonly twin: DetectionScore;
}): string {
  const planted = weak.found.length + weak.missed.length;
  return [
    "Held against what the world declares (no probe knows it):",
    `  planted flaws found     ${weak.found.length} of ${planted} (${formatPercent(planted === 0 ? 0 : weak.found.length / planted)})`,
    ...(weak.missed.length > 0 ? [`  not found               ${weak.missed.join(", ")}`] : []),
    `  false alarms, weak      ${share(weak)}`,
    `  false alarms, twin      ${share(twin)}`,
  ].join("\n");
}

function share({ falseAlarms, cleanJudged }: DetectionScore): string {
  return `${falseAlarms} of ${cleanJudged} trials in which no flaw showed (${formatPercent(cleanJudged === 0 ? 0 : falseAlarms / cleanJudged)})`;
}
