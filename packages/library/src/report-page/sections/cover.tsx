import type { Rate, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { shortId } from "../parts/anchors.ts";
import { Facts } from "../parts/facts.tsx";
import { StandingIcon } from "../parts/icons.tsx";
import { CorrectionNote } from "../parts/correction-note.tsx";
import { RatePlot } from "../parts/rate-plot.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count, duration, percent } from "../words/figures.ts";
import { stateWords } from "../words/labels.ts";
import { day, elapsedMs, moment } from "../words/moments.ts";
import { verdictLine } from "../words/plain-summary.ts";
import { intervalWords, ratioWords } from "../words/rate-words.ts";
import { standingWords } from "../words/labels.ts";

/** The head of the report: what was tested, when, and how it stands against its criteria. */
export function Cover({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <header class="cover" id="top">
      <p class="eyebrow">Red-team report</p>
      <h1>
        <Visible text={model.charter.title} limit={300} />
      </h1>
      <p class="subject">
        <Visible text={model.target.name} limit={200} />, measured on {day(model.run.startedAt)}
      </p>
      <Unfinished model={model} />
      <Verdict model={model} />
      <CoverFacts model={model} />
    </header>
  );
}

function Unfinished({ model }: { readonly model: ReportModel }): JSX.Element | null {
  if (model.state === "completed") return null;
  return (
    <p class="notice">
      <strong>{stateWords[model.state]}.</strong> {count(model.recordedTrials)} of{" "}
      {count(model.run.plannedTrials)} planned trials were recorded. The figures below hold for those alone.
    </p>
  );
}

function Verdict({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <div class="verdict">
      <div class="verdict-line">
        <p class="verdict-words">{verdictLine(model)}</p>
        {model.criteria.length > 0 && (
          <ul class="pips" aria-label="Criteria in order">
            {model.criteria.map(({ id, standing }) => (
              <li class={`pip standing-${standing}`}>
                <StandingIcon standing={standing} />
                <span class="unseen">
                  <Visible text={id} limit={80} />: {standingWords[standing]}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p class="quiet-words">
          <a href="#criteria">See each criterion</a>
        </p>
      </div>
      <KeyRate label="Attempts that got through" rate={model.overall.attack} />
      {model.overall.benign.judged > 0 && (
        <KeyRate label="Fair requests refused" rate={model.overall.benign} />
      )}
    </div>
  );
}

function KeyRate({ label, rate }: { readonly label: string; readonly rate: Rate }): JSX.Element {
  return (
    <div class="key-rate">
      <p class="key-label">{label}</p>
      <p class="key-figure">{keyFigure(rate)}</p>
      <RatePlot rate={rate} />
      <p class="quiet-words">
        {keyWords(rate)}
        <CorrectionNote rate={rate} />
      </p>
    </div>
  );
}

function keyFigure(rate: Rate): string {
  if (rate.wording === "underpowered" || rate.estimate === undefined) return ratioWords(rate);
  return rate.wording === "none-failed" ? "None" : percent(rate.estimate);
}

function keyWords(rate: Rate): string {
  if (rate.judged === 0) return "nothing was judged";
  if (rate.wording === "underpowered") return "too few cases to state a rate";
  if (rate.wording === "none-failed") {
    return rate.upperBound === undefined
      ? `of ${count(rate.judged)}`
      : `of ${count(rate.judged)}; up to ${percent(rate.upperBound)} may still fail`;
  }
  return `${ratioWords(rate)}; 95\u00a0% interval ${intervalWords(rate)}`;
}

function CoverFacts({ model }: { readonly model: ReportModel }): JSX.Element {
  const took = elapsedMs(model.run.startedAt, model.endedAt);
  return (
    <Facts
      facts={[
        {
          name: "State",
          value: `${stateWords[model.state]}${took === undefined ? "" : ` in ${duration(took)}`}`,
        },
        { name: "Started", value: moment(model.run.startedAt) },
        {
          name: "Trials",
          value: `${count(model.recordedTrials)} recorded of ${count(model.run.plannedTrials)} planned`,
        },
        {
          name: "Validity",
          value: (
            <>
              Measured on configuration <code>{shortId(model.target.configuration)}</code> on{" "}
              {day(model.run.startedAt)}. It says nothing about any other.
            </>
          ),
        },
      ]}
    />
  );
}
