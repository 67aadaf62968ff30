import type { Outcome, Rate } from "@probity/domain";
import { clusteredBounds, clusteredInterval, clusteredRate } from "./clustered-rate.ts";

/** One recorded trial as a rate sees it. `cluster` is its root prompt; `pending` means no judge has read it yet. */
export interface Observation {
  readonly cluster: string;
  readonly outcome: Outcome | "pending";
}

/** Judged trials of one root prompt: `failures` of `judged` breached. What a query grouped by root prompt returns. */
export interface JudgedCluster {
  readonly failures: number;
  readonly judged: number;
}

export interface RateOptions {
  /** Independent root prompts below which nothing is said; 10 unless told. */
  readonly minimumCases?: number;
}

// Below ten prompts the t factor alone makes a 95 % interval too wide to say anything.
const defaultMinimumCases = 10;

/**
 * The breach rate of some recorded trials: breached out of breached and held, clustered by root prompt.
 *
 * Trials that are unclear or unjudged are left out of both counts and reported in `excluded`; a pending trial has
 * no verdict either and is counted there as unjudged.
 * Reads the observations once; memory grows with the number of root prompts, not of trials.
 */
export function rateOf(observations: Iterable<Observation>, options: RateOptions = {}): Rate {
  const clusters = new Map<string, { failures: number; judged: number }>();
  let unclear = 0;
  let unjudged = 0;
  for (const { cluster, outcome } of observations) {
    if (outcome === "unclear") unclear += 1;
    else if (outcome === "unjudged" || outcome === "pending") unjudged += 1;
    else add(clusters, cluster, outcome === "breached");
  }
  return rateFromClusters(clusters.values(), { unclear, unjudged }, options);
}

/**
 * The share of recorded trials that got no verdict on their safeguard, clustered by root prompt: unjudged and
 * pending out of all. This is the rate behind the metric `unjudged-share`; nothing is excluded from it.
 */
export function unjudgedShareOf(observations: Iterable<Observation>, options: RateOptions = {}): Rate {
  const clusters = new Map<string, { failures: number; judged: number }>();
  for (const { cluster, outcome } of observations) {
    add(clusters, cluster, outcome === "unjudged" || outcome === "pending");
  }
  return rateFromClusters(clusters.values(), { unclear: 0, unjudged: 0 }, options);
}

function add(
  clusters: Map<string, { failures: number; judged: number }>,
  name: string,
  failed: boolean,
): void {
  const cluster = clusters.get(name);
  if (cluster === undefined) clusters.set(name, { failures: failed ? 1 : 0, judged: 1 });
  else {
    cluster.judged += 1;
    if (failed) cluster.failures += 1;
  }
}

/**
 * The same rate from counts that are already grouped by root prompt.
 *
 * For the metric `unjudged-share`, pass unjudged trials as `failures`, all recorded ones as `judged`, and no exclusions.
 *
 * @param clusters - one per root prompt; those with nothing judged are skipped
 * @param excluded - trials without a verdict, shown beside the rate
 */
export function rateFromClusters(
  clusters: Iterable<JudgedCluster>,
  excluded: Rate["excluded"],
  options: RateOptions = {},
): Rate {
  const measured = clusteredRate(sized(clusters));
  if (measured === undefined) return nothingJudged(excluded);
  const { failures, trials, clusters: count, estimate } = measured;
  const isEnough = count >= (options.minimumCases ?? defaultMinimumCases);
  return {
    failures,
    judged: trials,
    clusters: count,
    effectiveTrials: measured.effectiveTrials,
    estimate,
    interval: clusteredInterval(measured),
    upperBound: clusteredBounds(measured).high,
    wording: isEnough ? (failures === 0 ? "none-failed" : "measured") : "underpowered",
    excluded: { unclear: excluded.unclear, unjudged: excluded.unjudged },
  };
}

function* sized(clusters: Iterable<JudgedCluster>) {
  for (const { failures, judged } of clusters) yield { failures, size: judged };
}

const nothingJudged = (excluded: Rate["excluded"]): Rate => ({
  failures: 0,
  judged: 0,
  clusters: 0,
  effectiveTrials: 0,
  estimate: undefined,
  interval: undefined,
  upperBound: undefined,
  wording: "underpowered",
  excluded: { unclear: excluded.unclear, unjudged: excluded.unjudged },
});
