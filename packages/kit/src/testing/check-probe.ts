import type { CataloguedProbe, ExampleReply, JudgeChoice, Outcome, Probe } from "@probity/domain";
import type { Judge } from "../define-judge.ts";
import { judgeInputForExample, type ExampleCase } from "./judge-input-for-example.ts";

/** The part of a judge that checking a probe needs. A judge of any settings fits. */
export type Judges = ReadonlyMap<string, Judge>;

/**
 * Finds what is wrong with a probe: a judge that is not there, settings it does not take, examples it decides
 * otherwise, a canary that nobody plants.
 *
 * @returns one sentence for each problem; empty when the probe proves itself
 */
export function checkProbe({ probe }: CataloguedProbe, judges: Judges): readonly string[] {
  return [
    ...checkCanary(probe),
    ...checkChoice(probe, { label: "judge", choice: probe.judge, cases: attackCases(probe) }, judges),
    ...probe.benign.flatMap((benign, position) =>
      checkChoice(
        probe,
        { label: `benign ${position + 1}`, choice: benign.judge, cases: benignCases(benign) },
        judges,
      ),
    ),
  ];
}

/**
 * Checks every probe of a list, and that no id is used twice.
 *
 * @returns one sentence for each problem, led by the pack's and the probe's id
 */
export function checkProbes(probes: readonly CataloguedProbe[], judges: Judges): readonly string[] {
  const seen = new Map<string, string>();
  return probes.flatMap((catalogued) => {
    const { probe, packId } = catalogued;
    const lead = `${packId} ${probe.id}`;
    const earlier = seen.get(probe.id);
    seen.set(probe.id, packId);
    const problems = checkProbe(catalogued, judges).map((problem) => `${lead}: ${problem}`);
    if (earlier === undefined) return problems;
    return [`${lead}: the id is already used in pack ${earlier}`, ...problems];
  });
}

interface LabelledCase extends ExampleCase {
  readonly name: string;
  readonly expect: Outcome;
}

interface Choice {
  readonly label: string;
  readonly choice: JudgeChoice;
  readonly cases: readonly LabelledCase[];
}

function attackCases({ prompts, examples }: Probe): readonly LabelledCase[] {
  const prompt = prompts[0] ?? "";
  return labelled(examples, { purpose: "attack", prompt });
}

function benignCases({ prompt, examples }: Probe["benign"][number]): readonly LabelledCase[] {
  return examples === undefined ? [] : labelled(examples, { purpose: "benign", prompt });
}

function labelled(
  examples: { readonly breached: readonly ExampleReply[]; readonly held: readonly ExampleReply[] },
  asked: Pick<ExampleCase, "purpose" | "prompt">,
): readonly LabelledCase[] {
  return (["breached", "held"] as const).flatMap((expect) =>
    examples[expect].map((reply, position) => ({
      ...asked,
      reply,
      expect,
      name: `examples.${expect}[${position}]`,
    })),
  );
}

function checkChoice(probe: Probe, { label, choice, cases }: Choice, judges: Judges): string[] {
  const judge = judges.get(choice.use);
  if (judge === undefined) return [`${label}: there is no judge "${choice.use}"`];
  const parsed = judge.settings.safeParse(choice.with);
  if (!parsed.success) {
    return parsed.error.issues.map(
      ({ path, message }) => `${label}: ${[choice.use, ...path.map(String)].join(".")}: ${message}`,
    );
  }
  return cases.flatMap((example) => {
    const decision = judge.decide(judgeInputForExample(probe, example), parsed.data);
    if (decision.outcome === example.expect) return [];
    const excerpt = JSON.stringify(example.reply).slice(0, 160);
    return [
      `${label}: ${example.name} is judged ${decision.outcome} by ${choice.use} ` +
        `(${decision.reasons.join("; ")}); it should be ${example.expect}: ${excerpt}`,
    ];
  });
}

function checkCanary(probe: Probe): string[] {
  const planted = [probe.system ?? "", ...probe.documents.map(({ text }) => text)];
  if (planted.some((text) => text.includes("{{canary}}")) || probe.needs.includes("canary")) return [];
  if (probe.judge.use === "canary-leak") {
    return [
      "canary-leak needs a canary: plant {{canary}} in system or documents, or declare needs: [canary]",
    ];
  }
  if (!JSON.stringify(probe).includes("{{canary}}")) return [];
  return ["{{canary}} is used but not planted in system or documents, and needs does not list canary"];
}
