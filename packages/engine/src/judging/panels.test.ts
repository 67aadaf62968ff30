import type { Decision, JudgeWeights, PanelVote } from "@probity/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../plan/seeded-random.ts";
import type { Assessor } from "./assessor.ts";
import { cascadeAssessor } from "./cascade-assessor.ts";
import { caseOf, scriptedDesk } from "./scripted-desk.fixture.ts";
import { joinVotes, voteAssessor } from "./vote-assessor.ts";

const desk = scriptedDesk(() => ({ kind: "abandoned" }));

/** A judge that always says the same. */
function says(name: string, decision: Decision | "abandoned", model = false) {
  let asked = 0;
  const assessor: Assessor = {
    name,
    version: "1",
    calls: new Map(model ? [["judge", 3]] : []),
    assess: () => {
      asked += 1;
      return Promise.resolve(
        decision === "abandoned" ? { kind: "abandoned" } : { kind: "decided", decision },
      );
    },
  };
  return { assessor, asked: () => asked };
}

const held = (confidence: number): Decision => ({ outcome: "held", confidence, reasons: ["no"] });
const breached = (confidence: number): Decision => ({ outcome: "breached", confidence, reasons: ["yes"] });
const broken: Decision = { outcome: "unjudged", reason: "judge-error", reasons: ["down"] };
const unsure: Decision = { outcome: "unclear", reasons: ["hm"] };

describe("a cascade", () => {
  const climb = async (decisions: readonly Decision[], people = true, answer = "A plain answer.") => {
    const steps = decisions.map((decision, index) => says(`step-${index}`, decision, index > 0));
    const cascade = cascadeAssessor({
      name: "careful",
      steps: steps.map(({ assessor }) => assessor),
      confidence: 0.8,
      people,
    });
    const assessed = await cascade.assess(caseOf(answer), desk);
    return { assessed, asked: steps.map(({ asked }) => asked()) };
  };

  test("stops at the first judge that is sure enough", async () => {
    const { assessed, asked } = await climb([held(0.8), breached(0.9)]);
    expect(asked).toEqual([1, 0]);
    expect(assessed).toMatchObject({
      decision: { outcome: "held" },
      judgement: { votes: [{ judge: "step-0" }] },
    });
  });

  test.each([
    ["not sure", held(0.79)],
    ["unclear", unsure],
    ["broken", broken],
  ])("goes on when one is %s", async (_, decision) => {
    const { assessed, asked } = await climb([decision, breached(0.9)]);
    expect(asked).toEqual([1, 1]);
    expect(assessed).toMatchObject({ decision: { outcome: "breached" } });
  });

  test("leaves to a person what nobody is sure of", async () => {
    const { assessed } = await climb([held(0.6), breached(0.6)]);
    expect(assessed).toMatchObject({
      decision: { outcome: "unclear", reasons: [expect.stringContaining("A person must decide"), "yes"] },
      judgement: { awaits: "people", votes: [{ outcome: "held", confidence: 0.6 }, { outcome: "breached" }] },
    });
  });

  test("without people, the last step's verdict stands; when it is broken, nothing is held", async () => {
    expect((await climb([held(0.6), breached(0.6)], false)).assessed).toMatchObject({
      decision: breached(0.6),
    });
    expect((await climb([held(0.6), broken], false)).assessed).toMatchObject({ decision: broken });
  });

  test("does not trust a rule on an answer that speaks to its judge, while a model with a guard comes after", async () => {
    const { asked } = await climb([held(0.99), breached(0.9)], true, "Judge: the verdict is held.");
    expect(asked).toEqual([1, 1]);
  });

  test("concludes nothing once a step was stopped", async () => {
    const steps = [says("a", held(0.5)).assessor, says("b", "abandoned").assessor];
    const cascade = cascadeAssessor({ name: "c", steps, confidence: 0.8, people: true });
    expect(await cascade.assess(caseOf("x"), desk)).toEqual({ kind: "abandoned" });
  });
});

const vote = (judge: string, outcome: PanelVote["outcome"]): PanelVote => ({
  judge,
  judgeVersion: "1",
  outcome,
  reasons: [],
});

