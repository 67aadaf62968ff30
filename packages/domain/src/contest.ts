import type { TrialId } from "./ids.ts";
import type { LabelOutcome } from "./label.ts";
import type { Role } from "./tier.ts";

/** An objection to a trial's verdict, with its reason. */
export interface Contest {
  /** `CON-` and 8 characters of the digest of what was said, about which trial, by whom and when. */
  readonly id: string;
  readonly trial: TrialId;
  readonly by: string;
  readonly because: string;
  /** What the verdict should be; `undefined` when the person only says that it is wrong. */
  readonly claims?: LabelOutcome;
}

/** How a contest ends. An overturned verdict is followed by a new one, by a person; the old one stays in the log. */
export type ContestDecision = {
  readonly contest: string;
  readonly by: string;
  readonly because: string;
} & (
  | { readonly ruling: "upheld"; readonly role: Role }
  | { readonly ruling: "overturned"; readonly role: Role; readonly outcome: LabelOutcome }
  /** By whoever raised it. */
  | { readonly ruling: "withdrawn" }
);

export type ContestState = "open" | "upheld" | "overturned" | "withdrawn";
export type ContestMove = "raise" | ContestDecision["ruling"];

const moves: Readonly<
  Record<ContestMove, { readonly from: ContestState | "none"; readonly to: ContestState }>
> = {
  raise: { from: "none", to: "open" },
  upheld: { from: "open", to: "upheld" },
  overturned: { from: "open", to: "overturned" },
  withdrawn: { from: "open", to: "withdrawn" },
};

/** The state after a move, or `undefined` when the move is not allowed in that state. Every end is final: who still disagrees raises another. */
export function nextContestState(state: ContestState | "none", move: ContestMove): ContestState | undefined {
  const { from, to } = moves[move];
  return from === state ? to : undefined;
}

/** Who has had a hand in a trial's verdict. */
export interface Hands {
  readonly contester: string;
  /** People who labelled the trial or made one of its verdicts. */
  readonly judgedBy: readonly string[];
}

/** Why a person may not decide a contest, in words that follow "NAME"; `undefined` when they may. */
export function barFromDeciding(person: string, { contester, judgedBy }: Hands): string | undefined {
  if (person === contester) return "raised it";
  return judgedBy.includes(person) ? "labelled or decided the verdict that it is about" : undefined;
}
