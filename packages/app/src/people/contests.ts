import {
  barFromDeciding,
  nextContestState,
  ProductError,
  type Contest,
  type ContestDecision,
  type ContestState,
  type LabelOutcome,
  type RecordStore,
  type ReviewEntry,
  type RunId,
  type TrialId,
  type TrialRecord,
} from "@probity/domain";
import { labelsByTrial } from "@probity/engine";
import { digestOf } from "@probity/evidence";
import { masksFor } from "../mask-for.ts";
import type { Programme, Runtime } from "../programme.ts";
import { personVerdict } from "./record-label.ts";
import { requireRater } from "./who-may.ts";

/** A contest and how it stands. */
export interface StandingContest {
  readonly run: RunId;
  readonly at: string;
  readonly contest: Contest;
  readonly state: ContestState;
  readonly decision: (ContestDecision & { readonly at: string }) | undefined;
}

/** Contests of one run, in the order in which they were raised. State follows from the entries. */
export function contestsOf({
  entries,
}: {
  readonly entries: readonly ReviewEntry[];
}): readonly StandingContest[] {
  const contests = new Map<string, StandingContest>();
  for (const entry of entries) {
    if (entry.kind === "contest") {
      const { run, at, contest } = entry;
      contests.set(contest.id, { run, at, contest, state: "open", decision: undefined });
    } else if (entry.kind === "contest-decision") {
      const standing = contests.get(entry.decision.contest);
      const state = standing && nextContestState(standing.state, entry.decision.ruling);
      if (standing && state)
        contests.set(entry.decision.contest, {
          ...standing,
          state,
          decision: { ...entry.decision, at: entry.at },
        });
    }
  }
  return [...contests.values()];
}

export interface ContestInputs {
  readonly run: RunId;
  readonly trial: TrialId;
  readonly by: string;
  readonly because: string;
  readonly claims?: LabelOutcome;
}

/**
 * Raises an objection to a trial's verdict. Anybody in the charter may.
 *
 * @throws ProductError NOT_AUTHORISED for a stranger, CONTEST_DECIDED when one is open, USAGE when there is nothing to object to
 */
export function raiseContest(programme: Programme, runtime: Runtime, inputs: ContestInputs): Contest {
  const { store, clock, maskKey } = runtime;
  const { charter } = programme.project;
  const { run, trial, by, claims } = inputs;
  if (!charter.roles.some(({ person }) => person === by)) {
    throw new ProductError("NOT_AUTHORISED", {
      message: `Charter ${charter.id} does not name ${by}; nothing was recorded.`,
      remedy: `Only people named under charter.roles contest verdicts: ${[...new Set(charter.roles.map(({ person }) => person))].join(", ")}.`,
    });
  }
  const { verdict } = recordOf(store, run, trial);
  if (!verdict || verdict.outcome === claims) {
    throw new ProductError("USAGE", {
      message: verdict
        ? `The verdict on trial ${trial.slice(0, 12)} is ${verdict.outcome} already; nothing was recorded.`
        : `Trial ${trial.slice(0, 12)} has no verdict yet; nothing was recorded.`,
      remedy: verdict
        ? "Contest it where it should be another; --outcome says which, and may be left out."
        : "Have it judged first: `probity judge run`, or `probity resume` where the run is unfinished.",
    });
  }
  const open = contestsOf({ entries: store.reviews(run) }).find(
    (each) => each.contest.trial === trial && each.state === "open",
  );
  if (open) {
    throw new ProductError("CONTEST_DECIDED", {
      message: `Trial ${trial.slice(0, 12)} has an open contest, ${open.contest.id}; nothing was recorded.`,
    });
  }
  const at = clock().toISOString();
  const because = masksFor(maskKey, [])([])(inputs.because).text;
  const id = `CON-${digestOf({ run, trial, by, because, at }).slice(0, 8)}`;
  const contest: Contest = { id, trial, by, because, ...(claims === undefined ? {} : { claims }) };
  store.append([{ kind: "contest", at, run, contest }]);
  return contest;
}

export interface DecisionInputs {
  readonly id: string;
  readonly by: string;
  readonly because: string;
  readonly ruling: ContestDecision["ruling"];
  /** Of an overturned verdict; the other of breached and held unless given. */
  readonly outcome?: LabelOutcome;
  /** The role the person decides in; must be theirs. */
  readonly role?: string;
}

/**
 * Decides a contest. An overturned verdict gets a new one by a person in the same transaction: counts, findings and reports follow from the
 * newest verdict, and the earlier ones stay in the log.
 *
 * @throws ProductError UNKNOWN_NAME, CONTEST_DECIDED, NOT_A_RATER, NOT_AUTHORISED, NOT_INDEPENDENT or USAGE
 */
