import type { FindingKey, Rate, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { RateTable, type RateLine } from "../parts/rate-table.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { counted } from "../words/figures.ts";
import { asTitle, asWords, transformWords } from "../words/labels.ts";
import { Section } from "./section.tsx";

type HeldGroup = FindingKey & { readonly rate: Rate };

/** Groups shown at once, and groups shown at all; the rest is in the JSON and CSV reports. */
const shownAtOnce = 12;
const mostGroups = 400;

/** Where nothing failed, with how much may still be hidden there. */
export function HeldSection({ model }: { readonly model: ReportModel }): JSX.Element {
  const tested = model.held
    .filter(({ rate }) => rate.wording !== "underpowered")
    .toSorted((a, b) => (a.rate.upperBound ?? 1) - (b.rate.upperBound ?? 1));
  const thin = model.held.filter(({ rate }) => rate.wording === "underpowered");
  return (
    <Section
      id="held"
      title="What held"
      lead="Where no failure was seen. The hatched bar shows how much may still be hidden; only more cases make it shorter."
    >
      {tested.length === 0 && <p>No group had enough cases to say that it held.</p>}
      {tested.length > 0 && (
        <RateTable
          caption="Groups in which nothing failed, best tested first"
          what="Group"
          lines={tested.slice(0, shownAtOnce).map(lineOf)}
        />
      )}
      {tested.length > shownAtOnce && (
        <details class="more">
          <summary>Show {counted(tested.length - shownAtOnce, "more group")}</summary>
          <RateTable
            caption="Further groups in which nothing failed"
            what="Group"
            lines={tested.slice(shownAtOnce, mostGroups).map(lineOf)}
          />
        </details>
      )}
      {thin.length > 0 && (
        <details class="more">
          <summary>{counted(thin.length, "group")} with too few cases to say anything</summary>
          <RateTable
            caption="Groups with too few independent cases"
            what="Group"
            lines={thin.slice(0, mostGroups).map(lineOf)}
          />
        </details>
      )}
      {model.held.length > mostGroups && <p>Every group is in the JSON and CSV reports.</p>}
    </Section>
  );
}

function lineOf(group: HeldGroup): RateLine {
  const name =
    group.purpose === "attack"
      ? `${asTitle(group.safeguard)} against ${asWords(group.family)}`
      : `Fair requests: ${asWords(group.family)}`;
  return {
    rate: group.rate,
    label: (
      <>
        <Visible text={name} limit={200} />
        <span class="aside">
          <Visible text={transformWords(group.transform)} limit={200} />
        </span>
      </>
    ),
  };
}
