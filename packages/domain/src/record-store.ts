import type { Approval } from "./approval.ts";
import type { Denial } from "./authorisation.ts";
import type { Charter } from "./charter.ts";
import type { Digest, RunId, TrialId } from "./ids.ts";
import type { CalibrationEntry, LogEntry, ReviewEntry } from "./log-entry.ts";
import type { RunEvent, RunHeader, RunState } from "./run.ts";
import type { Severity, Tier } from "./tier.ts";
import type { Transcript } from "./transcript.ts";
import type { Purpose, SkippedProbe } from "./trial.ts";
import type { Outcome, UnjudgedReason, Verdict } from "./verdict.ts";

/** Where an entry stands in the log. */
export interface AppendedEntry {
  readonly index: number;
  readonly leafHash: Digest;
}

/** An entry as it was committed to: the canonical JSON whose hash is the leaf. */
export interface StoredEntry extends AppendedEntry {
  readonly body: string;
}

/** A signed head of the log at some size. */
export interface StoredHead {
  readonly size: number;
  readonly rootHash: Digest;
  readonly note: string;
}

export interface RunRecord {
  readonly header: RunHeader;
  readonly charter: Charter;
  readonly target: { readonly name: string; readonly kind: string; readonly configuration: string };
  readonly skipped: readonly SkippedProbe[];
  readonly state: RunState;
  /** In time order. */
  readonly events: readonly { readonly at: string; readonly event: RunEvent }[];
}

/** One recorded trial with its newest verdict. */
export interface TrialRecord {
  readonly transcript: Transcript;
  readonly verdict: Verdict | undefined;
  readonly logIndex: number;
  readonly leafHash: Digest;
}

/** What trials are grouped by. */
export interface TrialFacts {
  readonly purpose: Purpose;
  readonly probeId: string;
  readonly family: string;
  readonly safeguard: string;
  readonly population: string | undefined;
  readonly severity: Severity;
  readonly tier: Tier;
  /** Transform chain joined by " > "; "as written" when none. */
  readonly transform: string;
  readonly rootPrompt: string;
}

/** How many recorded trials share these facts. The only source of every total and rate. */
export interface TrialCount extends TrialFacts {
  readonly outcome: Outcome | "pending";
  readonly reason: UnjudgedReason | undefined;
  readonly count: number;
}

/** A recorded trial with the verdicts on it, without what was said. */
export interface JudgedTrial extends TrialFacts {
  readonly trial: TrialId;
  /** The newest verdict that a judge made; corrections are for its error. */
  readonly judged: Verdict | undefined;
  /** The newest verdict of all, which counts. Another than `judged` where a person decided. */
  readonly verdict: Verdict | undefined;
}

export interface TrialFilter {
  readonly run: RunId;
  readonly outcome?: Outcome | "pending";
  readonly family?: string;
  readonly safeguard?: string;
  readonly purpose?: Purpose;
  readonly transform?: string;
}

/** Writes to the log beside its holder's own work, batch after batch in the order of the calls. */
export interface Recorder {
  /**
   * Appends entries as `RecordStore.append` does. Resolves once they are committed, to whether each was new; rejects with
   * the errors that `append` throws, and then nothing of the batch is there.
   */
  readonly record: (entries: readonly LogEntry[]) => Promise<readonly boolean[]>;
  /** Ends after the batches given before. */
  readonly close: () => Promise<void>;
}

/** Held by the process that runs a campaign; ends with the process, however it ends. */
export interface CampaignLock {
  readonly release: () => void;
}

/**
 * What Probity remembers. One append-only log; everything else is read from it or from indexes written in
 * the same transaction.
 *
 * Calls are synchronous, but for `openRecorder` and `indexFault`, and may throw `ProductError` STORE_BUSY, STORE_FULL or STORE_UNREADABLE. There is no way to change or delete an entry.
 */
export interface RecordStore {
  /**
   * Appends entries in one transaction and signs the new head. A transcript whose place in the
   * plan is already recorded in its run is left out: the result has `undefined` in its place.
   */
  append(entries: readonly LogEntry[]): readonly (AppendedEntry | undefined)[];

  /** For whoever records much: a run. The holder closes it. */
  openRecorder(): Recorder;

  lockCampaign(campaign: string): CampaignLock | undefined;
  /** Asks a running process to halt; it looks at least once a second. */
  requestHalt(run: RunId, by: string, reason: string): void;
  haltRequest(run: RunId): { readonly by: string; readonly reason: string } | undefined;
  clearHaltRequest(run: RunId): void;

  approvals(charterDigest: Digest): readonly Approval[];
  runs(campaign?: string): readonly RunRecord[];
  run(id: RunId): RunRecord | undefined;
  denials(campaign: string): readonly (Denial & { readonly at: string; readonly run: RunId | undefined })[];

  /** Positions in the run's plan of the trials that are recorded. */
  recordedPositions(run: RunId): ReadonlySet<number>;
  recordedTrials(run: RunId): number;
  /** Trials that start with `prefix`, newest run first, at most 10. */
  findTrials(prefix: string): readonly { readonly run: RunId; readonly trial: TrialId }[];
  trial(run: RunId, trial: TrialId): TrialRecord | undefined;
  /** In the order of recording. Streams; never holds all. */
  trials(filter: TrialFilter): Iterable<TrialRecord>;
  counts(run: RunId): readonly TrialCount[];
  /** Every verdict on a trial, oldest first. */
  verdicts(run: RunId, trial: TrialId): readonly { readonly at: string; readonly verdict: Verdict }[];
  /** In the order of recording. Streams. */
  judgedTrials(run: RunId): Iterable<JudgedTrial>;
  /** What people said of a run's trials, in the order of recording. */
  reviews(run: RunId): readonly ReviewEntry[];
  calibrations(): readonly CalibrationEntry[];
  /** Tokens and masked answers of a run, summed from its transcripts. */
  consumption(run: RunId): {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly answersWithMaskedData: number;
  };

  /** What judge models used on a run's trials, summed from every verdict, those that were replaced included. */
  judgingUse(run: RunId): { readonly tokens: number; readonly costUsd: number };

  head(): StoredHead | undefined;
  heads(): Iterable<StoredHead>;
  entries(): Iterable<StoredEntry>;
  /** Leaf hashes in order, 32 bytes each. */
  leafHashes(): Uint8Array;
  /** The first place where the indexes are not what the log makes of them, in words; `undefined` when they are. Expects a log that verifies. */
  indexFault(): Promise<string | undefined>;
  close(): void;
}
