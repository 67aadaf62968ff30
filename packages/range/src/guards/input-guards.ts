import { observe, type Observations } from "../features/features.ts";
import type { Passage, Reading } from "../features/reading.ts";
import { holds } from "../world/holds.ts";
import type { Guard, InputGuard } from "../world/world-schema.ts";

/** The first input guard that stops a request, leaving out those named as passed. */
export type FindStop = (passed: readonly string[]) => InputGuard | undefined;

/**
 * Asks the input guards of one request, in their order, leaving out those given up under load.
 *
 * @param observed - of the request as the model understands it; what raw text shows is looked at only when a guard needs it
 */
export function inputGuardsOf(guards: readonly Guard[], reading: Reading, observed: Observations): FindStop {
  const { inFlight } = reading.circumstances;
  const awake = guards
    .filter((guard) => guard.stage === "input")
    .filter(({ skippedFrom }) => skippedFrom === undefined || inFlight < skippedFrom);
  if (awake.length === 0) return () => undefined;
  const raw = awake.some(({ reads }) => reads === "raw") ? observe(asSent(reading)) : observed;
  const stopping = awake.filter(({ when, reads }) => holds(when, reads === "raw" ? raw : observed));
  return (passed) => stopping.find(({ id }) => !passed.includes(id));
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
