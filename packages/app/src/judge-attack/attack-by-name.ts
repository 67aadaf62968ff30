import type { InjectionPack, Rubric } from "@probity/domain";
import type { Assessor } from "@probity/engine";
import type { Judge } from "@probity/kit";
import { membersOf } from "../own-judges/find-circle.ts";
import type { ModelAccess } from "../own-judges/model-access.ts";
import type { Programme } from "../programme.ts";
import { casesOfPack, casesOfRubric, casesOfRule, wordsOf } from "./attack-cases.ts";
import { attackJudge, type AttackReport, type AttackResult } from "./attack-judge.ts";

type OnResult = (result: AttackResult) => void;

/** Attacks a shipped judge on its own labelled examples. */
export function attackRule(judge: Judge, pack: InjectionPack): Promise<AttackReport> {
  const access = { concurrency: 1, mayGoOn: () => true };
  return attackJudge({ pack, cases: casesOfRule(judge), access });
}

export interface OwnAttack {
  readonly programme: Programme;
  readonly assessor: Assessor;
  readonly pack: InjectionPack;
  readonly access: ModelAccess;
  readonly onResult: OnResult;
}

/** Attacks a judge of one's own: a model on its rubric's examples, any other on the pack's cases, in the words of the first model behind it. */
export function attackOwnJudge({
  programme,
  assessor,
  pack,
  access,
  onResult,
}: OwnAttack): Promise<AttackReport> {
  const { judges } = programme.project;
  const entry = judges[assessor.name];
  const rubric = firstRubric(assessor.name, programme);
  const { desk } = access;
  const cases =
    entry?.kind === "model" && rubric
      ? casesOfRubric(rubric, assessor, desk)
      : casesOfPack(pack, assessor, { desk, words: rubric && wordsOf(rubric) });
  return attackJudge({ pack, cases, access, onResult });
}

/** The rubric of a model judge, or of the first one behind a panel. Panels have no circles once they are checked. */
function firstRubric(name: string, programme: Programme): Rubric | undefined {
  const entry = programme.project.judges[name];
  if (entry?.kind === "model") return programme.judging.rubrics.get(entry.rubric);
  for (const member of membersOf(entry)) {
    const found = firstRubric(member, programme);
    if (found) return found;
  }
  return undefined;
}
