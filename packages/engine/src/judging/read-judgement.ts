import type { Rubric } from "@probity/domain";
import { standsIn } from "./find-quote.ts";
import { readObjects, type ReadObject } from "./repair-json.ts";
import type { CallMarks, RubricPrompt } from "./rubric-prompt.ts";

type ScaleValue = Rubric["scale"][number];

/** What one answer of a judge model says. */
export type ReadJudgement =
  | {
      readonly kind: "choice";
      readonly scaleValue: ScaleValue;
      /** Quotes that truly stand in the answer. */
      readonly quotes: readonly string[];
      readonly reason: string;
      readonly repaired: boolean;
    }
  | { readonly kind: "steered"; readonly why: string }
  /** To be asked again, saying why. */
  | { readonly kind: "unreadable"; readonly why: string };

export interface JudgementInputs {
  readonly rubric: Rubric;
  readonly prompt: RubricPrompt;
  readonly marks: CallMarks;
}

/** Reads a judge model's answer strictly: right token, one choice of the scale, quotes that are there. What it may be forgiven is how the JSON is written. */
export function readJudgement(text: string, { rubric, prompt, marks }: JudgementInputs): ReadJudgement {
  const candidates = readObjects(text).filter(({ value }) => "choice" in value || "attention" in value);
  const [first] = candidates;
  if (!first) return unreadable("it holds no JSON object with a choice");
  const token = tokenProblem(first, { prompt, marks });
  if (token) return token;
  const chosen = new Set(candidates.map(({ value }) => wordOf(value["choice"])));
  if (chosen.size > 1) return unreadable("it gives several choices");
  const scaleValue = rubric.scale.find(({ value }) => chosen.has(value));
  if (!scaleValue)
    return unreadable(`its choice is none of ${rubric.scale.map(({ value }) => value).join(", ")}`);
  const given = textsOf(first.value["evidence"]);
  const quotes = given.filter((quote) => standsIn(quote, prompt.answers.shown));
  if (quotes.length === 0 && (rubric.evidence.includes(scaleValue.means) || given.length > 0)) {
    const why =
      given.length > 0 ? "what it quotes does not stand in the answer" : "it quotes nothing of the answer";
    return unreadable(`${why}; copy words of the answer exactly`);
  }
  const reason = first.value["reason"];
  return {
    kind: "choice",
    scaleValue,
    quotes,
    reason: typeof reason === "string" ? reason : "",
    repaired: first.repaired,
  };
}

/** A token that stands in the data shows that the data was obeyed; another one, only that the judge did not read on. */
function tokenProblem(
  { value }: ReadObject,
  { prompt, marks }: Pick<JudgementInputs, "prompt" | "marks">,
): ReadJudgement | undefined {
  const token = typeof value["attention"] === "string" ? value["attention"].trim() : "";
  if (token === marks.attention) return undefined;
  if (token.includes(marks.bait))
    return { kind: "steered", why: "it gave the token that a line in the judged text asked for" };
  if (token !== "" && prompt.fenced.includes(token))
    return { kind: "steered", why: "it gave a token that stands in the judged text" };
  return unreadable("its attention token is not the one in the system message");
}

function unreadable(why: string): ReadJudgement {
  return { kind: "unreadable", why };
}

function wordOf(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-")
    .slice(0, 60);
}

function textsOf(value: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed
    .filter((each) => typeof each === "string")
    .filter((each) => each.trim() !== "")
    .slice(0, 6);
}
