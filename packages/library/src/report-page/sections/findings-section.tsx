import type { Finding, ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { FilterChoice } from "../parts/filter-choice.tsx";
import { count, counted } from "../words/figures.ts";
import { asWords, purposeWords, severityWords } from "../words/labels.ts";
import { FindingCard } from "./finding-card.tsx";
import { Section } from "./section.tsx";

/** Findings shown as cards; further ones are in the JSON and CSV reports. Keeps the page readable and bounded. */
const mostFindings = 300;

/** The weaknesses, worst first, each as a rate with its evidence. */
export function FindingsSection({ model }: { readonly model: ReportModel }): JSX.Element {
  const findings = model.findings;
  const shown = findings.slice(0, mostFindings);
  return (
    <Section id="findings" title="Findings" lead={leadWords(findings.length)}>
      {shown.length > 1 && <FindingFilter findings={shown} />}
      <div class="findings" data-filtered="findings">
        {shown.map((finding) => (
          <FindingCard finding={finding} model={model} />
        ))}
      </div>
      {findings.length > shown.length && (
        <p>{counted(findings.length - shown.length, "further finding")} in the JSON and CSV reports.</p>
      )}
    </Section>
  );
}

function leadWords(found: number): string {
  if (found === 0)
    return "No weakness was seen. That is not proof that there is none: see what was not tested.";
  return `${counted(found, "weakness", "weaknesses")}, worst first. Each is a rate over trials, not a single lucky hit.`;
}

/** Three choices that narrow the list. Hidden until the page's script can act on them. */
function FindingFilter({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const families = [...new Set(findings.map(({ family }) => family))].sort();
  const severities = (["critical", "high", "medium", "low"] as const).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return (
    <div
      class="filter"
      role="group"
      aria-label="Show only"
      data-filter="findings"
      data-noun="findings"
      hidden
    >
      <FilterChoice
        name="severity"
        label="Severity"
        options={severities.map((severity) => [severity, severityWords[severity]])}
      />
      <FilterChoice
        name="family"
        label="Family"
        options={families.map((family) => [family, asWords(family)])}
      />
      <FilterChoice
        name="purpose"
        label="Kind"
        options={(["attack", "benign"] as const).map((purpose) => [purpose, purposeWords[purpose]])}
      />
      <p class="filter-count" role="status">
        {count(findings.length)} findings
      </p>
    </div>
  );
}
