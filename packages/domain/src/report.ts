import type { Denial } from "./authorisation.ts";
import type { Charter } from "./charter.ts";
import type { ContestState } from "./contest.ts";
import type { CriterionResult, Finding, FindingKey } from "./finding.ts";
import type { Digest, TrialId } from "./ids.ts";
import type { Rate, Tally } from "./rate.ts";
import type { RunHeader, RunState } from "./run.ts";
import type { SkippedProbe } from "./trial.ts";
import type { Transcript } from "./transcript.ts";
import type { Outcome, Verdict } from "./verdict.ts";

/** One rate with the words that say what of. */
export interface RateRow {
  readonly label: string;
  readonly rate: Rate;
}

/** A trial as the appendix shows it. */
export interface ReportTrial {
  readonly transcript: Transcript;
  readonly verdict: Verdict | undefined;
  /** Position of the transcript in the evidence log. */
  readonly logIndex: number;
  readonly leafHash: Digest;
}

/** How far a run's trials were labelled, and how well the raters agree. */
export interface LabellingSummary {
  /** Rounds in which trials were drawn. */
  readonly rounds: number;
  readonly drawn: number;
  /** Drawn and without a label. */
  readonly waiting: number;
  /** Trials with a label, drawn or not. */
  readonly labelled: number;
  /** Of those, chosen by hand: they correct no rate. */
  readonly byHand: number;
  readonly unclear: number;
  readonly disputed: number;
  readonly raters: number;
  readonly ratedTwice: number;
  /** Cohen's kappa and Krippendorff's alpha over trials rated twice; absent when they cannot be told. */
  readonly kappa?: AgreementFigure;
  readonly alpha?: AgreementFigure;
}

export interface AgreementFigure {
  readonly estimate: number;
  readonly interval?: { readonly low: number; readonly high: number };
}

/** A contested verdict, for the report. Nobody is named. */
export interface ContestRow {
  readonly id: string;
  readonly trial: TrialId;
  readonly at: string;
  readonly state: ContestState;
  readonly because: string;
  /** What the verdict was when it was contested, and what it is. */
  readonly was: Outcome | "pending";
  readonly now: Outcome | "pending";
  /** Why it was decided so. */
  readonly decision?: string;
}

/** Something that happened to the run or was refused, in time order. */
export interface TimelineEntry {
  readonly at: string;
  readonly what: string;
}

/** Everything a report says, as data. Renderers add nothing and compute nothing. */
export interface ReportModel {
  readonly schema: "probity-report/1";
  readonly product: string;
  readonly generatedAt: string;
  readonly charter: Charter;
  readonly run: RunHeader;
  readonly state: RunState;
  readonly endedAt: string | undefined;
  readonly target: {
    readonly name: string;
    readonly kind: string;
    readonly configuration: Digest;
    readonly models: readonly string[];
  };
  readonly tallies: { readonly attack: Tally; readonly benign: Tally };
  readonly recordedTrials: number;
  readonly overall: { readonly attack: Rate; readonly benign: Rate };
  readonly criteria: readonly CriterionResult[];
  /** Worst first; every reader and renderer keeps this order. */
  readonly findings: readonly Finding[];
  /** Groups in which nothing failed, with what may still be hidden. */
  readonly held: readonly (FindingKey & { readonly rate: Rate })[];
  /** Groups in which no trial was judged: nothing is known of them, and they are in no rate. */
  readonly undecided: readonly (FindingKey & { readonly rate: Rate })[];
  readonly byFamily: readonly RateRow[];
  readonly byTransform: readonly RateRow[];
  readonly byPopulation: readonly RateRow[];
  readonly overRefusalByFamily: readonly RateRow[];
  readonly skipped: readonly SkippedProbe[];
  readonly denials: readonly (Denial & { readonly at: string })[];
  readonly timeline: readonly TimelineEntry[];
  /**
   * Trials shown in full, by id: evidence of each finding, which may have more than is shown, and for every family one trial of each other
   * outcome, so that readers can check the judges too.
   */
  readonly trials: Readonly<Record<TrialId, ReportTrial>>;
  readonly evidence: {
    readonly logSize: number;
    readonly rootHash: string;
    /** Signed checkpoint of the log, C2SP signed-note format. */
    readonly head: string;
    readonly publicKey: string;
    readonly verifiedAt: string;
  };
  /** What the reader must know before relying on this. */
  readonly limitations: readonly string[];
  readonly labelling: LabellingSummary;
  /** Contested verdicts, in the order in which they were raised. Overturned ones are counted by their new verdict. */
  readonly contests: readonly ContestRow[];
  /** How to run again what was run. `{trial}` stands for a trial's id. */
  readonly replayCommand: string;
}
