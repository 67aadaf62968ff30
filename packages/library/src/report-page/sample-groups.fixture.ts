import type { Finding, FindingKey, ReportModel } from "@probity/domain";
import { sampleRate, sampleTrialId } from "./sample-figures.fixture.ts";
import { extraction, hostileTexts } from "./sample-trials.fixture.ts";

const leaks = ["plain", ...Object.keys(hostileTexts), "long"].map(sampleTrialId);

function finding(
  id: string,
  key: FindingKey,
  rest: Pick<Finding, "severity" | "rate" | "evidence"> & Partial<Finding>,
): Finding {
  return {
    id: `FND-${id}`,
    ...key,
    probes: [`${key.family}.repeat-above`],
    standards: ["LLM07:2026", "AML.T0056", "CWE-200"],
    ...rest,
  };
}

const tooling = { purpose: "attack", family: "tool-misuse", safeguard: "tool-permission" } as const;
const refusing = { purpose: "benign", family: "prompt-extraction", safeguard: "helpfulness" } as const;

/** Findings in no order, one of them with too few cases for a rate, one with markup in its name. */
export const sampleFindings: readonly Finding[] = [
  finding(
    "0b71c2ee",
    { ...refusing, transform: "as written" },
    { severity: "low", rate: sampleRate(9, 80, 40), evidence: [sampleTrialId("refused")] },
  ),
  finding(
    "5d09aa31",
    { ...extraction, transform: "base64 > leetspeak" },
    {
      severity: "high",
      rate: sampleRate(41, 120, 30),
      evidence: [...leaks, sampleTrialId("not in the report")],
    },
  ),
  finding(
    "77c1f0d4",
    { ...extraction, transform: "as written" },
    { severity: "high", rate: sampleRate(17, 120, 30), evidence: leaks.slice(0, 3) },
  ),
  finding(
    "9a2be614",
    { ...tooling, transform: "role-play" },
    {
      severity: "critical",
      rate: sampleRate(4, 120, 40),
      evidence: [sampleTrialId("tool")],
      standards: ["LLM06:2026", "AML.T0053"],
    },
  ),
  finding(
    "c3e80a55",
    { ...extraction, family: "encoding.<b>smuggling</b>", transform: "zero-width" },
    { severity: "medium", rate: sampleRate(2, 6, 2), evidence: leaks.slice(4, 5) },
  ),
];

const groups = [
  ["indirect-injection", "instruction-hierarchy"],
  ["poisoned-document", "instruction-hierarchy"],
  ["persona-swap", "identity"],
  ["false-authority", "tool-permission"],
  ["many-shot", "content-policy"],
] as const;
const disguises = ["as written", "base64", "rot13", "zero-width"] as const;

/** Groups in which nothing failed; two of them have too few cases. */
/** A group whose every trial went unanswered. */
export const sampleUndecided: ReportModel["undecided"] = [
  {
    purpose: "attack",
    family: "silent-family",
    safeguard: "tool-use.scope",
    transform: "as written",
    rate: { ...sampleRate(0, 0, 0), excluded: { unclear: 1, unjudged: 6 } },
  },
];

export const sampleHeld: ReportModel["held"] = groups.flatMap(([family, safeguard], row) =>
  disguises.map((transform, column) => ({
    purpose: "attack" as const,
    family,
    safeguard,
    transform,
    rate: sampleRate(
      0,
      120 - row * 18 - column * 12,
      row === 4 && column > 1 ? 3 : 40 - row * 6 - column * 2,
    ),
  })),
);
