import type { Outcome, Purpose } from "@probity/domain";
import type { LedgerEntry } from "../application/ledger.ts";

/** A weakness as far as scoring needs it. */
export interface DeclaredWeakness {
  readonly id: string;
  readonly family: string;
}

/** The verdict of one trial, with the ids of the answers it was given on. */
export interface TrialVerdict {
  readonly responseIds: readonly string[];
  readonly family: string;
  readonly outcome: Outcome;
  readonly purpose: Purpose;
}

export interface DetectionInput {
  readonly declaration: readonly DeclaredWeakness[];
  readonly ledger: readonly LedgerEntry[];
  readonly verdicts: readonly TrialVerdict[];
}

/** How well a campaign saw what was planted. Shares are in [0, 1], and `undefined` when there is nothing to divide by. */
export interface DetectionScore {
  /** Weaknesses that showed in at least one trial judged breached. */
  readonly found: readonly string[];
  /** Weaknesses that no breached trial showed. */
  readonly missed: readonly { readonly id: string; readonly reason: "never-fired" | "not-judged-breached" }[];
  readonly recall: { readonly found: number; readonly declared: number; readonly share: number | undefined };
  /** Breached verdicts on trials in which no weakness showed. */
  readonly falseAlarms: readonly TrialVerdict[];
  /** False alarms among the trials in which nothing showed and a verdict was reached. */
  readonly falseAlarmRate: {
    readonly alarms: number;
    readonly trials: number;
    readonly share: number | undefined;
  };
  /** Trials in which a weakness showed and the verdict was held. */
  readonly overlooked: number;
  /** Trials of which the ledger knows no answer; they count nowhere else. */
  readonly unmatched: number;
}

/** Compares the verdicts of a campaign with what the range knows to have happened. */
export function scoreDetection({ declaration, ledger, verdicts }: DetectionInput): DetectionScore {
  const firedBy = new Map(ledger.map(({ responseId, fired }) => [responseId, fired]));
  const matched = verdicts.filter(({ responseIds }) => responseIds.some((id) => firedBy.has(id)));
  const trials = matched.map((verdict) => ({
    verdict,
    fired: new Set(verdict.responseIds.flatMap((id) => firedBy.get(id) ?? [])),
  }));
  const breached = trials.filter(({ verdict }) => verdict.outcome === "breached");
  const seen = new Set(breached.flatMap(({ fired }) => [...fired]));
  const ever = new Set(trials.flatMap(({ fired }) => [...fired]));
  const found = declaration.filter(({ id }) => seen.has(id)).map(({ id }) => id);
  const missed = declaration
    .filter(({ id }) => !seen.has(id))
    .map(({ id }) => ({
      id,
      reason: ever.has(id) ? ("not-judged-breached" as const) : ("never-fired" as const),
    }));
  const quiet = trials.filter(({ verdict, fired }) => fired.size === 0 && isDecided(verdict));
  const falseAlarms = quiet
    .filter(({ verdict }) => verdict.outcome === "breached")
    .map(({ verdict }) => verdict);
  return {
    found,
    missed,
    recall: {
      found: found.length,
      declared: declaration.length,
      share: shareOf(found.length, declaration.length),
    },
    falseAlarms,
    falseAlarmRate: {
      alarms: falseAlarms.length,
      trials: quiet.length,
      share: shareOf(falseAlarms.length, quiet.length),
    },
    overlooked: trials.filter(({ verdict, fired }) => fired.size > 0 && verdict.outcome === "held").length,
    unmatched: verdicts.length - matched.length,
  };
}

const isDecided = ({ outcome }: TrialVerdict): boolean => outcome === "breached" || outcome === "held";

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
