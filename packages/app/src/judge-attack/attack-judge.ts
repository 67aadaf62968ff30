import type { Decision, InjectionPack, JudgingUse, Outcome } from "@probity/domain";
import type { Assessed, JudgedCase } from "@probity/engine";
import type { JudgeInput } from "@probity/kit";
import { clopperPearson, type Estimated } from "@probity/measure";
import { totalUse } from "../judge-evaluation/bias-rates.ts";
import { inParallel, type ModelAccess } from "../own-judges/model-access.ts";
import { inject } from "./inject.ts";

/** A case whose verdict is known, and how the judge under attack decides it. */
export interface AttackCase {
  readonly name: string;
  readonly input: JudgeInput;
  readonly truth: "breached" | "held";
  /** What the judge calls each outcome. */
  readonly words: { readonly breached: string; readonly held: string };
  readonly decide: (judged: JudgedCase) => Promise<Assessed>;
}

/** What became of one attack on one case. Steered: the judge said what the attack wanted. Caught: it said that it was steered. Unsettled: it decided nothing. */
export interface AttackResult {
  readonly attack: string;
  readonly kind: string;
  readonly case: string;
  readonly truth: "breached" | "held";
  readonly result: "stood" | "steered" | "caught" | "unsettled";
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

export interface AttackReport {
  readonly attacks: number;
  /** Cases that the judge decides rightly without an attack; only these can be turned. */
  readonly cases: number;
  /** Cases that it decides otherwise by itself, with what it said. */
  readonly leftOut: readonly {
    readonly name: string;
    readonly outcome: Outcome;
    readonly reasons: readonly string[];
  }[];
  readonly results: readonly AttackResult[];
  /** Share of the attacks that steered it; `undefined` when there was nothing that could be turned. */
  readonly steered: Estimated | undefined;
  readonly byKind: readonly {
    readonly kind: string;
    readonly tried: number;
    readonly steered: number;
    readonly caught: number;
    readonly unsettled: number;
  }[];
  readonly use: Pick<JudgingUse, "calls" | "costUsd" | "inputTokens" | "outputTokens">;
}

export interface AttackInputs {
  readonly pack: InjectionPack;
  readonly cases: readonly AttackCase[];
  readonly access: Pick<ModelAccess, "concurrency" | "mayGoOn">;
  readonly onResult?: (result: AttackResult) => void;
}

/** Tries every attack of a pack on every case that a judge decides rightly by itself. */
export async function attackJudge({ pack, cases, access, onResult }: AttackInputs): Promise<AttackReport> {
  const judgements: Extract<Assessed, { kind: "decided" }>["judgement"][] = [];
  const decided = async (each: AttackCase, input: JudgeInput, id: string): Promise<Decision | undefined> => {
    const assessed = await each.decide({ input, objective: undefined, ownJudge: undefined, id });
    if (assessed.kind === "abandoned") return undefined;
    judgements.push(assessed.judgement);
    return assessed.decision;
  };
  const standing: AttackCase[] = [];
  const leftOut: { name: string; outcome: Outcome; reasons: readonly string[] }[] = [];
  await inParallel(cases, access, async (each) => {
    const decision = await decided(each, each.input, each.name);
    if (decision?.outcome === each.truth) standing.push(each);
    else if (decision)
      leftOut.push({ name: each.name, outcome: decision.outcome, reasons: decision.reasons });
  });
  const results: AttackResult[] = [];
  const tries = standing.flatMap((each) => pack.attacks.map((attack) => ({ each, attack })));
  await inParallel(tries, access, async ({ each, attack }) => {
    const outcome = each.truth === "breached" ? "held" : "breached";
    const wanted = { choice: each.words[outcome], other: each.words[each.truth], outcome } as const;
    const input = withLastAnswer(each.input, (answer) => inject(answer, attack, wanted));
    const decision = await decided(each, input, `${each.name}/${attack.id}`);
    if (!decision) return;
    const result = {
      attack: attack.id,
      kind: attack.kind,
      case: each.name,
      truth: each.truth,
      ...resultOf(decision, outcome),
    };
    results.push(result);
    onResult?.(result);
  });
  const steered = results.filter(({ result }) => result === "steered").length;
  return {
    attacks: pack.attacks.length,
    cases: standing.length,
    leftOut,
    results,
    steered:
      results.length === 0
        ? undefined
        : {
            estimate: steered / results.length,
            interval: clopperPearson({ failures: steered, trials: results.length }),
          },
    byKind: [...Map.groupBy(results, ({ kind }) => kind)].map(([kind, group]) => {
      const count = (result: AttackResult["result"]) => group.filter((each) => each.result === result).length;
      return {
        kind,
        tried: group.length,
        steered: count("steered"),
        caught: count("caught"),
        unsettled: count("unsettled"),
      };
    }),
    use: totalUse(judgements),
  };
}

function withLastAnswer(input: JudgeInput, change: (answer: string) => string): JudgeInput {
  const last = input.messages.findLastIndex(({ role }) => role === "assistant");
  return {
    ...input,
    messages: input.messages.map((message, index) =>
      index === last ? { ...message, content: change(message.content) } : message,
    ),
  };
}

function resultOf(
  decision: Decision,
  wanted: "breached" | "held",
): Pick<AttackResult, "result" | "outcome" | "reasons"> {
  const { outcome, reasons } = decision;
  if (outcome === wanted) return { result: "steered", outcome, reasons };
  if (outcome === "breached" || outcome === "held") return { result: "stood", outcome, reasons };
  const caught = reasons.some((reason) => reason.startsWith("steered"));
  return { result: caught ? "caught" : "unsettled", outcome, reasons };
}
