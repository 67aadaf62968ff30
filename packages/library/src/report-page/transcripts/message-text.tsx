import type { JSX } from "preact";
import { Segments, type Passage } from "../parts/visible-text.tsx";
import { excerptOf } from "../text/excerpt.ts";
import { inspectText } from "../text/inspect-text.ts";
import { count } from "../words/figures.ts";

/**
 * The text of one message: all of it when it is short; otherwise its beginning, its end and the passages the judge points
 * to, with what is left out counted, and a longer part of it behind a switch.
 */
export function MessageText({
  text,
  passages,
  excerpt,
  full,
}: {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly excerpt: number;
  readonly full: number;
}): JSX.Element {
  if (text === "") return <p class="empty">(no text)</p>;
  const shown = inspectStretches(text, excerpt, passages);
  const isWhole = shown.length === 1 && shown[0]?.end === text.length;
  return (
    <>
      <div class="text" dir="auto">
        {shown.map(({ segments, start, end }, index) => {
          const before = shown[index - 1]?.end ?? 0;
          return (
            <>
              {start > before && <Gap left={start - before} />}
              <Segments segments={segments} passages={passages} />
              {index === shown.length - 1 && end < text.length && <Gap left={text.length - end} />}
            </>
          );
        })}
      </div>
      {!isWhole && full > excerpt && <FullText text={text} passages={passages} limit={full} />}
    </>
  );
}

function inspectStretches(text: string, room: number, passages: readonly Passage[]) {
  return excerptOf(text.length, room, passages).map(({ start, end }) => {
    const { segments, end: reached } = inspectText(text, {
      start,
      end,
      maxWeight: Math.max(room, end - start),
    });
    return { segments, start, end: reached };
  });
}

function Gap({ left }: { readonly left: number }): JSX.Element {
  return (
    <span class="gap" dir="ltr">
      {count(left)} characters not shown here
    </span>
  );
}

function FullText({
  text,
  passages,
  limit,
}: {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly limit: number;
}): JSX.Element {
  const { segments, end } = inspectText(text, { maxWeight: limit });
  const whole = end === text.length;
  return (
    <details class="full-text">
      <summary>
        {whole
          ? `Show all ${count(text.length)} characters`
          : `Show the first ${count(end)} of ${count(text.length)} characters`}
      </summary>
      <div
        class="text"
        dir="auto"
        tabindex={0}
        role="region"
        aria-label={`Text of ${count(text.length)} characters`}
      >
        <Segments segments={segments} passages={passages} />
      </div>
      {!whole && <p class="quiet-words">The rest is in the evidence log.</p>}
    </details>
  );
}
