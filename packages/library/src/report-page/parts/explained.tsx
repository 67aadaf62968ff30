import type { JSX } from "preact";
import { terms, type Term } from "../words/terms.ts";

/** A word with its meaning behind it: a button that opens the definition, by the browser alone, without script. */
export function Explained({
  term,
  children,
}: {
  readonly term: Term;
  readonly children?: string;
}): JSX.Element {
  return (
    <button type="button" class="term" popovertarget={`term-${term.id}`}>
      {children ?? term.word}
    </button>
  );
}

/** The definitions that `Explained` opens. Stands once in the page. */
export function Definitions(): JSX.Element {
  return (
    <div class="definitions">
      {Object.values<Term>(terms).map(({ id, word, meaning }) => (
        <div
          id={`term-${id}`}
          class="definition"
          popover="auto"
          role="note"
          aria-label={`Meaning of ${word}`}
        >
          <p>
            <strong>{word}</strong>
          </p>
          <p>{meaning}</p>
        </div>
      ))}
    </div>
  );
}