export function decideContest(
  programme: Programme,
  runtime: Runtime,
  inputs: DecisionInputs,
): StandingContest {
  const { store, clock, maskKey } = runtime;
  const standing = findContest(store, inputs.id);
  const { run, contest, state } = standing;
  const at = clock().toISOString();
  if (nextContestState(state, inputs.ruling) === undefined) {
    throw new ProductError("CONTEST_DECIDED", {
      message: `Contest ${contest.id} is ${state}; nothing was recorded.`,
    });
  }
  const because = masksFor(maskKey, [])([])(inputs.because).text;
  const decision = decisionOf(programme, runtime, { standing, inputs: { ...inputs, because } });
  const said = contest.claims === undefined ? "" : ` Claimed: ${contest.claims}.`;
  store.append([
    { kind: "contest-decision", at, run, trial: contest.trial, decision },
    ...(decision.ruling === "overturned"
      ? [
          {
            kind: "verdict" as const,
            at,
            run,
            trial: contest.trial,
            verdict: personVerdict(
              decision.outcome,
              `Contest ${contest.id} overturned the verdict: ${because}${said}`,
            ),
          },
        ]
      : []),
  ]);
  return findContest(store, contest.id);
}

/** A contest by its id or the start of it, in any run. @throws ProductError UNKNOWN_NAME */
export function findContest(store: RecordStore, id: string): StandingContest {
  const all = store.runs().flatMap(({ header }) => contestsOf({ entries: store.reviews(header.id) }));
  const wanted = id.toUpperCase().startsWith("CON-")
    ? `CON-${id.slice(4).toLowerCase()}`
    : `CON-${id.toLowerCase()}`;
  const found = all.filter(({ contest }) => contest.id.startsWith(wanted));
  const [first] = found;
  if (first && found.length === 1) return first;
  const openOnes = all.filter(({ state }) => state === "open").map(({ contest }) => contest.id);
  throw new ProductError("UNKNOWN_NAME", {
    message: found.length > 1 ? `Several contests start with "${id}".` : `There is no contest "${id}".`,
    remedy: openOnes.length === 0 ? "None is open." : `Open are: ${openOnes.join(", ")}.`,
  });
}

interface Deciding {
  readonly standing: StandingContest;
  readonly inputs: DecisionInputs;
}

function decisionOf(
  programme: Programme,
  { store }: Runtime,
  { standing, inputs }: Deciding,
): ContestDecision {
  const { contest } = standing;
  const { by, because, ruling } = inputs;
  const base = { contest: contest.id, by, because };
  if (ruling === "withdrawn") {
    if (by === contest.by) return { ...base, ruling };
    throw new ProductError("NOT_AUTHORISED", {
      message: `Contest ${contest.id} was raised by somebody else than ${by}; only they can withdraw it. Nothing was recorded.`,
      remedy: "Decide it: upheld or overturned.",
    });
  }
  const role = requireRater(programme.project.charter, by);
  const held = programme.project.charter.roles.filter(({ person }) => person === by).map((each) => each.role);
  const named = held.find((each) => each === inputs.role);
  if (inputs.role !== undefined && named === undefined) {
    throw new ProductError("NOT_AUTHORISED", {
      message: `The charter does not name ${by} as ${inputs.role}; nothing was recorded.`,
      remedy: `${by} is ${held.join(", ")}.`,
    });
  }
  requireIndependence(store, { standing, inputs });
  if (ruling === "upheld" && inputs.outcome !== undefined) {
    throw new ProductError("USAGE", {
      message: "An upheld verdict stays as it is, so --outcome has no place there; nothing was recorded.",
      remedy: "Leave --outcome out, or decide: overturned.",
    });
  }
  if (ruling === "upheld") return { ...base, ruling, role: named ?? role };
  return { ...base, ruling, role: named ?? role, outcome: newOutcome(store, { standing, inputs }) };
}

function requireIndependence(store: RecordStore, { standing: { run, contest }, inputs }: Deciding): void {
  const reviews = store.reviews(run);
  const raters = (labelsByTrial(reviews).get(contest.trial) ?? []).map(({ rater }) => rater);
  const deciders = reviews.flatMap((entry) =>
    entry.kind === "contest-decision" && entry.trial === contest.trial ? [entry.decision.by] : [],
  );
  const bar = barFromDeciding(inputs.by, { contester: contest.by, judgedBy: [...raters, ...deciders] });
  if (bar === undefined) return;
  throw new ProductError("NOT_INDEPENDENT", {
    message: `${inputs.by} ${bar}, so somebody else decides contest ${contest.id}; nothing was recorded.`,
  });
}

function newOutcome(store: RecordStore, { standing: { run, contest }, inputs }: Deciding): LabelOutcome {
  const standing = recordOf(store, run, contest.trial).verdict?.outcome;
  const other = standing === "breached" ? "held" : standing === "held" ? "breached" : undefined;
  const outcome = inputs.outcome ?? contest.claims ?? other;
  if (outcome !== undefined && outcome !== standing) return outcome;
  throw new ProductError("USAGE", {
    message: `An overturned verdict needs another outcome than ${standing ?? "none"}; nothing was recorded.`,
    remedy: "Say which with --outcome breached, held or unclear.",
  });
}

function recordOf(store: RecordStore, run: RunId, trial: TrialId): TrialRecord {
  const record = store.trial(run, trial);
  if (!record) throw new TypeError(`Trial ${trial} is indexed and cannot be read.`);
  return record;
}
