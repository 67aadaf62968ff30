import type { World } from "../world/world-schema.ts";

interface Keyworded {
  readonly keywords: readonly string[];
  readonly text: string;
}

/** The entry that shares most keywords with a question; two-word keywords count double. Nothing when none is shared. */
export function matchTopic<Entry extends Keyworded>(
  question: string,
  entries: readonly Entry[],
): Entry | undefined {
  let best: { entry: Entry; score: number } | undefined;
  for (const entry of entries) {
    const score = entry.keywords.reduce(
      (sum, keyword) => (hasWord(question, keyword) ? sum + keyword.split(" ").length : sum),
      0,
    );
    if (score > (best?.score ?? 0)) best = { entry, score };
  }
  return best?.entry;
}

function hasWord(text: string, keyword: string): boolean {
  const at = text.indexOf(keyword);
  if (at < 0) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + keyword.length);
  return !/[a-z]/u.test(before) && /^s?(?:$|[^a-z])/u.test(after);
}

/** What customers may read that fits a question: a common answer, else a public document. */
export function publicAnswer(world: World, question: string): string | undefined {
  const documents = world.documents.filter(({ audience }) => audience === "public");
  return matchTopic(question, [...world.topics, ...documents])?.text;
}
