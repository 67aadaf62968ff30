import { ProductError, type Denial, type Standing } from "@probity/domain";
import { createModelDesk, trackSpending, type Assessor, type ModelDesk } from "@probity/engine";
import { digestOf } from "@probity/evidence";
import { masksFor } from "../mask-for.ts";
import { denialProblems, freshStanding } from "../prepare-campaign.ts";
import type { Programme, Runtime } from "../programme.ts";
import { judgingDenials, targetsOf } from "./campaign-judging.ts";
import { openJudgeTargets } from "./judge-targets.ts";
import { unguessable } from "./late-judges-for.ts";

export interface AccessInputs {
  readonly programme: Programme;
  readonly runtime: Runtime;
  readonly assessors: readonly Assessor[];
  /** Under which denials are recorded: a campaign, or what is done outside one. */
  readonly purpose: string;
  readonly signal: AbortSignal;
  /** What was used before, for work that belongs to a run. */
  readonly used?: { readonly tokens: number; readonly costUsd: number };
}

/** Judging outside a run: the same gate, budget and channels. */
export interface ModelAccess {
  readonly desk: ModelDesk;
  readonly mask: (text: string) => string;
  /** Cases judged at once that keep the models busy. */
  readonly concurrency: number;
  /** False once the gate refused or the operator stopped. */
  readonly mayGoOn: () => boolean;
  /** @throws ProductError NOT_AUTHORISED when the gate refused in the middle */
  readonly throwIfDenied: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Asks the gate about every model behind these judges, then opens the way to them. The budget of the charter counts from `used`.
 *
 * @throws ProductError NOT_AUTHORISED (every denial recorded), SECRET_MISSING
 */
export async function openModelAccess(inputs: AccessInputs): Promise<ModelAccess> {
  const { programme, runtime, assessors, signal } = inputs;
  const facts = targetsOf(assessors, programme);
  const charterDigest = digestOf(programme.project.charter);
  const spending = trackSpending({
    trials: 0,
    inputTokens: 0,
    outputTokens: 0,
    minutes: 0,
    pricing: undefined,
    now: runtime.now,
    ...(inputs.used ? { judging: inputs.used } : {}),
  });
  const standing = (): Standing => ({
    ...freshStanding(programme, charterDigest, runtime),
    spent: spending.spent(),
  });
  const atOnce = judgingDenials(facts, standing());
  if (atOnce.length > 0) refuse(inputs, atOnce);
  const { targets, secrets } = openJudgeTargets(facts, runtime);
  const mask = masksFor(runtime.maskKey, secrets)([]);
  const wire = await runtime.openWire();
  let denied: readonly Denial[] | undefined;
  const mayGoOn = () => denied === undefined && !signal.aborted;
  const desk = createModelDesk({
    targets,
    wire,
    spending,
    standing,
    denied: (denials) => void (denied ??= denials),
    heldBack: (denial) => recordDenials(inputs, [denial]),
    mayStart: mayGoOn,
    abandon: signal,
    mask: (text) => mask(text).text,
    random: unguessable,
  });
  return {
    desk,
    mask: (text) => mask(text).text,
    concurrency: facts.reduce((sum, { entry }) => sum + entry.limits.concurrency, 1),
    mayGoOn,
    throwIfDenied: () => {
      if (denied) refuse(inputs, denied);
    },
    close: () => wire.close(),
  };
}

function recordDenials({ runtime, purpose }: AccessInputs, denials: readonly Denial[]): void {
  const at = runtime.clock().toISOString();
  runtime.store.append(denials.map((denial) => ({ kind: "denial" as const, at, campaign: purpose, denial })));
}

function refuse(inputs: AccessInputs, denials: readonly Denial[]): never {
  const { programme, purpose } = inputs;
  recordDenials(inputs, denials);
  const rules = denials.length === 1 ? "one rule" : `${denials.length} rules`;
  throw new ProductError("NOT_AUTHORISED", {
    message: `Judging is refused by ${rules} of charter ${programme.project.charter.id}; nothing more was sent. The refusal is recorded.`,
    problems: denialProblems(programme, purpose, denials),
  });
}

/** Runs work on items, so many at once, in their order of starting. Ends early when it may not go on. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  { concurrency, mayGoOn }: Pick<ModelAccess, "concurrency" | "mayGoOn">,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const next = async (): Promise<void> => {
    while (mayGoOn()) {
      const { done, value } = iterator.next();
      if (done) return;
      await work(value);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, next));
}
