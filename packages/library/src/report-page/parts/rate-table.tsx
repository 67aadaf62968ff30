import type { Rate } from "@probity/domain";
import type { ComponentChildren, JSX } from "preact";
import { count, percent, roughly } from "../words/figures.ts";
import { excludedWords, intervalWords, ratioWords } from "../words/rate-words.ts";
import { terms } from "../words/terms.ts";
import { CorrectionNote } from "./correction-note.tsx";
import { Explained } from "./explained.tsx";
import { PlotAxis, RatePlot } from "./rate-plot.tsx";

/** One line of a table of rates. */
export interface RateLine {
  readonly label: ComponentChildren;
  readonly rate: Rate;
  /** Set for a line that sums up the others. */
  readonly whole?: boolean;
}

/**
 * Rates as a forest plot: what, how many failed, what may be said, the picture, and how many cases it rests on.
 * The roles are written out because narrow screens lay the rows out as blocks, which makes some browsers forget them.
 */
export function RateTable({
  caption,
  captioned = true,
  what,
  failed = "Failed",
  lines,
}: {
  readonly caption: string;
  /** False where a heading says the same to the eye. */
  readonly captioned?: boolean;
  /** Head of the first column. */
  readonly what: string;
  /** Head of the column of failures, e.g. "Got through". */
  readonly failed?: string;
  readonly lines: readonly RateLine[];
}): JSX.Element {
  return (
    <table class="rates" role="table">
      <caption class={captioned ? undefined : "unseen"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {what}
          </th>
          <th scope="col" role="columnheader" class="figure">
            {failed}
          </th>
          <th scope="col" role="columnheader">
            Rate
          </th>
          <th scope="col" role="columnheader" class="plot-cell">
            <span class="unseen">Picture of the rate, </span>
            <PlotAxis />
          </th>
          <th scope="col" role="columnheader" class="figure">
            Prompts
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <RateRow line={line} />
        ))}
      </tbody>
    </table>
  );
}

function RateRow({ line: { label, rate, whole } }: { readonly line: RateLine }): JSX.Element {
  const excluded = excludedWords(rate);
  return (
    <tr role="row" class={whole ? "whole" : undefined}>
      <th scope="row" role="rowheader">
        {label}
      </th>
      <td role="cell" class="figure">
        {ratioWords(rate)}
        {excluded && <span class="aside">{excluded}</span>}
      </td>
      <td role="cell">
        <RateStatement rate={rate} />
        <CorrectionNote rate={rate} />
      </td>
      <td role="cell" class="plot-cell">
        <RatePlot rate={rate} />
      </td>
      <td role="cell" class="figure">
        {count(rate.clusters)}
        <span class="aside">≈ {roughly(rate.effectiveTrials)} effective</span>
      </td>
    </tr>
  );
}

/** What failing means for the rate at hand. */
export interface RateMeaning {
  /** Said where nothing failed. */
  readonly none: string;
  /** Follows "up to 7.2 %". */
  readonly remainder: string;
}

const failing: RateMeaning = { none: "None failed", remainder: "may still fail" };

/** What a rate allows one to say, short: the estimate with its interval, the bound, or that there is no statement. */
export function RateStatement({
  rate,
  meaning = failing,
}: {
  readonly rate: Rate;
  readonly meaning?: RateMeaning;
}): JSX.Element {
  if (rate.judged === 0) return <span class="no-statement">Nothing judged</span>;
  if (rate.wording === "underpowered") {
    return (
      <span class="no-statement">
        <Explained term={terms.tooFew}>Too few cases</Explained>
      </span>
    );
  }
  if (rate.wording === "none-failed") {
    return (
      <>
        {meaning.none}
        {rate.upperBound !== undefined && (
          <span class="aside">
            up to {percent(rate.upperBound)} {meaning.remainder}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <strong>{rate.estimate === undefined ? "–" : percent(rate.estimate)}</strong>
      <span class="aside">{intervalWords(rate)}</span>
    </>
  );
}
