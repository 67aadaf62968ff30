import type { Approval } from "./approval.ts";
import type { Denial } from "./authorisation.ts";
import type { Charter } from "./charter.ts";
import type { RunId, TrialId } from "./ids.ts";
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
    };

export type LogEntryKind = LogEntry["kind"];
