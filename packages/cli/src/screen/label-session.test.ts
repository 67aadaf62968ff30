import fc from "fast-check";
import { expect, test } from "vitest";
import { press, startSession, type Answer, type Key, type LabelSession } from "./label-session.ts";

const key = (name: string, changes: Partial<Key> = {}): Key => ({
  name,
  text: name.length === 1 ? name : "",
  ctrl: false,
  ...changes,
});

/** Presses keys one by one; says what was recorded. */
function pressAll(count: number, keys: readonly (string | Key)[]) {
  let session: LabelSession = startSession(count);
  const recorded: Answer[] = [];
  let left = false;
  for (const each of keys) {
    const pressed = press(session, typeof each === "string" ? key(each) : each, 10);
    session = pressed.session;
    if (pressed.record) recorded.push(pressed.record);
    if (pressed.leave) {
      left = true;
      break;
    }
  }
  return { session, recorded, left };
}

const said = (recorded: readonly Answer[]) => recorded.map(({ index, outcome }) => `${index} ${outcome}`);

test("an answer is recorded by the next one, the last by leaving", () => {
  expect(said(pressAll(3, ["b", "h"]).recorded)).toEqual(["0 breached"]);
  expect(said(pressAll(3, ["b", "h", "q"]).recorded)).toEqual(["0 breached", "1 held"]);
  const all = pressAll(3, ["b", "h", "u", "return"]);
  expect(said(all.recorded)).toEqual(["0 breached", "1 held", "2 unclear"]);
  expect(all).toMatchObject({ left: true, session: { recorded: 3, finished: true } });
  expect(said(pressAll(3, ["b", key("c", { ctrl: true })]).recorded)).toEqual(["0 breached"]);
});

test("z takes back what is not recorded, its note with it, and nothing else", () => {
  const undone = pressAll(3, ["b", "z", "h", "q"]);
  expect(said(undone.recorded)).toEqual(["0 held"]);
  expect(said(pressAll(3, ["b", "h", "z", "z", "u", "q"]).recorded)).toEqual(["0 breached", "1 unclear"]);
  const back = pressAll(3, ["n", "x", "return", "b", "s", "z"]).session;
  expect(back).toMatchObject({ index: 0, note: "x", pending: undefined, skipped: 0 });
  expect(said(pressAll(1, ["b", "z", "q"]).recorded)).toEqual([]);
});

test("while a note is written, keys are text", () => {
  const noted = pressAll(2, [
    "n",
    "b",
    "q",
    "space",
    key("space", { text: " " }),
    "z",
    "backspace",
    "return",
    "h",
    "q",
  ]);
  expect(noted.recorded).toEqual([{ index: 0, outcome: "held", note: "bq " }]);
  expect(pressAll(2, ["n", "b", "escape"]).session).toMatchObject({ mode: "reading", note: "" });
});

test("skipped trials get no label; help and scrolling change nothing that counts", () => {
  const { session, recorded } = pressAll(3, ["s", "?", "b", "space", "down", "up", "pageup", "h", "s", "q"]);
  expect(said(recorded)).toEqual(["1 held"]);
  expect(session.skipped).toBe(2);
  expect(pressAll(2, ["pageup", "home"]).session.scroll).toBe(0);
});

test("whatever is pressed, no trial is recorded twice in a row and all of them are the session's", () => {
  const keys = fc.constantFrom("b", "h", "u", "s", "n", "z", "q", "return", "escape", "space", "?", "x");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.array(keys, { maxLength: 40 }), (count, pressed) => {
      const { recorded, session } = pressAll(count, pressed);
      const places = recorded.map(({ index }) => index);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const place of places) expect(place).toBeLessThan(count);
      expect(session.recorded).toBe(recorded.length);
      expect(session.index).toBeLessThanOrEqual(count);
    }),
  );
});
