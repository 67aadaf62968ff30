import type { ReportModel, TimelineEntry } from "@probity/domain";
import type { JSX } from "preact";
import { Visible } from "../parts/visible-text.tsx";
import { count } from "../words/figures.ts";
import { clock, day } from "../words/moments.ts";
import { Section } from "./section.tsx";

/** Entries shown from each end of a long run. */
const fromEachEnd = 60;

/** What happened to the run, in time order. */
export function TimelineSection({ model: { timeline } }: { readonly model: ReportModel }): JSX.Element {
  const long = timeline.length > 2 * fromEachEnd;
  const left = long ? timeline.length - 2 * fromEachEnd : 0;
  const first = long ? timeline.slice(0, fromEachEnd) : timeline;
  const last = long ? timeline.slice(-fromEachEnd) : [];
  return (
    <Section id="timeline" title="Timeline" lead="All times are UTC.">
      {timeline.length === 0 ? (
        <p class="quiet-words">Nothing was recorded.</p>
      ) : (
        <ol class="timeline">
          {first.map((entry) => (
            <Entry entry={entry} />
          ))}
          {left > 0 && <li>{count(left)} more in the JSON report.</li>}
          {last.map((entry) => (
            <Entry entry={entry} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }): JSX.Element {
  return (
    <li>
      <time dateTime={entry.at}>
        {day(entry.at)}, {clock(entry.at, true)}
      </time>
      <p>
        <Visible text={entry.what} limit={500} />
      </p>
    </li>
  );
}
