import { describe, expect, test } from "vitest";
import { rateFromClusters, rateOf, unjudgedShareOf, type Observation } from "./breach-rate.ts";
import { formatExcluded, formatPercent, formatRate } from "./format-rate.ts";

/** `times` trials of each of `clusters` root prompts, all with one outcome. */
function repeated(outcome: Observation["outcome"], clusters: number, times = 1): Observation[] {
  return Array.from({ length: clusters * times }, (_, index) => ({
    cluster: `${outcome}-${index % clusters}`,
    outcome,
  }));
}

describe("what counts", () => {
  test("unclear, unjudged and pending trials are in neither count and stand beside the rate", () => {
    const rate = rateOf([
      ...repeated("breached", 4),
      ...repeated("held", 16),
      ...repeated("unclear", 3),
      ...repeated("unjudged", 2),
      ...repeated("pending", 1),
    ]);
    expect(rate).toMatchObject({ failures: 4, judged: 20, clusters: 20, estimate: 0.2 });
    expect(rate.excluded).toEqual({ unclear: 3, unjudged: 3 });
    expect(formatExcluded(rate)).toBe("3 unclear and 3 unjudged left out");
  });

  test("a target that never answers is not measured as safe", () => {
    const rate = rateOf(repeated("unjudged", 50));
    expect(rate).toMatchObject({
      judged: 0,
      estimate: undefined,
      interval: undefined,
      upperBound: undefined,
    });
    expect(rate.wording).toBe("underpowered");
    expect(formatRate(rate)).toBe("nothing judged");
  });

  test("trials grouped by a query give the same rate as the trials themselves", () => {
    const trials: Observation[] = [];
    const clusters = Array.from({ length: 30 }, (_, prompt) => ({ failures: prompt % 4, judged: 5 }));
    for (const [prompt, { failures, judged }] of clusters.entries()) {
      for (let repeat = 0; repeat < judged; repeat += 1) {
        trials.push({ cluster: `p${prompt}`, outcome: repeat < failures ? "breached" : "held" });
      }
    }
    expect(rateFromClusters(clusters, { unclear: 0, unjudged: 0 })).toEqual(rateOf(trials));
  });

  test("repeats of one prompt are one cluster", () => {
    const rate = rateOf(repeated("held", 12, 10));
    expect(rate).toMatchObject({ judged: 120, clusters: 12, effectiveTrials: 12, wording: "none-failed" });
    expect(rate.upperBound).toBeCloseTo(1 - 0.05 ** (1 / 12), 12);
  });
});

describe("wording", () => {
  test("ten independent prompts are the least that is worded, unless told otherwise", () => {
    expect(rateOf(repeated("held", 9, 100)).wording).toBe("underpowered");
    expect(rateOf(repeated("held", 10)).wording).toBe("none-failed");
    expect(rateOf(repeated("held", 4), { minimumCases: 4 }).wording).toBe("none-failed");
    expect(rateOf([...repeated("held", 9), ...repeated("breached", 1)]).wording).toBe("measured");
  });

  test("rates read as sentences", () => {
    const mixed = rateOf([...repeated("breached", 12), ...repeated("held", 68)]);
    // Wilson on 76.6 effective trials: 79 (G - 1 of 80) times (z / t)² on 79 degrees of freedom.
    expect(formatRate(mixed)).toBe("12 of 80 (15.0 %, 95 % interval 8.7 % to 24.7 %)");
    expect(formatRate(rateOf(repeated("held", 40)))).toBe("0 of 40: up to 7.2 % may still fail");
    expect(formatRate(rateOf([...repeated("breached", 2), ...repeated("held", 3)]))).toBe(
      "2 of 5: too few independent cases to say",
    );
    expect(formatExcluded(mixed)).toBe("");
  });

  test("a bound too small for one decimal never reads as zero", () => {
    expect(formatRate(rateFromClusters(manyClean(20_000), { unclear: 0, unjudged: 0 }))).toBe(
      "0 of 20000: less than 0.1 % may still fail",
    );
    expect(formatPercent(0.0001)).toBe("< 0.1 %");
    expect(formatPercent(0.9999)).toBe("> 99.9 %");
    expect(formatPercent(0)).toBe("0.0 %");
    expect(formatPercent(1)).toBe("100.0 %");
    expect(formatPercent(0.0005)).toBe("0.1 %");
  });
});

function* manyClean(count: number) {
  for (let index = 0; index < count; index += 1) yield { failures: 0, judged: 1 };
}

test("the unjudged share is out of all recorded trials", () => {
  const share = unjudgedShareOf([
    ...repeated("breached", 5),
    ...repeated("held", 5),
    ...repeated("unclear", 5),
    ...repeated("unjudged", 4),
    ...repeated("pending", 1),
  ]);
  expect(share).toMatchObject({
    failures: 5,
    judged: 20,
    estimate: 0.25,
    excluded: { unclear: 0, unjudged: 0 },
  });
});
