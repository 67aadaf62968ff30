import type { ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { Visible } from "../parts/visible-text.tsx";
import { count, counted } from "../words/figures.ts";
import { ruleWords, transformWords, weaknessWords } from "../words/labels.ts";
import { excludedWords } from "../words/rate-words.ts";
import { moment } from "../words/moments.ts";
import { Section } from "./section.tsx";

/** Rows of one list. Refusals repeat: equal ones are one row with their number. */
const mostRows = 200;

/** What the figures do not cover: probes left out, actions refused, and what the reader must know. */
export function UntestedSection({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <Section
      id="untested"
      title="Not tested, refused, and limits"
      lead="What the figures above do not cover. Whatever stands here is unknown, not good."
    >
      <h3>Tests left out</h3>
      <Skipped model={model} />
      <Undecided model={model} />
      <h3>Actions refused</h3>
      <Denied model={model} />
      <h3>Limits of this report</h3>
      {model.limitations.length === 0 ? (
        <p class="quiet-words">None were recorded.</p>
      ) : (
        <ul class="limits">
          {model.limitations.slice(0, mostRows).map((text) => (
            <li>
              <Visible text={text} limit={1500} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Skipped({ model: { skipped } }: { readonly model: ReportModel }): JSX.Element {
  if (skipped.length === 0) return <p class="quiet-words">Every test that was chosen could be sent.</p>;
  const byReason = Map.groupBy(skipped, ({ reason }) => reason);
  return (
    <ul class="reasons">
      {[...byReason].slice(0, mostRows).map(([reason, probes]) => (
        <li>
          <strong>{counted(probes.length, "test")}</strong>: <Visible text={reason} limit={400} />
          <details>
            <summary>Which</summary>
            <p>
              {probes.slice(0, mostRows).map(({ probeId }, index) => (
                <>
                  {index > 0 && ", "}
                  <code>
                    <Visible text={probeId} limit={120} />
                  </code>
                </>
              ))}
              {probes.length > mostRows && ` and ${count(probes.length - mostRows)} more`}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Groups that were tried and about which nothing can be said; left out when there are none. */
function Undecided({ model: { undecided } }: { readonly model: ReportModel }): JSX.Element | null {
  if (undecided.length === 0) return null;
  return (
    <>
      <h3>Tried, and nothing could be judged</h3>
      <ul class="reasons">
        {undecided.slice(0, mostRows).map((group) => (
          <li>
            <Visible
              text={`${weaknessWords(group)}, ${transformWords(group.transform)}: ${excludedWords(group.rate) ?? "no trial"}`}
              limit={400}
            />
          </li>
        ))}
      </ul>
      {undecided.length > mostRows && <p>Every group is in the JSON and CSV reports.</p>}
    </>
  );
}

function Denied({ model: { denials } }: { readonly model: ReportModel }): JSX.Element {
  if (denials.length === 0) return <p class="quiet-words">No action was refused.</p>;
  const alike = [
    ...Map.groupBy(denials, ({ rule, subject, message }) => `${rule}\n${subject}\n${message}`).values(),
  ];
  return (
    <>
      <p>Nothing was sent for any of these. Each was refused by a rule that was agreed beforehand.</p>
      <div class="scroll" tabindex={0} role="region" aria-label="Actions refused">
        <table class="plain">
          <caption>Refused actions, with the rule that refused them</caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col" class="figure">
                Times
              </th>
              <th scope="col">First</th>
            </tr>
          </thead>
          <tbody>
            {alike
              .slice(0, mostRows)
              .map(([first, ...others]) => first && <Refusal first={first} times={others.length + 1} />)}
          </tbody>
        </table>
      </div>
      {alike.length > mostRows && (
        <p>{counted(alike.length - mostRows, "further kind")} in the JSON report.</p>
      )}
    </>
  );
}

function Refusal({
  first,
  times,
}: {
  readonly first: ReportModel["denials"][number];
  readonly times: number;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{ruleWords[first.rule]}</th>
      <td>
        <code>
          <Visible text={first.subject} limit={160} />
        </code>
      </td>
      <td>
        <Visible text={first.message} limit={400} />
        <span class="aside">
          <Visible text={first.remedy} limit={400} />
        </span>
      </td>
      <td class="figure">{count(times)}</td>
      <td>
        <time dateTime={first.at}>{moment(first.at)}</time>
      </td>
    </tr>
  );
}
