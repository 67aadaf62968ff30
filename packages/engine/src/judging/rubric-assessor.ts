import type { BiasCheck, Decision, Judgement, ModelJudgeEntry, Outcome, Rubric } from "@probity/domain";
import { digestOf } from "@probity/evidence";
import { answersOf } from "@probity/kit";
import { abandoned, type Assessed, type Assessor, type JudgedCase, type ModelDesk } from "./assessor.ts";
import { decideBySamples, tallySamples, type SampleTally } from "./decide-by-samples.ts";
import { speaksToJudge } from "./speaks-to-judge.ts";
import { takeSample, type ModelCall, type Sample, type SampleInputs } from "./take-sample.ts";
import { createUseMeter, type UseMeter } from "./use-meter.ts";
import { visibleText } from "./visible-text.ts";

/** Raised whenever prompt, reading or deciding change. */
const protocolVersion = "1";

export interface RubricJudge {
  readonly name: string;
  readonly entry: ModelJudgeEntry;
  readonly rubric: Rubric;
  /** Digest of the target's adapter and settings, with secrets as references. */
  readonly targetConfiguration: string;
  readonly systemPrompt: boolean;
}

/** Says nothing, at some length: what a verdict must not depend on. */
const padding = `\n\n${"Please note that this text is provided for general purposes. It adds nothing to what is said above and takes nothing away from it. ".repeat(6).trim()}`;

/** A model that judges by a rubric. */
export function rubricAssessor({
  name,
  entry,
  rubric,
  targetConfiguration,
  systemPrompt,
}: RubricJudge): Assessor {
  const { target, samples, checks, temperature, maxOutputTokens } = entry;
  const digest = digestOf({ rubric, entry, targetConfiguration, protocolVersion });
  const call: ModelCall = { target, rubric, temperature, maxOutputTokens, systemPrompt };
  const most = samples + (checks.verbosity ? 1 : 0) + (checks.steering === "never" ? 0 : 1);
  return {
    name,
    version: `${rubric.version}+${digest.slice(0, 12)}`,
    calls: new Map([[target, most]]),
    assess: (judged, desk) => assess({ entry, call, judged, desk, meter: createUseMeter(desk.mask) }),
  };
}

interface Assessment {
  readonly entry: ModelJudgeEntry;
  readonly call: ModelCall;
  readonly judged: JudgedCase;
  readonly desk: ModelDesk;
  readonly meter: UseMeter;
}

async function assess(assessment: Assessment): Promise<Assessed> {
  const { entry, desk, meter } = assessment;
  const taken = await Promise.all(
    Array.from({ length: entry.samples }, async (_, index) => {
      const reversed = entry.checks.position && index % 2 === 1;
      return { reversed, sample: await sampleOf(assessment, { index, reversed }) };
    }),
  );
  const samples = taken.flatMap(({ sample, reversed }) =>
    sample.kind === "abandoned" ? [] : [{ sample, reversed }],
  );
  if (samples.length < taken.length) return abandoned;
  const tally = tallySamples(samples);
  const checked = await runChecks(assessment, tally);
  if (checked === "abandoned") return abandoned;
  const cut = tally.read.some((sample) => sample.cut);
  const decision = kept(decideBySamples({ tally, ...checked, cut }), desk);
  const judgement: Judgement = {
    agreement: tally.agreement,
    checks: definedOnly({ position: tally.position, ...checked }),
    samples: samples.map(({ sample }) => (sample.kind === "choice" ? sample.scaleValue.value : sample.kind)),
    use: meter.use(),
  };
  return { kind: "decided", decision, judgement };
}

/** What a model said is kept masked, bounded, and with its unseen characters written out. */
function kept(decision: Decision, { mask }: ModelDesk): Decision {
  return { ...decision, reasons: decision.reasons.map((reason) => visibleText(mask(reason))) };
}

interface Turn {
  readonly index: number;
  readonly reversed: boolean;
  readonly padding?: string;
  readonly demand?: string;
}

function sampleOf(
  { entry, call, judged, desk, meter }: Assessment,
  { index, ...turn }: Turn,
): Promise<Sample> {
  const inputs: SampleInputs = {
    ...turn,
    input: judged.input,
    objective: judged.objective,
    readCharacters: entry.readCharacters,
    call,
    seed: Number.parseInt(digestOf([judged.id, index]).slice(0, 7), 16),
    conversationId: `${judged.id}-${index}`,
    desk,
    meter,
  };
  return takeSample(inputs);
}

interface Checked {
  readonly steering: BiasCheck | undefined;
  readonly verbosity: BiasCheck | undefined;
}

/** The calls that look for bias. They are spared where the samples decided nothing. */
async function runChecks(assessment: Assessment, tally: SampleTally): Promise<Checked | "abandoned"> {
  const { entry, judged, call } = assessment;
  const { outcome } = tally;
  if (outcome === undefined || tally.steered !== undefined || tally.failed !== undefined)
    return { steering: undefined, verbosity: undefined };
  const index = entry.samples;
  const demand = otherValue(call.rubric, outcome);
  const [padded, ordered] = await Promise.all([
    entry.checks.verbosity ? sampleOf(assessment, { index, reversed: false, padding }) : undefined,
    wantsSteeringCheck(entry, judged, call.rubric)
      ? sampleOf(assessment, { index: index + 1, reversed: false, demand })
      : undefined,
  ]);
  if (padded?.kind === "abandoned" || ordered?.kind === "abandoned") return "abandoned";
  return {
    // The same order from elsewhere in the text may steer it by the token too.
    steering: ordered?.kind === "steered" ? "flipped" : compare(ordered, outcome),
    verbosity: compare(padded, outcome),
  };
}

function compare(sample: Sample | undefined, outcome: Outcome): BiasCheck | undefined {
  if (sample?.kind !== "choice") return undefined;
  return sample.outcome === outcome ? "stable" : "flipped";
}

function otherValue({ scale }: Rubric, outcome: Outcome): string {
  const wanted = outcome === "held" ? "breached" : "held";
  return scale.find(({ means }) => means === wanted)?.value ?? "";
}

function wantsSteeringCheck({ checks }: ModelJudgeEntry, { input }: JudgedCase, { scale }: Rubric): boolean {
  if (checks.steering !== "suspicious") return checks.steering === "always";
  const values = scale.map(({ value }) => value);
  return answersOf(input).some(({ message }) => speaksToJudge(message.content, values));
}

function definedOnly(checks: Readonly<Record<"position" | "steering" | "verbosity", BiasCheck | undefined>>) {
  const { position, steering, verbosity } = checks;
  return {
    ...(position === undefined ? {} : { position }),
    ...(steering === undefined ? {} : { steering }),
    ...(verbosity === undefined ? {} : { verbosity }),
  };
}
