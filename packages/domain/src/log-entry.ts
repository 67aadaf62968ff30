import type { Approval } from "./approval.ts";
import type { Denial } from "./authorisation.ts";
import type { Charter } from "./charter.ts";
import type { Contest, ContestDecision } from "./contest.ts";
import type { RunId, TrialId } from "./ids.ts";
import type { JudgeCalibration, Label, LabelSample } from "./label.ts";
import type { RunEvent, RunHeader } from "./run.ts";
import type { SkippedProbe } from "./trial.ts";
import type { Transcript } from "./transcript.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Everything that is ever recorded, in one append-only log. Tables beside it are indexes that can be rebuilt from it.
 *
 * `at` is UTC, ISO 8601.
 */
export type LogEntry =
  | { readonly kind: "charter-seen"; readonly at: string; readonly charter: Charter }
  | { readonly kind: "approval"; readonly at: string; readonly approval: Approval }
  | {
      readonly kind: "denial";
      readonly at: string;
      readonly campaign: string;
      readonly run?: RunId;
      readonly denial: Denial;
    }
  | {
      readonly kind: "run-header";
      readonly at: string;
      readonly header: RunHeader;
      readonly skipped: readonly SkippedProbe[];
      readonly charter: Charter;
      readonly target: { readonly name: string; readonly kind: string; readonly configuration: string };
    }
  | { readonly kind: "run-event"; readonly at: string; readonly run: RunId; readonly event: RunEvent }
  | { readonly kind: "transcript"; readonly at: string; readonly run: RunId; readonly transcript: Transcript }
  | {
      readonly kind: "verdict";
      readonly at: string;
      readonly run: RunId;
      readonly trial: TrialId;
      readonly verdict: Verdict;
    }
  | {
      readonly kind: "replay";
      readonly at: string;
      readonly run: RunId;
      readonly trial: TrialId;
      readonly transcript: Transcript;
      readonly verdict: Verdict;
    }
  | { readonly kind: "label-sample"; readonly at: string; readonly run: RunId; readonly sample: LabelSample }
  | {
      readonly kind: "label";
      readonly at: string;
      readonly run: RunId;
      readonly trial: TrialId;
      readonly label: Label;
    }
  | { readonly kind: "contest"; readonly at: string; readonly run: RunId; readonly contest: Contest }
  | {
      readonly kind: "contest-decision";
      readonly at: string;
      readonly run: RunId;
      readonly trial: TrialId;
      readonly decision: ContestDecision;
    }
  | {
      readonly kind: "calibration";
      readonly at: string;
      readonly by: string;
      /** Digest of the target's configuration that it was adopted for. */
      readonly configuration: string;
      readonly calibration: JudgeCalibration;
    };

/** What people said of a run's trials. */
export type ReviewEntry = Extract<
  LogEntry,
  { kind: "label-sample" | "label" | "contest" | "contest-decision" }
>;
export type CalibrationEntry = Extract<LogEntry, { kind: "calibration" }>;

export type LogEntryKind = LogEntry["kind"];
