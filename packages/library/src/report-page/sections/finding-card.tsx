import type { Finding, ReportModel, TrialId } from "@probity/domain";
import type { JSX } from "preact";
import { findingAnchor, shortId, trialAnchor } from "../parts/anchors.ts";
import { Command } from "../parts/command.tsx";
import { CorrectionNote } from "../parts/correction-note.tsx";
import { RatePlot } from "../parts/rate-plot.tsx";
import { SeverityTag } from "../parts/tags.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count, counted, percent } from "../words/figures.ts";
import { purposeWords, transformWords, weaknessWords } from "../words/labels.ts";
import { casesWords, excludedWords, intervalWords, ratioWords } from "../words/rate-words.ts";

/** Evidence and probes named on a card; the rest is counted. */
const mostLinks = 12;

/** One weakness: how bad, what, for whom, how often, and where it can be seen and tried again. */
export function FindingCard({
  finding,
  model,
}: {
  readonly finding: Finding;
  readonly model: ReportModel;
}): JSX.Element {
  const anchor = findingAnchor(finding.id);
  const objective = model.charter.objectives.find(({ safeguard }) => safeguard === finding.safeguard);
  return (
    <article
      class="finding"
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      data-severity={finding.severity}
      data-family={finding.family}
      data-purpose={finding.purpose}
    >
      <div class="finding-words">
        <p class="finding-tags">
          <SeverityTag severity={finding.severity} />
          <span class="finding-kind">{purposeWords[finding.purpose]}</span>
          <code>
            <Visible text={finding.id} limit={40} />
          </code>
        </p>
        <h3 id={`${anchor}-title`}>
          <Visible text={weaknessWords(finding)} limit={200} />
        </h3>
        <p>
          <Visible text={capitalised(transformWords(finding.transform))} limit={200} />.{" "}
          {objective && <Visible text={objective.harm} limit={400} />}
        </p>
        <ul class="standards" aria-label="Standards">
          {finding.standards.slice(0, mostLinks).map((standard) => (
            <li>
              <Visible text={standard} limit={60} />
            </li>
          ))}
        </ul>
      </div>
      <FindingRate finding={finding} />
      <FindingEvidence finding={finding} model={model} />
    </article>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function FindingRate({ finding: { rate } }: { readonly finding: Finding }): JSX.Element {
  const excluded = excludedWords(rate);
  const measured = rate.wording === "measured" && rate.estimate !== undefined;
  return (
    <div class="finding-rate">
      <p class="finding-figure">
        <strong>{ratioWords(rate)}</strong> {measured && <span>{percent(rate.estimate ?? 0)}</span>}
      </p>
      <RatePlot rate={rate} />
      <p class="quiet-words">
        {measured
          ? `95\u00a0% interval ${intervalWords(rate)}`
          : "Too few independent cases to state a rate. The failures are real."}
        <br />
        {casesWords(rate)}
        {excluded && `; ${excluded}`}
        <CorrectionNote rate={rate} />
      </p>
    </div>
  );
}

function FindingEvidence({
  finding,
  model,
}: {
  readonly finding: Finding;
  readonly model: ReportModel;
}): JSX.Element {
  const first = finding.evidence[0];
  return (
    <details class="finding-more">
      <summary>
        Evidence: {counted(finding.evidence.length, "trial")}, {counted(finding.probes.length, "probe")}
      </summary>
      <p>Trials in which it failed, most telling first:</p>
      <EvidenceLinks evidence={finding.evidence} model={model} />
      <p>
        Probes:{" "}
        {finding.probes.slice(0, mostLinks).map((probe, index) => (
          <>
            {index > 0 && ", "}
            <code>
              <Visible text={probe} limit={120} />
            </code>
          </>
        ))}
        {finding.probes.length > mostLinks && ` and ${count(finding.probes.length - mostLinks)} more`}
      </p>
      {first && (
        <div class="screen-only">
          <p>Send the first of them again:</p>
          <Command
            text={model.replayCommand.replaceAll("{trial}", first)}
            label="command that replays the trial"
          />
        </div>
      )}
    </details>
  );
}

function EvidenceLinks({
  evidence,
  model,
}: {
  readonly evidence: readonly TrialId[];
  readonly model: ReportModel;
}): JSX.Element {
  return (
    <ul class="evidence-links">
      {evidence.slice(0, mostLinks).map((trial) => (
        <li>
          {Object.hasOwn(model.trials, trial) ? (
            <a href={`#${trialAnchor(trial)}`}>
              <code>{shortId(trial)}</code>
            </a>
          ) : (
            <>
              <code>{shortId(trial)}</code> <span class="aside">in the store</span>
            </>
          )}
        </li>
      ))}
      {evidence.length > mostLinks && <li>and {count(evidence.length - mostLinks)} more in the store</li>}
    </ul>
  );
}
