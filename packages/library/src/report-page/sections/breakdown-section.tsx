import type { Rate, RateRow, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { RateTable } from "../parts/rate-table.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { asTitle } from "../words/labels.ts";
import { Section } from "./section.tsx";

/** Lines of one table; a longer one would no longer be read. */
const mostLines = 200;

/** The same trials seen from four sides: kind of attack, disguise, who asks, and whether fair requests are helped. */
export function BreakdownSection({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <Section
      id="breakdown"
      title="Where it is weaker and stronger"
      lead="The same trials, seen from different sides. A line that crosses another's is not shown to differ from it."
    >
      <Breakdown
        title="By kind of attack"
        what="Family"
        rows={model.byFamily}
        overall={{ label: "All attempts", rate: model.overall.attack }}
      />
      <Breakdown title="By disguise" what="Transform" rows={model.byTransform} verbatim />
      <Breakdown title="By who is asking" what="Population" failed="Failed" rows={model.byPopulation} />
      <Breakdown
        title="Usefulness: fair requests that were refused"
        what="Family"
        rows={model.overRefusalByFamily}
        failed="Refused"
        overall={{ label: "All fair requests", rate: model.overall.benign }}
      />
    </Section>
  );
}

function Breakdown({
  title,
  what,
  rows,
  overall,
  failed = "Got through",
  verbatim = false,
}: {
  readonly title: string;
  readonly what: string;
  readonly rows: readonly RateRow[];
  readonly overall?: { readonly label: string; readonly rate: Rate };
  /** Head of the column of failures. */
  readonly failed?: string;
  /** Labels are ids to be typed again, not words. */
  readonly verbatim?: boolean;
}): JSX.Element {
  if (rows.length === 0) {
    return (
      <>
        <h3>{title}</h3>
        <p class="quiet-words">Nothing was tested on this side.</p>
      </>
    );
  }
  const lines = rows.slice(0, mostLines).map(({ label, rate }) => ({
    label: <Visible text={verbatim ? label : asTitle(label)} limit={120} />,
    rate,
  }));
  return (
    <>
      <h3>{title}</h3>
      <RateTable
        caption={title}
        captioned={false}
        failed={failed}
        what={what}
        lines={overall ? [...lines, { ...overall, whole: true }] : lines}
      />
    </>
  );
}
