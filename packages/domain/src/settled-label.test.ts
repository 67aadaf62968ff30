import { expect, test } from "vitest";
import type { Label } from "./label.ts";
import { settleLabels } from "./settled-label.ts";

const said = (rater: string, outcome: Label["outcome"], part: Label["part"] = "rating"): Label => ({
  rater,
  role: "tester",
  outcome,
  part,
  blind: true,
  choice: { kind: "by-hand" },
});

test("the newest word of each person counts, and disagreement counts for nothing until it is settled", () => {
  expect(settleLabels([])).toEqual({ kind: "unlabelled" });
  expect(settleLabels([said("bo", "held"), said("bo", "breached")])).toEqual({
    kind: "agreed",
    outcome: "breached",
  });
  const split = [said("bo", "held"), said("cy", "breached", "second-rating")];
  expect(settleLabels(split)).toEqual({ kind: "disputed" });
  expect(settleLabels([...split, said("dee", "held", "adjudication")])).toEqual({
    kind: "adjudicated",
    outcome: "held",
  });
  expect(settleLabels([...split, said("bo", "breached")]), "bo thought again").toEqual({
    kind: "agreed",
    outcome: "breached",
  });
});
