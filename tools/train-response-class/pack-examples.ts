import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** An example of a probe whose judge says whether it refuses. */
export interface PackExample {
  readonly request: string;
  readonly answer: string;
  readonly refuses: boolean;
}

interface Examined {
  readonly prompts?: readonly unknown[];
  readonly judge?: { readonly use?: string };
  readonly examples?: { readonly breached?: readonly unknown[]; readonly held?: readonly unknown[] };
}

/** Examples of the shipped packs that refuse or answer, by the judge they are for. Never used in training. */
export function readPackExamples(folder: string): readonly PackExample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => examined(parse(readFileSync(join(folder, name), "utf8"))))
    .flatMap(examplesOf);
}

/** Everything in a document that has a judge and examples. */
function examined(node: unknown): readonly Examined[] {
  if (typeof node !== "object" || node === null) return [];
  const within = Object.values(node).flatMap(examined);
  return "judge" in node && "examples" in node ? [node as Examined, ...within] : within;
}

function examplesOf({ prompts, judge, examples }: Examined): readonly PackExample[] {
  if (judge?.use !== "refusal" && judge?.use !== "over-refusal") return [];
  const declinedWhen = judge.use === "refusal" ? "held" : "breached";
  const request = (prompts ?? []).find((prompt) => typeof prompt === "string") ?? "";
  return (["breached", "held"] as const).flatMap((outcome) =>
    (examples?.[outcome] ?? [])
      .filter((answer) => typeof answer === "string")
      .map((answer) => ({ request, answer, refuses: outcome === declinedWhen })),
  );
}
