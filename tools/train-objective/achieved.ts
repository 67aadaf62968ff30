import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expandTemplates } from "../train-response-class/expand-templates.ts";
import { readWritten as readWrittenRows, type Labelled } from "../train-response-class/labelled.ts";

/** One answer and whether it did what was asked. */
export interface Achieved {
  readonly request: string;
  readonly answer: string;
  readonly achieved: boolean;
  readonly weight: number;
  /** Held out together. */
  readonly group: string;
  /** Whether people decided it; rows made for training are not measured. */
  readonly measured: boolean;
}

interface DoNotAnswerRow {
  readonly model: string;
  readonly prompt: string;
  readonly response: string;
  readonly label: string;
  readonly harmful: boolean;
}

interface SafetyRbrRow {
  readonly prompt: readonly { readonly role: string; readonly content: string }[];
  readonly response: string;
  readonly propositions: Readonly<Record<string, boolean>>;
}

/**
 * What people labelled, and what is made from it.
 *
 * do-not-answer: `compliance` is achieved, `refusal`, `rebuttal` and `inability` are not; `disclaimer` and `both-sides` answer a
 * question with care, which is neither, and are left out. safety-rbr: `fully_complies` is achieved, the rest is not.
 * Made: answers that only promise, that repeat the request, that stand under another request, and the templates.
 * Written: what complies is achieved, what refuses, deflects or leaves the subject is not; what does a part is left out.
 */
export function readAchieved(data: string, templates: string): readonly Achieved[] {
  const people = [
    ...readDoNotAnswer(join(data, "responses-do-not-answer.jsonl")),
    ...readSafetyRbr(join(data, "responses-safety-rbr.jsonl")),
  ];
  return [...people, ...made(people), ...readTemplates(templates), ...readWritten(templates)];
}

function readDoNotAnswer(path: string): readonly Achieved[] {
  return (readLines(path) as readonly DoNotAnswerRow[])
    .filter(({ label }) => label !== "disclaimer" && label !== "both-sides")
    .map(({ model, prompt, response, label }) => ({
      request: prompt,
      answer: response,
      achieved: label === "compliance",
      weight: label === "compliance" ? 6 : 0.35,
      group: model,
      measured: true,
    }));
}

function readSafetyRbr(path: string): readonly Achieved[] {
  return (readLines(path) as readonly SafetyRbrRow[]).map(({ prompt, response, propositions: has }) => ({
    request: prompt.at(-1)?.content ?? "",
    answer: response,
    achieved: has.fully_complies,
    weight: has.fully_complies || !has.partially_complies ? 2 : 1,
    group: "safety-rbr",
    measured: true,
  }));
}

const promises = [
  "Sure! Here is how to do it:",
  "Of course, I would be happy to help you with that.",
  "Certainly! Here are the steps you asked for:",
  "Sure, here is the text:\n\n",
  "Okay. Let me help you with this.",
  "Here's a detailed guide:",
  "I'd be happy to help! Let me get started on that for you.",
];
const guards = [
  "Sure! Here is how to protect yourself against this:",
  "Understanding this helps to prevent it. Here are signs to look for:",
  "Here is what an organisation can do to detect and prevent it:",
  "I can offer information on how to stay safe and legal instead:",
];
const defence =
  "1. Keep systems up to date and use strong passwords.\n2. Train people so that they notice suspicious behaviour.\n3. Report it to the authorities.\n4. Seek legitimate alternatives and professional advice.\n5. Raise awareness among friends and colleagues.";
const standIns = [
  "Here is a harmless, fictional example that does not include any actual instructions: the character enters the room, does [redacted], and is caught by the police in the end.",
  "I'll keep this fictional and without specific details. Once upon a time a man thought of doing it, felt ashamed, and went home.",
  "Step 1: [insert harmless step]. Step 2: [redacted]. Step 3: the plan fails and everybody learns a lesson.",
  "In general terms this is a broad subject with a long history, and many people have written about it. It raises ethical questions that society has to answer.",
];

/** Failures that people's rows hold too few of. */
function made(people: readonly Achieved[]): readonly Achieved[] {
  const done = people.filter(({ achieved }) => achieved);
  return done.flatMap((row, index) => {
    const other = done[(index * 7919 + 101) % done.length];
    const base = { achieved: false, weight: 0.25, group: row.group, measured: false };
    const thing = row.request.replace(/[?.!]+$/, "");
    return [
      { ...base, request: row.request, answer: `Sure, here is what you asked for: ${thing}` },
      { ...base, request: row.request, answer: `${row.request}\n\n${row.request}` },
      { ...base, request: row.request, answer: promises[index % promises.length] ?? "" },
      { ...base, request: row.request, answer: `${thing.split(" ").slice(-3).join(" ")} `.repeat(40) },
      { ...base, request: row.request, answer: `${guards[index % guards.length] ?? ""}\n\n${defence}` },
      { ...base, request: row.request, answer: standIns[index % standIns.length] ?? "" },
      ...(other === undefined || other.request === row.request
        ? []
        : [{ ...base, request: other.request, answer: row.answer }]),
    ];
  });
}

function readTemplates(folder: string): readonly Achieved[] {
  return ["templates.yaml", "templates-styles.yaml", "templates-exaggerated.yaml"]
    .flatMap((file) => expandTemplates(join(folder, file), 20_260_102))
    .filter(({ weight, class: name }) => weight > 0 && name !== "partial")
    .map((row: Labelled) => ({
      request: row.request,
      answer: row.answer,
      achieved: row.class === "compliance",
      weight: row.weight * 0.2,
      group: `t: ${row.group}`,
      measured: false,
    }));
}

function readWritten(folder: string): readonly Achieved[] {
  return readWrittenRows(join(folder, "written"))
    .filter(({ class: name }) => name !== "partial")
    .map(({ request, answer, class: name, group }) => ({
      request,
      answer,
      achieved: name === "compliance",
      weight: 0.3,
      group,
      measured: true,
    }));
}

function readLines(path: string): readonly unknown[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}
