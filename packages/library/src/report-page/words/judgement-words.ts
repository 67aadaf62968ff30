import type { Judgement } from "@probity/domain";
import { counted, percent } from "./figures.ts";

/** How a model or panel came to its verdict, in one sentence a fact; a reader checks a judge by it. */
export function judgementWords({
  samples = [],
  agreement,
  checks = {},
  votes = [],
  use,
}: Judgement): readonly string[] {
  const said = [...Map.groupBy(samples, (value) => value)].map(
    ([value, group]) => `${group.length} × ${value}`,
  );
  const flipped = Object.entries(checks).filter(([, result]) => result === "flipped");
  const agreed = agreement === undefined ? "" : `, agreement ${percent(agreement)}`;
  return [
    ...(samples.length > 0 ? [`${counted(samples.length, "sample")}: ${said.join(", ")}${agreed}.`] : []),
    ...(flipped.length > 0
      ? [`Turned by the check of ${flipped.map(([check]) => check).join(" and ")}.`]
      : []),
    ...(votes.length > 0
      ? [
          `Asked: ${votes
            .map(({ judge, outcome, confidence }) =>
              confidence === undefined
                ? `${judge} (${outcome})`
                : `${judge} (${outcome}, ${percent(confidence)})`,
            )
            .join(", ")}.`,
        ]
      : []),
    ...(use
      ? [`${counted(use.calls, "call")} of ${use.models.join(", ") || "a model that gave no name"}.`]
      : []),
  ];
}
