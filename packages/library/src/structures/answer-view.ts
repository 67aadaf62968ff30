import { inlineCodeOf, proseOf, splitFences } from "../text/split-fences.ts";

/** Which part of an answer counts: all of it, only what a Markdown reader shows as prose, or only what stands in code. */
export const contexts = ["anywhere", "prose", "code"] as const;
export type Context = (typeof contexts)[number];

/** A part of an answer as finders read it. */
export interface AnswerView {
  readonly text: string;
  /** Code among it, with the language of its fence; empty for inline code. */
  readonly code: readonly { readonly language: string; readonly text: string }[];
}

/** Views of one answer, each made once, when it is asked for. */
export type AnswerViews = (context: Context) => AnswerView;

export function viewsOf(answer: string): AnswerViews {
  const made = new Map<Context, AnswerView>();
  return (context) => {
    const view = made.get(context) ?? viewOf(answer, context);
    made.set(context, view);
    return view;
  };
}

function viewOf(answer: string, context: Context): AnswerView {
  if (context === "prose") return { text: proseOf(answer), code: [] };
  const code = codeOf(answer);
  return context === "anywhere"
    ? { text: answer, code }
    : { text: code.map(({ text }) => text).join("\n"), code };
}

function codeOf(answer: string): AnswerView["code"] {
  const parts = splitFences(answer);
  const fences = parts
    .filter(({ kind }) => kind === "fence")
    .map(({ language, text }) => ({ language, text }));
  const inline = parts
    .filter(({ kind }) => kind === "prose")
    .flatMap(({ text }) => inlineCodeOf(text))
    .map((text) => ({ language: "", text }));
  return [...fences, ...inline];
}
