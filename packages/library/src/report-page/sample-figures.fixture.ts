import { createHash } from "node:crypto";
import {
  asDigest,
  asTrialId,
  type Digest,
  type Rate,
  type RateCorrection,
  type TrialId,
} from "@probity/domain";

/** SHA-256 of a text, as digests are written. */
export const digestOf = (text: string): Digest => asDigest(createHash("sha256").update(text).digest("hex"));

/** A trial's id in the sample. */
export const sampleTrialId = (name: string): TrialId => asTrialId(digestOf(`trial ${name}`));

/** A rate as the engine would give it, near enough for a sample: Wilson with `effective` trials. */
export function sampleRate(failures: number, judged: number, clusters = Math.ceil(judged / 4)): Rate {
  const effective = Math.min(judged, clusters * 1.6);
  const estimate = judged === 0 ? undefined : failures / judged;
  const z = 1.959963984540054;
  const p = estimate ?? 0;
  const centre = (p + z ** 2 / (2 * effective)) / (1 + z ** 2 / effective);
  const half =
    (z * Math.sqrt((p * (1 - p)) / effective + z ** 2 / (4 * effective ** 2))) / (1 + z ** 2 / effective);
  return {
    failures,
    judged,
    clusters,
    effectiveTrials: effective,
    estimate,
    interval:
      judged === 0
        ? undefined
        : { low: failures === 0 ? 0 : Math.max(0, centre - half), high: Math.min(1, centre + half) },
    upperBound:
      judged === 0 ? undefined : failures === 0 ? 1 - 0.05 ** (1 / effective) : Math.min(1, centre + half),
    wording: clusters < 5 ? "underpowered" : failures === 0 ? "none-failed" : "measured",
    excluded: { unclear: judged % 4, unjudged: judged % 3 },
    correction: sampleCorrection({ failures, judged, tooFew: clusters < 5 }),
  };
}

/** Every third rate is not corrected. */
function sampleCorrection({
  failures,
  judged,
  tooFew,
}: {
  readonly failures: number;
  readonly judged: number;
  readonly tooFew: boolean;
}): RateCorrection {
  if (tooFew) return { kind: "not-corrected", reason: "too-few-cases", about: [], labels: 0 };
  if (judged % 3 !== 0) {
    const reason = judged % 2 === 0 ? "no-labels" : "unlabelled-stratum";
    return { kind: "not-corrected", reason, about: [], labels: 0 };
  }
  const estimate = Math.min(1, (failures + 2) / (judged + 4));
  const interval = { low: estimate * 0.6, high: Math.min(1, estimate * 1.5) };
  return {
    kind: "corrected",
    method: "labelled-sample",
    estimate,
    interval,
    upperBound: interval.high,
    labels: 60,
  };
}
