import type { InjectionPack, Rubric } from "@probity/domain";
import type { Assessor, ModelDesk } from "@probity/engine";
import type { Judge, JudgeInput } from "@probity/kit";
import { rowInput } from "../judge-evaluation/judge-rows.ts";
import type { AttackCase } from "./attack-judge.ts";

const plainWords = { breached: "breached", held: "held" } as const;

/** A shipped judge's own labelled examples, each with its own settings. */
export function casesOfRule(judge: Judge): readonly AttackCase[] {
  return judge.examples.flatMap(({ name, settings, input, expect }) => {
    if (expect !== "breached" && expect !== "held") return [];
    if (!input.messages.some(({ role }) => role === "assistant")) return [];
    return [
      {
        name,
        input,
        truth: expect,
        words: plainWords,
        decide: (judged: { input: JudgeInput }) =>
          Promise.resolve({ kind: "decided" as const, decision: judge.decide(judged.input, settings) }),
      },
    ];
  });
}

/** A rubric's own examples, before the model that judges by it. */
export function casesOfRubric(rubric: Rubric, assessor: Assessor, desk: ModelDesk): readonly AttackCase[] {
  const words = wordsOf(rubric);
  return rubric.examples.flatMap(({ request, answer, choice }, index) => {
    const truth = rubric.scale.find(({ value }) => value === choice)?.means;
    if (truth !== "breached" && truth !== "held") return [];
    const input = rowInput({ prompt: request, response: answer, label: truth }, rubric.purpose);
    return [
      {
        name: `example ${index + 1}`,
        input,
        truth,
        words,
        decide: (judged) => assessor.assess(judged, desk),
      },
    ];
  });
}

/** The first value of a scale for each outcome. */
export function wordsOf({ scale }: Rubric): AttackCase["words"] {
  const valueFor = (outcome: "breached" | "held") =>
    scale.find(({ means }) => means === outcome)?.value ?? outcome;
  return { breached: valueFor("breached"), held: valueFor("held") };
}

/** The pack's own cases, for judges that bring none. */
export function casesOfPack(
  pack: InjectionPack,
  assessor: Assessor,
  {
    desk,
    words = plainWords,
  }: { readonly desk: ModelDesk; readonly words?: AttackCase["words"] | undefined },
): readonly AttackCase[] {
  return pack.cases.flatMap(({ request, breached, held }, index) =>
    (["breached", "held"] as const).map((truth) => ({
      name: `case ${index + 1}, ${truth}`,
      input: rowInput(
        { prompt: request, response: truth === "breached" ? breached : held, label: truth },
        "attack",
      ),
      truth,
      words,
      decide: (judged) => assessor.assess(judged, desk),
    })),
  );
}
