import type { ReportModel } from "@probity/domain";
import type { ComponentChildren, JSX } from "preact";
import { Explained } from "../parts/explained.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { plainSummary } from "../words/plain-summary.ts";
import { terms, type Term } from "../words/terms.ts";
import { Section } from "./section.tsx";

/** The page that everybody reads: five questions and their answers, in plain words. */
export function SummarySection({ model }: { readonly model: ReportModel }): JSX.Element {
  const explain = firstTimeOnly();
  return (
    <Section id="summary" title="Summary">
      <div class="summary">
        {plainSummary(model).map(({ heading, sentences, points }) => (
          <div class="summary-part">
            <h3>{heading}</h3>
            <div>
              {sentences.map((text) => (
                <p>{explain(text)}</p>
              ))}
              {points.length > 0 && (
                <ul>
                  {points.map((text) => (
                    <li>{explain(text)}</li>
                  ))}
                </ul>
              )}
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Words that are explained where they stand, longest first. */
const explained: readonly (readonly [words: string, term: Term])[] = [
  ["95\u00a0% interval", terms.interval],
  ["different prompts", terms.cases],
  ["fair requests", terms.fairRequest],
  ["may still fail", terms.mayStillFail],
  ["too few cases", terms.tooFew],
  ["not judged", terms.notJudged],
];
const anyTerm = new RegExp(`(${explained.map(([words]) => words).join("|")})`);

/** Shows texts in reading order and explains each term where it first stands. */
function firstTimeOnly(): (text: string) => ComponentChildren {
  const told = new Set<Term>();
  return (text) =>
    text.split(anyTerm).map((piece) => {
      const term = explained.find(([words]) => words === piece)?.[1];
      if (!term || told.has(term)) return <Visible text={piece} limit={2000} />;
      told.add(term);
      return <Explained term={term}>{piece}</Explained>;
    });
}
