import type { LabelOutcome } from "@probity/domain";

/** A key that was pressed, by its name: a character, or "space", "return", "escape", "backspace", "up", "pagedown"… */
export interface Key {
  readonly name: string;
  /** The character typed, when there is one. */
  readonly text: string;
  readonly ctrl: boolean;
}

/** What a person says of one trial of the session. */
export interface Answer {
  /** Place in the session. */
  readonly index: number;
  readonly outcome: LabelOutcome;
  readonly note: string;
}

/** One trial a screen. The last answer can be taken back until the next is given. */
export interface LabelSession {
  readonly count: number;
  readonly index: number;
  /** First line of the text that is shown. */
  readonly scroll: number;
  /** Given and not recorded yet. */
  readonly pending: Answer | undefined;
  readonly note: string;
  readonly mode: "reading" | "writing" | "help";
  readonly recorded: number;
  readonly skipped: number;
  /** Every trial has been shown: the last answer waits for a word. */
  readonly finished: boolean;
}

/** What a key led to. `record` is to be recorded before the next key. */
export interface Pressed {
  readonly session: LabelSession;
  readonly record?: Answer;
  readonly leave?: boolean;
}

/** Most characters of a note. */
const longestNote = 500;

export const startSession = (count: number): LabelSession => ({
  count,
  index: 0,
  scroll: 0,
  pending: undefined,
  note: "",
  mode: "reading",
  recorded: 0,
  skipped: 0,
  finished: count === 0,
});

const outcomeKeys: Readonly<Record<string, LabelOutcome>> = { b: "breached", h: "held", u: "unclear" };

/**
 * The session after a key.
 *
 * @param page - lines of text on one screen
 */
export function press(session: LabelSession, key: Key, page: number): Pressed {
  if (key.ctrl && (key.name === "c" || key.name === "d")) return leave(session);
  switch (session.mode) {
    case "writing":
      return { session: write(session, key) };
    case "help":
      return { session: { ...session, mode: "reading" } };
    case "reading":
      return read(session, key, page);
  }
}

function read(session: LabelSession, key: Key, page: number): Pressed {
  const outcome = outcomeKeys[key.name];
  if (outcome && !session.finished) return answer(session, outcome);
  switch (key.name) {
    case "z":
      return { session: takeBack(session) };
    case "q":
      return leave(session);
    case "return":
      return session.finished ? leave(session) : { session };
    case "s":
      return { session: session.finished ? session : skip(session) };
    case "n":
      return { session: session.finished ? session : { ...session, mode: "writing" } };
    case "?":
      return { session: { ...session, mode: "help" } };
    default:
      return { session: { ...session, scroll: Math.max(0, session.scroll + scrollOf(key.name, page)) } };
  }
}

function scrollOf(name: string, page: number): number {
  switch (name) {
    case "space":
    case "pagedown":
      return Math.max(1, page - 1);
    case "pageup":
      return -Math.max(1, page - 1);
    case "down":
      return 1;
    case "up":
      return -1;
    case "home":
      return Number.NEGATIVE_INFINITY;
    default:
      return 0;
  }
}

/** Records the answer before; this one waits. */
function answer(session: LabelSession, outcome: LabelOutcome): Pressed {
  const { pending, index, note } = session;
  const next = advance({ ...session, pending: { index, outcome, note } });
  if (!pending) return { session: next };
  return { session: { ...next, recorded: session.recorded + 1 }, record: pending };
}

const skip = (session: LabelSession): LabelSession => advance({ ...session, skipped: session.skipped + 1 });

function advance(session: LabelSession): LabelSession {
  const index = session.index + 1;
  return { ...session, index, scroll: 0, note: "", finished: index >= session.count };
}

/** Back to the trial of the answer that waits, with its note. */
function takeBack(session: LabelSession): LabelSession {
  const { pending } = session;
  if (!pending) return session;
  // Skips after it are shown again too.
  const skipped = Math.max(0, session.skipped - (session.index - pending.index - 1));
  return {
    ...session,
    index: pending.index,
    note: pending.note,
    pending: undefined,
    scroll: 0,
    skipped,
    finished: false,
  };
}

function leave(session: LabelSession): Pressed {
  const { pending } = session;
  if (!pending) return { session, leave: true };
  const left = { ...session, pending: undefined, recorded: session.recorded + 1 };
  return { session: left, record: pending, leave: true };
}

function write(session: LabelSession, { name, text, ctrl }: Key): LabelSession {
  switch (name) {
    case "return":
      return { ...session, mode: "reading" };
    case "escape":
      return { ...session, mode: "reading", note: "" };
    case "backspace":
      return { ...session, note: [...session.note].slice(0, -1).join("") };
    default: {
      const isText = !ctrl && text !== "" && !/\p{Cc}/u.test(text);
      return isText ? { ...session, note: (session.note + text).slice(0, longestNote) } : session;
    }
  }
}
