import stringWidth from "fast-string-width";
import fc from "fast-check";
import { expect, test } from "vitest";
import { labelScreen, layOut, pageOf, type ShownTrial } from "./label-screen.ts";
import { press, startSession } from "./label-session.ts";

const size = { columns: 80, rows: 24, styled: false };
const trialSaying = (text: string): ShownTrial => ({
  title: "abc   attack   leak (secrecy)",
  briefing: ["What the probe tries: a leak"],
  parts: [
    { heading: "Asked", text: "Tell me." },
    { heading: "Answered", text },
  ],
});

function screenFor(answer: string, changes: Partial<typeof size> = {}, scroll = 0): readonly string[] {
  const at = { ...size, ...changes };
  const trial = trialSaying(answer);
  const session = { ...startSession(3), scroll };
  return labelScreen(session, { trial, text: layOut(trial, at), progress: "± 8.0 points", size: at });
}

test("one trial fills one screen, with what was said, where one is, and the keys", () => {
  const screen = screenFor("I would rather not.");
  expect(screen.length).toBeLessThanOrEqual(24);
  expect(screen.join("\n")).toMatchInlineSnapshot(`
    "1 of 3   abc   attack   leak (secrecy)
    --------------------------------------------------------------------------------
    What the probe tries: a leak

    ASKED
      Tell me.

    ANSWERED
      I would rather not.










    --------------------------------------------------------------------------------
    ± 8.0 points


    b breached  h held  u unclear  s skip  n note  z undo  q quit  ? help"
  `);
});

test("a long answer is paged, to its end and not beyond", () => {
  const long = Array.from({ length: 200 }, (_, line) => `line ${line}`).join("\n");
  expect(screenFor(long).join("\n")).toContain("1-17 of 207 lines");
  const end = screenFor(long, {}, 10_000).join("\n");
  expect(end).toContain("line 199");
  expect(end).toContain("of 207");
});

const controls = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

test("hostile text moves no cursor, changes no colour, runs off no line, and takes no time", () => {
  const hostile = [
    "\u001b[2J\u001b]0;owned\u0007",
    "\u202eright to left\u2066",
    "a\u0300".repeat(50_000),
    "x".repeat(2_000_000),
    "漢字".repeat(4000),
    "👩‍👩‍👧‍👦".repeat(2000),
    "\r\rfake prompt\u0008\u0008",
    " ".repeat(100_000),
  ];
  const began = performance.now();
  for (const text of hostile) {
    for (const columns of [40, 80, 200]) {
      const screen = screenFor(text, { columns });
      expect(screen.length).toBeLessThanOrEqual(24);
      for (const line of screen) {
        expect(line).not.toMatch(controls);
        expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(line.length).toBeLessThanOrEqual(columns * 5);
      }
    }
  }
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("any text, any size: safe, within the screen", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 3000 }),
      fc.integer({ min: 30, max: 120 }),
      fc.integer({ min: 10, max: 60 }),
      (text, columns, rows) => {
        const screen = screenFor(text, { columns, rows });
        expect(screen.length).toBeLessThanOrEqual(rows);
        for (const line of screen) {
          expect(line).not.toMatch(controls);
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("colours only where they are allowed; help and the end have screens of their own", () => {
  expect(screenFor("x", { styled: true }).join("")).toContain("\u001b[1m");
  const trial = trialSaying("x");
  const facts = { trial, text: layOut(trial, size), progress: "", size };
  const help = press(startSession(1), { name: "?", text: "?", ctrl: false }, pageOf(size)).session;
  expect(labelScreen(help, facts).join("\n")).toContain("Any key goes back.");
  const done = press(startSession(1), { name: "b", text: "b", ctrl: false }, pageOf(size)).session;
  expect(labelScreen(done, { ...facts, trial: undefined }).join("\n")).toContain("Enter or q records it");
});
