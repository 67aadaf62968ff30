import fc from "fast-check";
import { expect, test } from "vitest";
import { barFromDeciding, nextContestState, type ContestMove, type ContestState } from "./contest.ts";

const states = ["none", "open", "upheld", "overturned", "withdrawn"] as const;
const moves = ["raise", "upheld", "overturned", "withdrawn"] as const;

test("a contest is raised once and ends once; every other move is refused", () => {
  const allowed = states.flatMap((state) =>
    moves.flatMap((move) => {
      const next = nextContestState(state, move);
      return next === undefined ? [] : [`${state} ${move} ${next}`];
    }),
  );
  expect(allowed).toEqual([
    "none raise open",
    "open upheld upheld",
    "open overturned overturned",
    "open withdrawn withdrawn",
  ]);
});

test("whatever moves are tried, at most one decision takes effect", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<ContestMove>(...moves)), (tried) => {
      let state: ContestState | "none" = "none";
      let decided = 0;
      for (const move of tried) {
        const next = nextContestState(state, move);
        if (next === undefined) continue;
        state = next;
        if (move !== "raise") decided += 1;
      }
      expect(decided).toBeLessThanOrEqual(1);
    }),
  );
});

test("neither who raised it nor who made the verdict decides", () => {
  const hands = { contester: "ana", judgedBy: ["bo"] };
  expect(barFromDeciding("ana", hands)).toBe("raised it");
  expect(barFromDeciding("bo", hands)).toContain("labelled");
  expect(barFromDeciding("cleo", hands)).toBeUndefined();
});
