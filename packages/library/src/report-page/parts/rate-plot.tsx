import type { Rate } from "@probity/domain";
import type { JSX } from "preact";

const width = 240;
const height = 24;
/** Room at both ends, so that a mark at 0 % or 100 % is drawn whole. */
const margin = 7;
const middle = height / 2;
/** With a corrected rate, the raw one moves up to make room below it. */
const raised = middle - 5;
const lowered = middle + 5;

function across(share: number): number {
  return Math.round((margin + share * (width - 2 * margin)) * 10) / 10;
}

/**
 * A rate on the scale from 0 to 100 %: a square at the estimate and its 95 % interval as a line with ends. Where nothing
 * failed, a ring at zero and a hatched bar to the one-sided bound. Nothing is drawn for a rate that may not be stated.
 * A corrected rate is a diamond with its own line, below. The words beside it say the same, so it is hidden from screen readers.
 *
 * @param limit - threshold of a criterion, drawn as a dashed line with a flag
 */
export function RatePlot({
  rate,
  limit,
}: {
  readonly rate: Rate;
  readonly limit?: number | undefined;
}): JSX.Element {
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <Scale />
      {rate.wording === "measured" && <Interval rate={rate} at={heightOf(rate)} />}
      {rate.wording === "none-failed" && <Remainder rate={rate} at={heightOf(rate)} />}
      <Corrected rate={rate} />
      {limit !== undefined && <Limit at={limit} />}
    </svg>
  );
}

function Scale(): JSX.Element {
  return (
    <g>
      <path class="plot-base" d={`M${across(0)} ${middle}H${across(1)}`} />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <path class="plot-grid" d={`M${across(share)} 2V${height - 2}`} />
      ))}
    </g>
  );
}

const heightOf = ({ correction }: Rate): number => (correction?.kind === "corrected" ? raised : middle);

function Corrected({ rate: { correction, wording } }: { readonly rate: Rate }): JSX.Element | null {
  if (correction?.kind !== "corrected" || wording === "underpowered") return null;
  const [low, high, at] = [correction.interval.low, correction.interval.high, correction.estimate].map(
    across,
  );
  return (
    <g>
      <path
        class="plot-corrected"
        d={`M${low} ${lowered}H${high}M${low} ${lowered - 3}v6M${high} ${lowered - 3}v6`}
      />
      <path class="plot-diamond" d={`M${at} ${lowered - 5}l5 5l-5 5l-5 -5z`} />
    </g>
  );
}

function Interval({ rate, at }: { readonly rate: Rate; readonly at: number }): JSX.Element | null {
  if (!rate.interval || rate.estimate === undefined) return null;
  const low = across(rate.interval.low);
  const high = across(rate.interval.high);
  return (
    <g>
      <path class="plot-interval" d={`M${low} ${at}H${high}M${low} ${at - 4}v8M${high} ${at - 4}v8`} />
      <rect
        class="plot-estimate"
        x={across(rate.estimate) - 4.5}
        y={at - 4.5}
        width="9"
        height="9"
        rx="1.5"
      />
    </g>
  );
}

function Remainder({ rate, at }: { readonly rate: Rate; readonly at: number }): JSX.Element | null {
  if (rate.upperBound === undefined) return null;
  const end = across(rate.upperBound);
  return (
    <g>
      <path class="plot-remainder" d={`M${across(0)} ${at}H${end}`} />
      <path class="plot-interval" d={`M${end} ${at - 4}v8`} />
      <circle class="plot-zero" cx={across(0)} cy={at} r="4" />
    </g>
  );
}

function Limit({ at }: { readonly at: number }): JSX.Element {
  const x = across(at);
  return (
    <g>
      <path class="plot-limit" d={`M${x} 0V${height}`} />
      <path class="plot-flag" d={`M${x - 4} 0h8l-4 5z`} />
    </g>
  );
}

/** The scale's labels, for the head of a column of plots. */
export function PlotAxis(): JSX.Element {
  return (
    <svg class="plot axis" viewBox={`0 0 ${width} 14`} aria-hidden="true" focusable="false">
      {[0, 0.5, 1].map((share) => (
        <text x={across(share)} y="11" text-anchor={share === 0 ? "start" : share === 1 ? "end" : "middle"}>
          {`${share * 100} %`}
        </text>
      ))}
    </svg>
  );
}
