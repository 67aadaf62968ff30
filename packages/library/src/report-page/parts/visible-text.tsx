import type { ComponentChildren, JSX } from "preact";
import { inspectText, type TextSegment } from "../text/inspect-text.ts";

/** A passage to bring out, in UTF-16 units of the whole text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A short text from outside (a name, a reason, a statement): what is hidden in it becomes visible, what is long is
 * cut with its length, and writing from right to left cannot reorder what stands beside it.
 */
export function Visible({
  text,
  limit = 600,
}: {
  readonly text: string;
  readonly limit?: number;
}): JSX.Element {
  const { segments, end } = inspectText(text, { maxWeight: limit });
  const body = (
    <>
      <Segments segments={segments} />
      {end < text.length && <span class="cut"> … ({text.length} characters in all)</span>}
    </>
  );
  return rightToLeft.test(text) ? <bdi>{body}</bdi> : body;
}

/** Inspected text with its marks, and with passages brought out by underline, weight and colour. */
export function Segments({
  segments,
  passages = [],
}: {
  readonly segments: readonly TextSegment[];
  readonly passages?: readonly Passage[];
}): JSX.Element {
  return <>{segments.map((segment) => segmentChildren(segment, passages))}</>;
}

function segmentChildren(segment: TextSegment, passages: readonly Passage[]): ComponentChildren {
  if (passages.length === 0) return segment.kind === "plain" ? segment.text : <Mark segment={segment} />;
  const inside = passages.filter(({ start, end }) => start < segment.end && end > segment.start);
  if (inside.length === 0) return segment.kind === "plain" ? segment.text : <Mark segment={segment} />;
  if (segment.kind === "mark") {
    return (
      <mark>
        <Mark segment={segment} />
      </mark>
    );
  }
  return partedAt(segment, inside);
}

/** Parts plain text at the edges of passages; overlapping passages read as one. */
function partedAt(
  segment: TextSegment & { readonly kind: "plain" },
  passages: readonly Passage[],
): ComponentChildren {
  const edges = new Set([segment.start, segment.end]);
  for (const { start, end } of passages) {
    edges.add(Math.min(segment.end, Math.max(segment.start, start)));
    edges.add(Math.min(segment.end, Math.max(segment.start, end)));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const until = cuts[index + 1] ?? segment.end;
    const text = segment.text.slice(from - segment.start, until - segment.start);
    return passages.some(({ start, end }) => start <= from && end >= until) ? <mark>{text}</mark> : text;
  });
}

function Mark({ segment }: { readonly segment: TextSegment & { readonly kind: "mark" } }): JSX.Element {
  return (
    <span class="hidden-mark" title={segment.meaning}>
      {segment.label}
    </span>
  );
}
