import fc from "fast-check";
import { expect, test } from "vitest";
import { nextRunState, runStates, type RunEvent } from "./run.ts";

const events: RunEvent["kind"][] = [
  "run-started",
  "run-halted",
  "run-resumed",
  "run-failed",
  "run-completed",
];

test("a run starts once and ends in one of three ways", () => {
  expect(nextRunState("none", "run-started")).toBe("running");
  for (const state of runStates) expect(nextRunState(state, "run-started")).toBeUndefined();
});

test("a completed run never changes again", () => {
  for (const event of events) expect(nextRunState("completed", event)).toBeUndefined();
});

test("whatever happens, a run is in one known state and only a resumption leads back to running", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events)), (history) => {
      let state: ReturnType<typeof nextRunState> | "none" = "none";
      for (const event of history) {
        const next = nextRunState(state ?? "none", event);
        if (next === undefined) continue;
        if (next === "running" && state !== "none") expect(event).toBe("run-resumed");
        expect(runStates).toContain(next);
        state = next;
      }
    }),
  );
});
