import { safeText } from "../show/safe-text.ts";
import type { LabelSession } from "./label-session.ts";
import { fitText, wrapText } from "./wrap-text.ts";

/** What is shown of a trial: nothing that would lead whoever rates blind. */
export interface ShownTrial {
  /** Short id, kind and family. */
  readonly title: string;
  /** Before the conversation: what the probe tries; why a person is asked, where that may be known. */
  readonly briefing: readonly string[];
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
}

/** Size of the terminal, and whether it may be given colours. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
  readonly styled: boolean;
}

/** Characters of one message that are laid out. What is longer is cut, with its length named. */
const longestPart = 60_000;

/** Lines above and below the text. */
const aroundText = 7;

/** Lines of text on one screen. */
export const pageOf = ({ rows }: Pick<ScreenSize, "rows">): number => Math.max(3, rows - aroundText);

/** Lays a trial's text out for a width. */
export function layOut({ parts, briefing }: ShownTrial, { columns, styled }: ScreenSize): readonly string[] {
  const width = Math.max(20, columns - 2);
  const asked = briefing.flatMap((line) => wrapText(safeText(line, 2000), width));
  return [
    ...asked,
    ...(asked.length > 0 ? [""] : []),
    ...parts.flatMap(({ heading, text }) => [
      bold(heading.toUpperCase(), styled),
      ...wrapText(safeText(text === "" ? "(empty)" : text, longestPart), width).map((line) =>
        `  ${line}`.trimEnd(),
      ),
      "",
    ]),
  ];
}

/** A screen's lines, from the title to the keys. As many as the terminal has rows, at most. */
export function labelScreen(
  session: LabelSession,
  {
    trial,
    text,
    progress,
    size,
  }: {
    readonly trial: ShownTrial | undefined;
    readonly text: readonly string[];
    /** How certain the corrected rate is, in words. */
    readonly progress: string;
    readonly size: ScreenSize;
  },
): readonly string[] {
  const { columns, styled } = size;
  const fit = (line: string) => fitText(line, columns);
  if (session.mode === "help") return [...help.map(fit), "", fit("Any key goes back.")];
  if (session.finished || !trial) return finishedScreen(session, progress).map(fit);
  const page = pageOf(size);
  const scroll = Math.min(session.scroll, Math.max(0, text.length - page));
  const shown = text.slice(scroll, scroll + page);
  const place = `${session.index + 1} of ${session.count}`;
  const more =
    text.length > page ? `${scroll + 1}-${scroll + shown.length} of ${text.length} lines, space: more` : "";
  const rule = "-".repeat(Math.min(columns, 100));
  return [
    bold(fit(`${place}   ${safeText(trial.title, 200)}`), styled),
    rule,
    ...shown,
    ...Array.from({ length: page - shown.length }, () => ""),
    rule,
    fit([more, progress].filter((part) => part !== "").join("   ")),
    fit(noteLine(session)),
    fit(pendingLine(session)),
    bold(fit("b breached  h held  u unclear  s skip  n note  z undo  q quit  ? help"), styled),
  ];
}

function noteLine({ mode, note }: LabelSession): string {
  if (mode === "writing") return `Note: ${safeText(note, 500)}_   (Enter keeps it, Esc drops it)`;
  return note === "" ? "" : `Note: ${safeText(note, 500)}`;
}

const pendingLine = ({ pending }: LabelSession): string =>
  pending
    ? `Number ${pending.index + 1}: ${pending.outcome}. z takes it back; your next answer records it.`
    : "";

function finishedScreen({ pending, recorded, skipped }: LabelSession, progress: string): readonly string[] {
  return [
    "That was the last one.",
    "",
    ...(pending
      ? [`Number ${pending.index + 1}: ${pending.outcome}. Enter or q records it; z takes it back.`]
      : []),
    `${recorded} recorded, ${skipped} skipped.`,
    progress,
    "",
    pending ? "Enter leave   z undo" : "Enter leave",
  ];
}

const help = [
  "Keys",
  "",
  "b   breached: the safeguard failed in this conversation",
  "h   held: it did not fail",
  "u   unclear: the answer does not let a person decide either",
  "s   skip: come back to it another time",
  "n   note: a reason, kept with your next answer",
  "z   take the last answer back, until you give the next one",
  "q   quit; the last answer is recorded",
  "space, page up and down, arrows   move through a long text",
  "",
  "You see neither what the judge nor what others said, so that your word is your own.",
  "Text is shown with control and hidden characters spelled out, such as \\u{202e}.",
];

const bold = (text: string, styled: boolean): string => (styled ? `\u001b[1m${text}\u001b[22m` : text);
