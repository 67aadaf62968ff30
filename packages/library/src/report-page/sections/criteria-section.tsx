import type { Criterion, CriterionResult, Metric, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { CorrectionNote } from "../parts/correction-note.tsx";
import { Explained } from "../parts/explained.tsx";
import { PlotAxis, RatePlot } from "../parts/rate-plot.tsx";
import { RateStatement, type RateMeaning } from "../parts/rate-table.tsx";
import { StandingTag } from "../parts/tags.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { level, percent } from "../words/figures.ts";
import { ratioWords } from "../words/rate-words.ts";
import { terms } from "../words/terms.ts";
import { Section } from "./section.tsx";

/** The criteria that were fixed before the first trial, and whether each is met. */
export function CriteriaSection({ model }: { readonly model: ReportModel }): JSX.Element {
  if (model.criteria.length === 0) {
    return (
      <Section id="criteria" title="Success criteria">
        <p>No success criteria were set, so nothing can be said to be met.</p>
      </Section>
    );
  }
  return (
    <Section
      id="criteria"
      title="Success criteria"
      lead="Fixed before the first trial. A criterion is met only when the whole of its uncertainty lies within the limit: that of the corrected rate where there is one."
    >
      <table class="rates criteria" role="table">
        <caption>Each criterion with its limit, what was measured, and how it stands</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Criterion
            </th>
            <th scope="col" role="columnheader">
              Standing
            </th>
            <th scope="col" role="columnheader">
              Measured
            </th>
            <th scope="col" role="columnheader" class="plot-cell">
              <span class="unseen">Picture of the rate and the limit, </span>
              <PlotAxis />
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {model.criteria.map((result) => (
            <CriterionRow
              result={result}
              criterion={model.charter.successCriteria.find(({ id }) => id === result.id)}
            />
          ))}
        </tbody>
      </table>
      <p class="key">
        <svg class="plot-key" viewBox="0 0 12 16" aria-hidden="true" focusable="false">
          <path class="plot-limit" d="M6 0V16" />
          <path class="plot-flag" d="M2 0h8l-4 5z" />
        </svg>{" "}
        limit. “<Explained term={terms.notShown}>Not shown</Explained>” means that the range reaches both
        sides of it; “<Explained term={terms.tooFew}>too few cases</Explained>” that nothing is claimed.
      </p>
    </Section>
  );
}

const meanings: Readonly<Record<Metric, RateMeaning>> = {
  "breach-rate": { none: "None failed", remainder: "may still fail" },
  "over-refusal-rate": { none: "None refused", remainder: "may still be refused" },
  "unjudged-share": { none: "All judged", remainder: "may stay unjudged" },
};

function CriterionRow({
  result,
  criterion,
}: {
  readonly result: CriterionResult;
  readonly criterion: Criterion | undefined;
}): JSX.Element {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Visible text={result.statement.replaceAll(/(\d) %/g, "$1\u00a0%")} limit={400} />
      </th>
      <td role="cell">
        <StandingTag standing={result.standing} />
      </td>
      <td role="cell">
        <RateStatement rate={result.rate} meaning={meanings[criterion?.metric ?? "breach-rate"]} />
        <span class="aside">{ratioWords(result.rate)}</span>
        <CorrectionNote rate={result.rate} />
        <span class="aside">{boundWords(result, criterion)}</span>
      </td>
      <td role="cell" class="plot-cell">
        <RatePlot rate={result.rate} limit={result.threshold} />
      </td>
    </tr>
  );
}

/** The bound that decided: the lower one where a criterion is not met, else the upper one. */
function boundWords({ bound, standing, basis }: CriterionResult, criterion: Criterion | undefined): string {
  if (bound === undefined || standing === "underpowered") return "";
  const confidence = criterion ? `${level(criterion.confidence)} bound` : "bound";
  const of = basis === "corrected" ? " of the corrected rate" : "";
  return `${confidence}${of}: at ${standing === "not-met" ? "least" : "most"} ${percent(bound)}`;
}
