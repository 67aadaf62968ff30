import { labelScreen, layOut, pageOf, type ShownTrial } from "./label-screen.ts";
import { press, startSession, type Answer, type LabelSession } from "./label-session.ts";
import type { Screen } from "./open-screen.ts";

/** What a session works on. */
export interface SessionWork {
  readonly count: number;
  readonly trialAt: (index: number) => ShownTrial;
  /** Records an answer at once. */
  readonly record: (answer: Answer) => void;
  /** How certain the corrected rate is, in words, with an answer that is not recorded yet. */
  readonly progress: (pending: Answer | undefined) => string;
}

/** Shows one trial after another and records what the person says, until they leave or all are done. */
export async function runLabelSession(screen: Screen, work: SessionWork): Promise<LabelSession> {
  let session = startSession(work.count);
  let progress = work.progress(undefined);
  try {
    for (;;) {
      const size = screen.size();
      const trial = session.finished ? undefined : work.trialAt(session.index);
      const text = trial ? layOut(trial, size) : [];
      screen.show(labelScreen(session, { trial, text, progress, size }));
      const event = await screen.next();
      if (event === "resized") continue;
      const key = event === "gone" ? { name: "q", text: "", ctrl: false } : event;
      const held = { ...session, scroll: Math.min(session.scroll, Math.max(0, text.length - pageOf(size))) };
      // Whoever is gone writes no note any more.
      const before: LabelSession = event === "gone" ? { ...held, mode: "reading" } : held;
      const pressed = press(before, key, pageOf(size));
      if (pressed.record) work.record(pressed.record);
      if (pressed.session.pending !== session.pending) progress = work.progress(pressed.session.pending);
      session = pressed.session;
      if (pressed.leave) return session;
    }
  } finally {
    screen.close();
  }
}
