import type { Label, LabelOutcome } from "./label.ts";

/** What people together say of a trial. */
export type SettledLabel =
  | { readonly kind: "unlabelled" }
  /** One person, or several who agree. */
  | { readonly kind: "agreed"; readonly outcome: LabelOutcome }
  /** Raters disagree and nobody has settled it: it counts for nothing until somebody does. */
  | { readonly kind: "disputed" }
  | { readonly kind: "adjudicated"; readonly outcome: LabelOutcome };

/** Settles a trial's labels, given in the order of recording. Of each person the newest word counts; an adjudication ends the matter. */
export function settleLabels(labels: readonly Label[]): SettledLabel {
  const ruling = labels.findLast(({ part }) => part === "adjudication");
  if (ruling) return { kind: "adjudicated", outcome: ruling.outcome };
  const said = new Set(newestRatings(labels).map(({ outcome }) => outcome));
  const [outcome] = said;
  if (outcome === undefined) return { kind: "unlabelled" };
  return said.size > 1 ? { kind: "disputed" } : { kind: "agreed", outcome };
}

/** Each rater's newest rating, in the order of their first. */
export function newestRatings(labels: readonly Label[]): readonly Label[] {
  const newest = new Map<string, Label>();
  for (const label of labels) if (label.part !== "adjudication") newest.set(label.rater, label);
  return [...newest.values()];
}
