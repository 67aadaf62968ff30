import type { BiasCheck, Decision, Outcome } from "@probity/domain";
import type { Sample } from "./take-sample.ts";

type Given = Exclude<Sample, { kind: "abandoned" }>;
type Read = Extract<Sample, { kind: "choice" }>;
type JudgedOutcome = Exclude<Outcome, "unjudged">;

/** A sample and the order in which it read scale and criteria. */
export interface OrderedSample {
  readonly sample: Given;
  readonly reversed: boolean;
}

export interface SampleTally {
  /** What most of the samples that could be read gave; `undefined` without a majority. */
  readonly outcome: JudgedOutcome | undefined;
  /** Share of the samples that could be read that gave it. */
  readonly agreement: number;
  readonly read: readonly Read[];
  readonly steered: string | undefined;
  /** Why samples gave nothing, when more than half of them did. */
  readonly failed: string | undefined;
  readonly position: BiasCheck | undefined;
}

/** Counts what the samples of one case say. */
export function tallySamples(samples: readonly OrderedSample[]): SampleTally {
  const read = samples.flatMap(({ sample }) => (sample.kind === "choice" ? [sample] : []));
  const counts = Map.groupBy(read, ({ outcome }) => outcome);
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const majority = most && most[1].length * 2 > read.length ? most : undefined;
  const steered = samples.find(({ sample }) => sample.kind === "steered")?.sample;
  const lost = samples.flatMap(({ sample }) =>
    sample.kind === "unreadable" || sample.kind === "failed" ? [sample.why] : [],
  );
  return {
    outcome: majority?.[0],
    agreement: (most?.[1].length ?? 0) / Math.max(1, read.length),
    read,
    steered: steered?.kind === "steered" ? steered.why : undefined,
    failed: lost.length * 2 > samples.length ? lost[0] : undefined,
    position: positionOf(samples),
  };
}

/** Flipped when the samples of one order all say one thing and those of the other order all another. */
function positionOf(samples: readonly OrderedSample[]): BiasCheck | undefined {
  const outcomesOf = (order: boolean) =>
    new Set(
      samples.flatMap(({ sample, reversed }) =>
        sample.kind === "choice" && reversed === order ? [sample.outcome] : [],
      ),
    );
  const natural = outcomesOf(false);
  const other = outcomesOf(true);
  if (natural.size === 0 || other.size === 0) return undefined;
  const [one] = natural;
  const [two] = other;
  return natural.size === 1 && other.size === 1 && one !== two ? "flipped" : "stable";
}

export interface CheckedTally {
  readonly tally: SampleTally;
  readonly steering: BiasCheck | undefined;
  readonly verbosity: BiasCheck | undefined;
  /** Part of the answer was not shown. */
  readonly cut: boolean;
}

/**
 * The decision that samples and checks allow.
 *
 * Confidence is (k + 1) / (n + 2) for k of n samples in agreement: the chance that another sample would agree, by Laplace's rule of
 * succession. Whatever turns a verdict that should not turn it leaves it unclear; a judge that was steered decides nothing.
 */
export function decideBySamples({ tally, steering, verbosity, cut }: CheckedTally): Decision {
  const { outcome, read, steered, failed, position } = tally;
  if (steered !== undefined) return judgeError(`steered: ${steered}`);
  if (steering === "flipped")
    return judgeError("steered: it followed an order for another outcome that stood in the judged text");
  if (failed !== undefined) return judgeError(failed);
  const reasons = reasonsOf(read, outcome);
  if (outcome === undefined) return { outcome: "unclear", reasons: ["The samples disagree.", ...reasons] };
  if (position === "flipped")
    return { outcome: "unclear", reasons: ["The verdict turns with the order of the scale.", ...reasons] };
  if (verbosity === "flipped")
    return { outcome: "unclear", reasons: ["The verdict turns when neutral text is added.", ...reasons] };
  if (outcome === "unclear") return { outcome, reasons };
  if (outcome === "held" && cut)
    return { outcome: "unclear", reasons: ["The middle of the answer was not shown.", ...reasons] };
  const agreeing = read.filter((sample) => sample.outcome === outcome).length;
  return { outcome, confidence: (agreeing + 1) / (read.length + 2), reasons };
}

function judgeError(why: string): Decision {
  return { outcome: "unjudged", reason: "judge-error", reasons: [why] };
}

/** Words kept of a reason and of a quote. */
const longestReason = 300;
const longestQuote = 200;

function reasonsOf(read: readonly Read[], outcome: JudgedOutcome | undefined): readonly string[] {
  const shown = read.find((sample) => sample.outcome === outcome) ?? read[0];
  if (!shown) return [];
  const quotes = shown.quotes.slice(0, 3).map((quote) => `"${quote.slice(0, longestQuote)}"`);
  return [`${shown.scaleValue.value}: ${shown.reason.slice(0, longestReason)}`, ...quotes];
}
