import type {
  ContestMove,
  Digest,
  LogEntry,
  Outcome,
  RunEvent,
  RunId,
  Transcript,
  TrialId,
  TrialOrder,
  UnjudgedReason,
} from "@probity/domain";

/** What the indexes say of one entry: everything they hold follows from these rows and their places in the log. */
export type IndexRow =
  | {
      readonly kind: "transcript";
      readonly run: RunId;
      readonly trial: TrialId;
      readonly position: number;
      /** `groupKey` of the trial's order. */
      readonly group: string;
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly masked: boolean;
    }
  | {
      readonly kind: "verdict";
      readonly run: RunId;
      readonly trial: TrialId;
      readonly outcome: Outcome;
      readonly reason: UnjudgedReason | null;
    }
  | { readonly kind: "run-header"; readonly run: RunId; readonly campaign: string }
  | { readonly kind: "run-event"; readonly run: RunId; readonly event: RunEvent["kind"] }
  | { readonly kind: "denial"; readonly campaign: string }
  | { readonly kind: "approval"; readonly charterDigest: Digest }
  | { readonly kind: "label-sample" | "label"; readonly run: RunId }
  | {
      readonly kind: "contest" | "contest-decision";
      readonly run: RunId;
      readonly contest: string;
      readonly move: ContestMove;
    }
  | { readonly kind: "calibration" | "charter-seen" | "replay" };

/** An entry as the log takes it. */
export interface WrittenEntry {
  readonly row: IndexRow;
  /** The byte 0 and then the UTF-8 bytes of the entry's canonical JSON: what a leaf's hash is made of, and from the second byte on what is kept. */
  readonly leaf: Uint8Array;
}

/** The index row of an entry. Reads no more of it than the indexes need, so that it can be made where the entry is, and sent. */
export function indexRowOf(entry: LogEntry): IndexRow {
  switch (entry.kind) {
    case "transcript":
      return transcriptRow(entry.run, entry.transcript);
    case "verdict": {
      const { run, trial, verdict } = entry;
      const reason = verdict.outcome === "unjudged" ? verdict.reason : null;
      return { kind: "verdict", run, trial, outcome: verdict.outcome, reason };
    }
    case "run-header":
      return { kind: "run-header", run: entry.header.id, campaign: entry.header.campaign };
    case "run-event":
      return { kind: "run-event", run: entry.run, event: entry.event.kind };
    case "denial":
      return { kind: "denial", campaign: entry.campaign };
    case "approval":
      return { kind: "approval", charterDigest: entry.approval.charterDigest };
    case "label-sample":
    case "label":
      return { kind: entry.kind, run: entry.run };
    case "contest":
      return { kind: "contest", run: entry.run, contest: entry.contest.id, move: "raise" };
    case "contest-decision": {
      const { contest, ruling } = entry.decision;
      return { kind: "contest-decision", run: entry.run, contest, move: ruling };
    }
    case "calibration":
    case "charter-seen":
    case "replay":
      return { kind: entry.kind };
  }
}

function transcriptRow(run: RunId, { order, masked, exchanges }: Transcript): IndexRow {
  let inputTokens = 0;
  let outputTokens = 0;
  for (const { usage } of exchanges) {
    inputTokens += usage?.inputTokens ?? 0;
    outputTokens += usage?.outputTokens ?? 0;
  }
  return {
    kind: "transcript",
    run,
    trial: order.id,
    position: order.position,
    group: groupKey(order),
    inputTokens,
    outputTokens,
    masked: Object.keys(masked).length > 0,
  };
}

/** The columns of `trial_group` that tell one group from another, in the order of `groupKey`. */
export const groupColumns = [
  "purpose",
  "probe",
  "family",
  "safeguard",
  "population",
  "severity",
  "tier",
  "transform",
  "root_prompt",
] as const;

/** What trials are counted by, as one text: a JSON list of the values of `groupColumns`. A population of "" is none. */
export function groupKey(order: TrialOrder): string {
  return JSON.stringify([
    order.purpose,
    order.probeId,
    order.family,
    order.safeguard,
    order.population ?? "",
    order.severity,
    order.tier,
    chainName(order.transforms),
    order.rootPrompt,
  ]);
}

/** Name of a transform chain in indexes, findings and reports. */
const chainName = (transforms: readonly string[]) =>
  transforms.length === 0 ? "as written" : transforms.join(" > ");
