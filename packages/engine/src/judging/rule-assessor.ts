import type { Decision, JudgeChoice } from "@probity/domain";
import type { Judge } from "@probity/kit";
import { threw } from "../plan/compose-conversation.ts";
import type { Assessor, JudgedCase } from "./assessor.ts";

/** A shipped judge with its settings, as a step or member beside models. */
export function ruleAssessor(
  name: string,
  choice: JudgeChoice,
  judges: ReadonlyMap<string, Judge>,
): Assessor {
  const judge = judges.get(choice.use);
  return {
    name,
    version: judge?.version ?? "none",
    calls: new Map(),
    assess: ({ input }) => Promise.resolve({ kind: "decided", decision: decideByRule(judge, choice, input) }),
  };
}

/** The judge that the probe itself names, whichever that is. */
export function probesOwnAssessor(judges: ReadonlyMap<string, Judge>): Assessor {
  return {
    name: "probe",
    version: "probe",
    calls: new Map(),
    assess: ({ input, ownJudge }) =>
      Promise.resolve({
        kind: "decided",
        decision: ownJudge ? decideByRule(judges.get(ownJudge.use), ownJudge, input) : noProbe,
      }),
  };
}

const noProbe: Decision = {
  outcome: "unjudged",
  reason: "not-applicable",
  reasons: ["There is no probe here whose own judge could decide."],
};

function decideByRule(judge: Judge | undefined, choice: JudgeChoice, input: JudgedCase["input"]): Decision {
  if (!judge) return judgeError(`There is no judge "${choice.use}".`);
  try {
    return judge.decide(input, judge.settings.parse(choice.with));
  } catch (error) {
    return judgeError(threw(`judge ${judge.id}`, error).message);
  }
}

function judgeError(why: string): Decision {
  return { outcome: "unjudged", reason: "judge-error", reasons: [why] };
}
