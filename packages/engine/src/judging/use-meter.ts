import type { JudgingUse, Reply } from "@probity/domain";

/** Longest name of a model or fingerprint that is kept. */
const longestName = 100;

/** Adds up what the models behind one verdict used. */
export interface UseMeter {
  readonly count: (reply: Reply, costUsd: number) => void;
  readonly use: () => JudgingUse;
}

export function createUseMeter(mask: (text: string) => string): UseMeter {
  let calls = 0;
  let costUsd = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  const models = new Set<string>();
  const fingerprints = new Set<string>();
  const keep = (names: Set<string>, name: string | undefined) => {
    if (name !== undefined && names.size < 8) names.add(mask(name.slice(0, longestName)));
  };
  return {
    count: (reply, cost) => {
      calls += 1;
      costUsd += cost;
      inputTokens += reply.usage?.inputTokens ?? 0;
      outputTokens += reply.usage?.outputTokens ?? 0;
      keep(models, reply.model);
      keep(fingerprints, reply.fingerprint);
    },
    use: () => ({
      calls,
      costUsd,
      fingerprints: [...fingerprints].sort(),
      inputTokens,
      models: [...models].sort(),
      outputTokens,
    }),
  };
}

/** Sums what several judges used. */
export function addUses(uses: readonly JudgingUse[]): JudgingUse {
  const sum = (of: (use: JudgingUse) => number) => uses.reduce((total, use) => total + of(use), 0);
  const all = (of: (use: JudgingUse) => readonly string[]) => [...new Set(uses.flatMap(of))].sort();
  return {
    calls: sum(({ calls }) => calls),
    costUsd: sum(({ costUsd }) => costUsd),
    fingerprints: all(({ fingerprints }) => fingerprints),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    models: all(({ models }) => models),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
}
