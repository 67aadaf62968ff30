import type { ReportModel, ReportTrial } from "@probity/domain";
import type { JSX } from "preact";
import { FilterChoice } from "../parts/filter-choice.tsx";
import { transcriptAllowance } from "../transcripts/transcript-allowance.ts";
import { TrialRecord } from "../transcripts/trial-record.tsx";
import { count, counted } from "../words/figures.ts";
import { asWords, outcomeWords, purposeWords } from "../words/labels.ts";

/** The trials that the report carries, in the order of the log. */
export function Transcripts({ model }: { readonly model: ReportModel }): JSX.Element {
  const all = Object.values<ReportTrial>(model.trials).toSorted(
    (a, b) => a.logIndex - b.logIndex || (a.transcript.trialId < b.transcript.trialId ? -1 : 1),
  );
  const allowance = transcriptAllowance(model);
  const shown = all.slice(0, allowance.trials);
  if (all.length === 0) return <p class="quiet-words">No transcript is included.</p>;
  return (
    <>
      <div class="prose">
        <p>
          {counted(shown.length, "trial")} of {count(model.recordedTrials)} recorded, in the order of the log;
          the store holds all of them. What the system said is hostile text: it stands here as letters only,
          nothing in it can be clicked or run, and characters that cannot be seen are shown as labels such as{" "}
          <span class="hidden-mark">RLO</span>. Personal data and secrets were masked before they were stored
          and stand as tokens in ⟦ ⟧.
        </p>
        <p class="paper-only">
          A trial is one line here unless it was unfolded before printing; the report's file has each in full.
        </p>
      </div>
      {shown.length > 1 && <TrialFilter trials={shown} />}
      <div class="trials" data-filtered="trials">
        {shown.map((trial) => (
          <TrialRecord trial={trial} allowance={allowance} replayCommand={model.replayCommand} />
        ))}
      </div>
      {all.length > shown.length && (
        <p>{counted(all.length - shown.length, "further trial")} in the JSON report.</p>
      )}
    </>
  );
}

function TrialFilter({ trials }: { readonly trials: readonly ReportTrial[] }): JSX.Element {
  const families = [...new Set(trials.map(({ transcript }) => transcript.order.family))].sort();
  const outcomes = (["breached", "held", "unclear", "unjudged", "pending"] as const).filter((outcome) =>
    trials.some(({ verdict }) => (verdict?.outcome ?? "pending") === outcome),
  );
  return (
    <div class="filter" role="group" aria-label="Show only" data-filter="trials" data-noun="trials" hidden>
      <FilterChoice
        name="outcome"
        label="Outcome"
        options={outcomes.map((outcome) => [outcome, outcomeWords.attack[outcome]])}
      />
      <FilterChoice
        name="family"
        label="Family"
        options={families.map((family) => [family, asWords(family)])}
      />
      <FilterChoice
        name="purpose"
        label="Kind"
        options={(["attack", "benign"] as const).map((purpose) => [purpose, purposeWords[purpose]])}
      />
      <p class="filter-count" role="status">
        {count(trials.length)} trials
      </p>
    </div>
  );
}