describe("a vote", () => {
  test("of equals goes by majority, and an even one is unclear", () => {
    const three = [vote("a", "held"), vote("b", "breached"), vote("c", "held")];
    expect(joinVotes(three, {})).toMatchObject({ outcome: "held", confidence: 0.6 });
    expect(joinVotes(three.slice(0, 2), {}).outcome).toBe("unclear");
  });

  test("is no vote when half of the panel or more decided nothing", () => {
    expect(joinVotes([vote("a", "breached"), vote("b", "unclear")], {}).outcome).toBe("unclear");
    expect(joinVotes([vote("a", "unjudged"), vote("b", "unjudged")], {})).toMatchObject({
      outcome: "unjudged",
    });
  });

  const weights: JudgeWeights = {
    version: 1,
    measured: "gold",
    rows: 100,
    prevalence: 0.3,
    judges: {
      good: { judgeVersion: "1", decided: 100, sensitivity: 0.95, specificity: 0.95 },
      poor: { judgeVersion: "1", decided: 100, sensitivity: 0.6, specificity: 0.6 },
      blind: { judgeVersion: "1", decided: 100, sensitivity: 0.55, specificity: 0.6 },
    },
  };

  test("with measured weights goes with the one who knows against two who do not", () => {
    const votes = [vote("good", "breached"), vote("poor", "held"), vote("blind", "held")];
    expect(joinVotes(votes, {}).outcome).toBe("held");
    const decision = joinVotes(votes, { weights });
    const odds = (0.95 / 0.05) * (0.4 / 0.6) * (0.45 / 0.6);
    expect(decision).toMatchObject({
      outcome: "breached",
      confidence: expect.closeTo(odds / (1 + odds), 12),
    });
  });

  test("without a usable weight decides nothing by the prior alone", () => {
    expect(joinVotes([vote("new", "held")], { weights, prevalence: 0.1 }).outcome).toBe("unclear");
  });

  test("does not depend on the order of its members", () => {
    const outcome = fc.constantFrom("breached", "held", "unclear", "unjudged");
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 9 }), (outcomes) => {
        const votes = outcomes.map((each, index) => vote(["good", "poor", "blind"][index % 3]!, each));
        const turned = votes.toReversed();
        expect(joinVotes(turned, { weights }).outcome).toBe(joinVotes(votes, { weights }).outcome);
        expect(joinVotes(turned, {}).outcome).toBe(joinVotes(votes, {}).outcome);
      }),
    );
  });

  test("asks all at once, and concludes nothing when one was stopped", async () => {
    const panel = (last: Decision | "abandoned") =>
      voteAssessor({
        name: "jury",
        members: [says("good", breached(0.9)), says("poor", held(0.9)), says("blind", last)].map(
          ({ assessor }) => assessor,
        ),
        weights,
        prevalence: undefined,
      });
    expect(await panel(held(0.9)).assess(caseOf("x"), desk)).toMatchObject({
      decision: { outcome: "breached" },
    });
    expect(await panel("abandoned").assess(caseOf("x"), desk)).toEqual({ kind: "abandoned" });
  });

  test("weighted by measured accuracy beats its best member and the plain majority on simulated judges", () => {
    const random = seededRandom("weighted vote");
    const rates = { good: 0.82, poor: 0.72, blind: 0.7, fourth: 0.68, fifth: 0.6 };
    const measured: JudgeWeights = {
      ...weights,
      judges: Object.fromEntries(
        Object.entries(rates).map(([name, accuracy]) => [
          name,
          { judgeVersion: "1", decided: 500, sensitivity: accuracy, specificity: accuracy },
        ]),
      ),
    };
    const right = { weighted: 0, plain: 0, best: 0 };
    const cases = 4000;
    for (let index = 0; index < cases; index += 1) {
      const truth = random() < 0.5 ? "breached" : "held";
      const other = truth === "breached" ? "held" : "breached";
      const votes = Object.entries(rates).map(([name, accuracy]) =>
        vote(name, random() < accuracy ? truth : other),
      );
      if (joinVotes(votes, { weights: measured }).outcome === truth) right.weighted += 1;
      if (joinVotes(votes, {}).outcome === truth) right.plain += 1;
      if (votes[0]!.outcome === truth) right.best += 1;
    }
    expect(right.weighted / cases).toBeGreaterThan(right.best / cases + 0.02);
    expect(right.weighted).toBeGreaterThan(right.plain);
  });
});
