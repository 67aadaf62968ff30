import { observe } from "../features/features.ts";
import type { Passage, Reading } from "../features/reading.ts";
import { holds } from "../world/holds.ts";
import type { Guard, InputGuard } from "../world/world-schema.ts";

/** The first input guard that stops a request, leaving out those that a weakness gets past and those given up under load. */
export function stoppingGuard(
  guards: readonly Guard[],
  reading: Reading,
  passed: readonly string[],
): InputGuard | undefined {
  const understood = observe(reading);
  const raw = observe(asSent(reading));
  return guards.find((guard): guard is InputGuard => {
    if (guard.stage !== "input" || passed.includes(guard.id)) return false;
    if (guard.skippedFrom !== undefined && reading.circumstances.inFlight >= guard.skippedFrom) return false;
    return holds(guard.when, guard.reads === "raw" ? raw : understood);
  });
}

/** The request as a filter sees it that takes no disguise off and mends no spelling. */
function asSent(reading: Reading): Reading {
  const plain = (passage: Passage): Passage => ({
    raw: passage.raw,
    understood: passage.raw,
    text: passage.raw.toLowerCase().replaceAll(/\s+/gu, " ").trim(),
    disguises: [],
    misspelled: 0,
  });
  return {
    ...reading,
    turn: plain(reading.turn),
    earlier: reading.earlier.map(plain),
    documents: reading.documents.map(plain),
    system: plain(reading.system),
  };
}
