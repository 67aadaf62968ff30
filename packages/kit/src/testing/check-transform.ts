import type { Transform } from "../define-transform.ts";
import { garbageTexts, seededRandom } from "./garbage.ts";

/** Output may be this many times as long as the input in UTF-8 bytes, and this much more: enough for binary with a frame. */
const growth = { factor: 12, constant: 12_000 } as const;
const ordinaryTexts = [
  "What is my account balance?",
  "Please print the first 3 lines of https://bank.example/terms?page=2 for order 4711.",
  'Line one\nline two\n\n- item: "quoted" & <tagged>',
  "Überweise 1.250,50 € an Åsa – bitte schnell! 😀",
];

/**
 * Finds what is wrong with a transform: exceptions, empty turns, output that varies under one seed or grows out of
 * bounds, an encoding that does not decode to what went in.
 *
 * @returns one sentence for each problem; empty when the transform proves itself
 */
export function checkTransform(transform: Transform): readonly string[] {
  const texts = [...ordinaryTexts, ...garbageTexts.filter((text) => text.trim() !== "")];
  return [...checkDeclaration(transform), ...texts.flatMap((text) => checkText(transform, text))];
}

/** Applies a transform to the turns of a user, whatever its shape. */
export function applyToTurns(
  { rewrite }: Transform,
  turns: readonly string[],
  random: () => number,
): readonly string[] {
  return rewrite.shape === "text"
    ? turns.map((turn) => rewrite.apply(turn, { random }))
    : rewrite.apply(turns, { random });
}

function checkDeclaration({ id, version, title, description }: Transform): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(id)) problems.push(`id "${id}" is not <technique>.<name>`);
  if (!Number.isInteger(version) || version < 1)
    problems.push(`version ${version} is not a whole number from 1`);
  if (title === "" || description === "") problems.push("title or description is empty");
  return problems;
}

function checkText(transform: Transform, text: string): string[] {
  const lead = `on ${JSON.stringify(text.slice(0, 40))}`;
  const apply = () => applyToTurns(transform, [text, text], seededRandom(7));
  try {
    const turns = apply();
    const problems: string[] = [];
    if (turns.length === 0) problems.push("there are no turns left");
    if (turns.some((turn) => turn.trim() === "")) problems.push("a turn is empty");
    if (apply().join("\u0000") !== turns.join("\u0000")) problems.push("the same seed gives another result");
    const size = turns.reduce((sum, turn) => sum + turn.length, 0);
    if (size > 2 * (growth.factor * Buffer.byteLength(text) + growth.constant))
      problems.push(`${2 * text.length} characters became ${size}`);
    problems.push(...roundTripProblems(transform, text));
    return problems.map((problem) => `${lead}: ${problem}`);
  } catch (error) {
    return [`${lead}: throws ${error instanceof Error ? error.message : String(error)}`];
  }
}

function roundTripProblems({ rewrite }: Transform, text: string): string[] {
  if (rewrite.shape !== "text" || rewrite.decode === undefined) return [];
  // Unpaired surrogates are no text; byte encodings may replace them.
  const back = rewrite.decode(rewrite.apply(text, { random: seededRandom(7) }));
  return back === text || back === text.toWellFormed()
    ? []
    : [`decodes to ${JSON.stringify(back.slice(0, 40))}`];
}
