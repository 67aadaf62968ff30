import type { CriterionResult, Outcome, Purpose, Severity } from "@probity/domain";
import type { JSX } from "preact";
import { outcomeWords, severityWords, standingWords } from "../words/labels.ts";
import { OutcomeIcon, SeverityIcon, StandingIcon } from "./icons.tsx";

/** Severity as shape, word and colour. */
export function SeverityTag({ severity }: { readonly severity: Severity }): JSX.Element {
  return (
    <span class={`tag severity-${severity}`}>
      <SeverityIcon severity={severity} />
      {severityWords[severity]}
    </span>
  );
}

/** Standing of a criterion as shape, word and colour. */
export function StandingTag({ standing }: { readonly standing: CriterionResult["standing"] }): JSX.Element {
  return (
    <span class={`tag standing-${standing}`}>
      <StandingIcon standing={standing} />
      {standingWords[standing]}
    </span>
  );
}

/** Outcome of a trial as shape, word and colour. The word follows the trial's purpose. */
export function OutcomeTag({
  outcome,
  purpose,
}: {
  readonly outcome: Outcome | "pending";
  readonly purpose: Purpose;
}): JSX.Element {
  return (
    <span class={`tag outcome-${outcome}`}>
      <OutcomeIcon outcome={outcome} />
      {outcomeWords[purpose][outcome]}
    </span>
  );
}
