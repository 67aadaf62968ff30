import type { CriterionResult, Outcome, Severity } from "@probity/domain";
import type { JSX } from "preact";

/** Shapes drawn in a 16 by 16 box. They repeat what the words beside them say, for readers who do not see colour. */
const shapes = {
  octagon: "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z",
  triangle: "M8 1.5 15 14H1z",
  diamond: "M8 1l7 7-7 7-7-7z",
  circle: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z",
  tick: "M2.5 8.5 6.5 12.5 13.5 4",
  cross: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  dash: "M3 8h10",
  question: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.2 8 10.2M8 12.9v.2",
} as const;

function Shape({
  name,
  filled = false,
}: {
  readonly name: keyof typeof shapes;
  readonly filled?: boolean;
}): JSX.Element {
  return (
    <svg class={filled ? "icon filled" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

const severityShapes = {
  critical: "octagon",
  high: "triangle",
  medium: "diamond",
  low: "circle",
} as const satisfies Record<Severity, keyof typeof shapes>;

/** The shape of a severity: octagon, triangle, diamond, ring. */
export function SeverityIcon({ severity }: { readonly severity: Severity }): JSX.Element {
  return <Shape name={severityShapes[severity]} filled={severity !== "low"} />;
}

const standingShapes = {
  met: "tick",
  "not-met": "cross",
  "not-shown": "question",
  underpowered: "dash",
} as const satisfies Record<CriterionResult["standing"], keyof typeof shapes>;

/** The shape of a standing: tick, cross, question mark, dash. */
export function StandingIcon({ standing }: { readonly standing: CriterionResult["standing"] }): JSX.Element {
  return <Shape name={standingShapes[standing]} />;
}

const outcomeShapes = {
  breached: "cross",
  held: "tick",
  unclear: "question",
  unjudged: "dash",
  pending: "dash",
} as const satisfies Record<Outcome | "pending", keyof typeof shapes>;

/** The shape of an outcome: cross, tick, question mark, dash. */
export function OutcomeIcon({ outcome }: { readonly outcome: Outcome | "pending" }): JSX.Element {
  return <Shape name={outcomeShapes[outcome]} />;
}
