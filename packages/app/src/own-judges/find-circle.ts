import type { JudgeEntry } from "@probity/domain";

/** The way from a panel back to itself, by names; `undefined` when there is none. */
export function circleFrom(
  start: string,
  judges: Readonly<Record<string, JudgeEntry>>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (name: string, way: readonly string[]): readonly string[] | undefined => {
    for (const member of membersOf(judges[name])) {
      if (member === start) return [...way, member];
      if (seen.has(member)) continue;
      seen.add(member);
      const found = walk(member, [...way, member]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

/** Whom a panel asks; nobody for a judge that is none. */
export function membersOf(entry: JudgeEntry | undefined): readonly string[] {
  switch (entry?.kind) {
    case "cascade":
      return entry.steps;
    case "vote":
      return entry.members;
    case "model":
    case "rule":
    case undefined:
      return [];
  }
}
