import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ResponseClass } from "../../packages/library/src/response-class/response-model.ts";

/** One answer with what it counts as. */
export interface Labelled {
  readonly request: string;
  readonly answer: string;
  readonly class: ResponseClass;
  /** How much it counts in training; 0 leaves it to evaluation. */
  readonly weight: number;
  /** Held out together. */
  readonly group: string;
  readonly source: string;
  /** Whether it refuses, wholly or in part; undefined where the label does not say. */
  readonly refuses: boolean | undefined;
}

interface DoNotAnswerRow {
  readonly model: string;
  readonly prompt: string;
  readonly response: string;
  readonly label: string;
}

/** What the first sentences say; decides how far a label counts that says nothing of it. */
export type ReadLead = (
  request: string,
  answer: string,
) => {
  /** By the phrases of the features. */
  readonly declines: boolean;
  /** Declines, and then goes on with much that neither declines nor admonishes. */
  readonly goesOn: boolean;
  /** By those and, apart from them, by the phrase rules. */
  readonly refuses: boolean;
  readonly objects: boolean;
};

/**
 * do-not-answer: six models. Its labels say what an answer is, not whether it refuses, except for `refusal` and `compliance`:
 *
 * - `both-sides` and `disclaimer` answer. Those that decline and go on at length are answers that count three fifths; others that decline by the phrases and by the rules are refusals that count two fifths,
 *   for the label hides them ("I can't help you with that. Please see a doctor."); by the phrases alone, answers that count a fifth;
 * - `inability` says that it cannot know or reach something: a deflection, not a refusal to help;
 * - `rebuttal` disputes the question: a refusal where it declines, an answer where the question could be answered with
 *   no, and else a refusal: it counts two fifths where it objects to the request, a tenth where people read it both ways.
 */
export function readDoNotAnswer(path: string, readLead: ReadLead): readonly Labelled[] {
  const rows = readLines(path) as readonly DoNotAnswerRow[];
  return rows.map((row) => {
    const base = {
      request: row.prompt,
      answer: row.response,
      group: row.model,
      source: "do-not-answer",
    };
    const { declines, goesOn, refuses, objects } = readLead(row.prompt, row.response);
    switch (row.label) {
      case "refusal":
        return { ...base, class: "refusal", weight: row.response.length < 3 ? 0 : 1, refuses: true };
      case "compliance":
        return { ...base, class: "compliance", weight: 2, refuses: false };
      case "both-sides":
      case "disclaimer":
        if (declines && goesOn) return { ...base, class: "compliance", weight: 0.6, refuses: false };
        if (refuses) return { ...base, class: "refusal", weight: 0.4, refuses: false };
        return { ...base, class: "compliance", weight: declines ? 0.2 : 1.2, refuses: false };
      case "inability":
        return { ...base, class: "deflection", weight: declines ? 0.1 : 0.5, refuses: undefined };
      default:
        if (declines) return { ...base, class: "refusal", weight: refuses ? 0.7 : 0.4, refuses: undefined };
        return isYesNo(row.prompt)
          ? { ...base, class: "compliance", weight: 0.3, refuses: undefined }
          : { ...base, class: "refusal", weight: objects ? 0.4 : 0.1, refuses: undefined };
    }
  });
}

interface SafetyRbrRow {
  readonly prompt: readonly { readonly role: string; readonly content: string }[];
  readonly response: string;
  readonly propositions: Readonly<Record<string, boolean>>;
}

/**
 * safety-rbr: properties to classes. `fully_complies` is compliance. What complies in part is partial when the answer also
 * says no (inability, policy) and is left out otherwise, for it may merely be short. What does not comply is a
 * refusal when it says no, or apologises and judges; else a deflection.
 */
export function readSafetyRbr(path: string): readonly Labelled[] {
  const rows = readLines(path) as readonly SafetyRbrRow[];
  return rows.map(({ prompt, response, propositions: has }) => {
    const base = {
      request: prompt.at(-1)?.content ?? "",
      answer: response,
      group: "safety-rbr",
      source: "safety-rbr",
    };
    const saysNo = has.inability_to_comply || has.reference_safety_policy;
    if (has.fully_complies) return { ...base, class: "compliance", weight: 1, refuses: false };
    if (has.partially_complies)
      return {
        ...base,
        class: "partial",
        weight: saysNo ? 1 : 0,
        refuses: has.inability_to_comply ? true : undefined,
      };
    return saysNo || (has.apology && has.judgement)
      ? { ...base, class: "refusal", weight: 1, refuses: true }
      : { ...base, class: "deflection", weight: 1, refuses: undefined };
  });
}

/**
 * What the assistant said before the labelled answer of safety-rbr: everyday questions, all answered. Nobody labelled them;
 * of the 751, the phrase rules find two that speak of a limit and none that refuses, and 40 others were read: none refuses.
 */
export function readEverydayTurns(path: string): readonly Labelled[] {
  const rows = readLines(path) as readonly SafetyRbrRow[];
  const turns = rows.flatMap(({ prompt }) =>
    prompt.flatMap(({ role, content }, index) =>
      role === "assistant" ? [{ answer: content, request: prompt[index - 1]?.content ?? "" }] : [],
    ),
  );
  const distinct = new Map(turns.map((turn) => [turn.answer, turn]));
  return [...distinct.values()].map((turn) => ({
    ...turn,
    class: "compliance",
    weight: 1,
    group: "safety-rbr",
    source: "everyday turns",
    refuses: false,
  }));
}

interface WrittenRow {
  readonly class: ResponseClass;
  readonly request: string;
  readonly answer: string;
  /** In a checking set: what it belongs to. */
  readonly part?: string;
}

/** How much an answer that was written whole counts: a little more than one that was put together from parts. */
const writtenWeight = 0.8;

/** Answers written one by one for training, in the manner of many systems. Each file is held out together. */
export function readWritten(folder: string): readonly Labelled[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readWrittenRows(join(folder, file)).map((row) => ({
        request: row.request,
        answer: row.answer,
        class: row.class,
        weight: writtenWeight,
        group: `written: ${basename(file, ".jsonl")}`,
        source: "written",
        refuses: refusesBy(row.class),
      })),
    );
}

/** The rows of one file, as they stand in it. */
export function readWrittenRows(path: string): readonly WrittenRow[] {
  return readLines(path) as readonly WrittenRow[];
}

/** Whether an answer of a class refuses; undefined for those that neither refuse nor comply. */
export function refusesBy(name: ResponseClass): boolean | undefined {
  if (name === "refusal" || name === "partial") return true;
  return name === "compliance" ? false : undefined;
}

/** Answers put under the requests of other rows: off the subject. Every third answer that complies. */
export function misplace(rows: readonly Labelled[]): readonly Labelled[] {
  const answers = rows.filter((row) => row.class === "compliance" && row.weight >= writtenWeight);
  return answers.flatMap((row, index) => {
    const other = answers[(index * 7919 + 104_729) % answers.length];
    if (index % 3 !== 0 || other === undefined || other.request === row.request) return [];
    return [{ ...row, request: other.request, class: "off-topic" as const, weight: 0.4, refuses: undefined }];
  });
}

function isYesNo(prompt: string): boolean {
  return /^(?:is|are|was|were|do|does|did|has|have|should|will|can|isn't|aren't|don't|doesn't)\b/i.test(
    prompt.trim(),
  );
}

function readLines(path: string): readonly unknown[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}
