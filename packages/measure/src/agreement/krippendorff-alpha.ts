import type { Bounds } from "../bounds.ts";
import { bootstrapInterval, type BootstrapOptions } from "../resampling/bootstrap-interval.ts";

/** How two different ratings differ: not at all alike, by rank, or by distance. The last two need numbers. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval";

/** What raters said about one case, in any order; `undefined` where a rater said nothing. */
export type RatedCase = readonly (string | number | undefined)[];

/** Krippendorff's alpha with its interval. */
export interface KrippendorffAlpha {
  /** 1 is full agreement, 0 what chance gives. At least .8 is firm, .667 to .8 tentative (Krippendorff 2004). */
  readonly estimate: number;
  /** Percentile bootstrap over cases, at most 1; `undefined` when most resamples held a single value. */
  readonly interval: Bounds | undefined;
  /** Cases with two ratings or more; the others carry no agreement. */
  readonly cases: number;
}

/**
 * Krippendorff's alpha: agreement of any number of raters, with ratings missing anywhere.
 *
 * The interval resamples cases with replacement and computes alpha anew, chance included.
 *
 * @returns `undefined` when no case has two ratings, or all ratings are one value
 * Throws RangeError when a rating is not a finite number on the ordinal or interval level.
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 */
export function krippendorffAlpha(
  cases: Iterable<RatedCase>,
  level: MeasurementLevel,
  bootstrap: BootstrapOptions,
): KrippendorffAlpha | undefined {
  const table = tableOf(cases, level);
  const everyCase = Uint32Array.from(table.cases.keys());
  const estimate = alphaOf(table, everyCase);
  if (estimate === undefined) return undefined;
  const interval = bootstrapInterval(table.cases.length, (drawn) => alphaOf(table, drawn), bootstrap);
  return { estimate, interval, cases: table.cases.length };
}

interface RatedTable {
  readonly level: MeasurementLevel;
  /** The values that occur; ascending where they are numbers. */
  readonly values: readonly (string | number)[];
  /** By case with two ratings or more: how often each value was given. */
  readonly cases: readonly (readonly ValueCount[])[];
  /** Disagreement within each case; `undefined` on the ordinal level, where it depends on the ratings drawn. */
  readonly observed: Float64Array | undefined;
}

interface ValueCount {
  readonly value: number;
  readonly count: number;
}

function tableOf(cases: Iterable<RatedCase>, level: MeasurementLevel): RatedTable {
  const kept: (string | number)[][] = [];
  const seen = new Set<string | number>();
  for (const ratings of cases) {
    const given = ratings.filter((rating) => rating !== undefined);
    if (given.length < 2) continue;
    for (const rating of given) seen.add(checked(rating, level));
    kept.push(given);
  }
  const values = [...seen].sort((one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1,
  );
  const place = new Map(values.map((value, index) => [value, index]));
  const counted = kept.map((ratings) => {
    const counts = new Map<number, number>();
    for (const rating of ratings) {
      const value = place.get(rating) ?? 0;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count }));
  });
  const table = { level, values, cases: counted, observed: undefined };
  if (level === "ordinal") return table;
  const distance = distanceOf(table, new Float64Array(values.length));
  return { ...table, observed: Float64Array.from(counted, (ratings) => observedOf(ratings, distance)) };
}

function checked(rating: string | number, level: MeasurementLevel): string | number {
  if (level !== "nominal" && !(typeof rating === "number" && Number.isFinite(rating))) {
    throw new RangeError(`agreement on the ${level} level needs numbers, got ${JSON.stringify(rating)}`);
  }
  return rating;
}

/** 1 - observed / expected disagreement of the drawn cases. */
function alphaOf(table: RatedTable, drawn: Uint32Array): number | undefined {
  const totals = new Float64Array(table.values.length);
  for (const index of drawn) {
    for (const { value, count } of table.cases[index] ?? []) totals[value] = (totals[value] ?? 0) + count;
  }
  const distance = distanceOf(table, totals);
  const all = totals.reduce((sum, count) => sum + count, 0);
  const everything = [...totals].map((count, value) => ({ value, count }));
  const expected = disagreement(everything, distance) / (all - 1);
  if (!(expected > 0)) return undefined;
  let observed = 0;
  for (const index of drawn)
    observed += table.observed?.[index] ?? observedOf(table.cases[index] ?? [], distance);
  return 1 - observed / expected;
}

/** Disagreement within a case, each rating counting once. */
function observedOf(ratings: readonly ValueCount[], distance: (low: number, high: number) => number): number {
  const size = ratings.reduce((sum, { count }) => sum + count, 0);
  return disagreement(ratings, distance) / (size - 1);
}

/** Sum of distances over ordered pairs of ratings. */
function disagreement(
  ratings: readonly ValueCount[],
  distance: (low: number, high: number) => number,
): number {
  let sum = 0;
  for (const one of ratings) {
    for (const other of ratings) {
      if (one.value < other.value) sum += 2 * one.count * other.count * distance(one.value, other.value);
    }
  }
  return sum;
}

/** Squared difference of two values by their place. On the ordinal level it counts the ratings between them. */
function distanceOf(
  { level, values }: RatedTable,
  totals: Float64Array,
): (low: number, high: number) => number {
  if (level === "nominal") return () => 1;
  if (level === "interval") return (low, high) => (Number(values[low]) - Number(values[high])) ** 2;
  const before = new Float64Array(totals.length);
  for (let index = 1; index < totals.length; index += 1) {
    before[index] = (before[index - 1] ?? 0) + (totals[index - 1] ?? 0);
  }
  const middle = (index: number): number => (before[index] ?? 0) + (totals[index] ?? 0) / 2;
  return (low, high) => (middle(low) - middle(high)) ** 2;
}
