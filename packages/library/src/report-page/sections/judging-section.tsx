import type { AgreementFigure, ContestRow, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { shortId, trialAnchor } from "../parts/anchors.ts";
import { Facts, type Fact } from "../parts/facts.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count, counted } from "../words/figures.ts";
import { correctionSentence } from "../words/correction-words.ts";
import { Section } from "./section.tsx";

/** Contests shown; further ones are in the JSON report. */
const mostContests = 100;

/** How far verdicts can be trusted: what people labelled, how well they agree, and which verdicts were contested. */
export function JudgingSection({ model }: { readonly model: ReportModel }): JSX.Element {
  const { labelling, contests } = model;
  return (
    <Section id="judging" title="Judges and people">
      <p class="lead">
        {correctionSentence(model)} <a href="#correction">How a rate is corrected</a>.
      </p>
      <p class="key">
        <svg class="plot-key" viewBox="0 0 12 16" aria-hidden="true" focusable="false">
          <rect class="plot-estimate" x="2" y="4" width="8" height="8" rx="1.5" />
        </svg>{" "}
        as the judges gave it{" "}
        <svg class="plot-key wide" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path class="plot-diamond" d="M8 3l5 5l-5 5l-5 -5z" />
        </svg>{" "}
        corrected
      </p>
      <h3>Labels</h3>
      {labelling.labelled === 0 ? (
        <p class="quiet-words">Nobody has labelled a trial of this run.</p>
      ) : (
        <Facts dense facts={labelFacts(model)} />
      )}
      <h3>Contested verdicts</h3>
      {contests.length === 0 ? (
        <p class="quiet-words">No verdict has been contested.</p>
      ) : (
        <Contests contests={contests} model={model} />
      )}
    </Section>
  );
}

function labelFacts({ labelling }: ReportModel): readonly Fact[] {
  const { labelled, raters, rounds, drawn, waiting, byHand, unclear, disputed, ratedTwice } = labelling;
  return [
    { name: "Labelled", value: `${counted(labelled, "trial")}, by ${counted(raters, "person", "people")}` },
    {
      name: "Drawn by chance",
      value: `${counted(drawn, "trial")} in ${counted(rounds, "round")}; ${count(waiting)} not labelled yet`,
    },
    { name: "Chosen by hand", value: byHand > 0 && correctNoRate(byHand) },
    {
      name: "Could not be told",
      value: unclear > 0 && correctNoRate(unclear),
    },
    { name: "In dispute", value: disputed > 0 && `${counted(disputed, "trial")}, until somebody settles it` },
    { name: "Rated twice", value: ratedTwice > 0 && agreementWords(labelling) },
  ];
}

function correctNoRate(trials: number): string {
  return `${counted(trials, "trial")}, which ${trials === 1 ? "corrects" : "correct"} no rate`;
}

function agreementWords({ ratedTwice, kappa, alpha }: ReportModel["labelling"]): string {
  const figures = [
    ...(kappa ? [`Cohen’s kappa ${figureWords(kappa)}`] : []),
    ...(alpha ? [`Krippendorff’s alpha ${figureWords(alpha)}`] : []),
  ];
  return figures.length === 0
    ? counted(ratedTwice, "trial")
    : `${counted(ratedTwice, "trial")}: ${figures.join(", ")} (1 is full agreement, 0 what chance gives)`;
}

function figureWords({ estimate, interval }: AgreementFigure): string {
  const figure = estimate.toFixed(2);
  return interval ? `${figure} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : figure;
}

const stateWords: Readonly<Record<ContestRow["state"], string>> = {
  open: "Open: nobody has decided yet",
  upheld: "Upheld: the verdict stands",
  overturned: "Overturned: counted by its new verdict; the old one stays in the log",
  withdrawn: "Withdrawn",
};

function Contests({
  contests,
  model,
}: {
  readonly contests: readonly ContestRow[];
  readonly model: ReportModel;
}): JSX.Element {
  return (
    <>
      <ul class="reasons">
        {contests.slice(0, mostContests).map((row) => (
          <li>
            <p>
              <strong>{stateWords[row.state]}</strong>. <code>{row.id}</code> on trial{" "}
              {Object.hasOwn(model.trials, row.trial) ? (
                <a href={`#${trialAnchor(row.trial)}`}>
                  <code>{shortId(row.trial)}</code>
                </a>
              ) : (
                <code>{shortId(row.trial)}</code>
              )}
              , {row.was === row.now ? row.was : `${row.was}, now ${row.now}`}.
            </p>
            <p class="aside">
              Contested because: <Visible text={row.because} limit={500} />
            </p>
            {row.decision !== undefined && (
              <p class="aside">
                Decided because: <Visible text={row.decision} limit={500} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {contests.length > mostContests && (
        <p>{counted(contests.length - mostContests, "further contest")} in the JSON report.</p>
      )}
    </>
  );
}
