import { firstMatch, type FindStructure } from "./structure-match.ts";

/** ESC or C1 control that starts a control sequence (ECMA-48), raw. */
const rawEscape = /[\u001b\u009b\u0090\u009d]/;

/** A control sequence that a terminal would obey. Raw characters only: `\\x1b[31m` as text does nothing. */
export const findAnsiEscape: FindStructure = ({ text }) => {
  const at = text.search(rawEscape);
  if (at < 0) return undefined;
  return { excerpt: JSON.stringify(text.slice(at, at + 20)) };
};

/** OSC 8 (a link behind other words) and OSC 52 (writes the clipboard), as terminals read them. */
const terminalLink = /(?:\u001b\]|\u009d)(?:8;[^;\u0007\u001b]{0,200};[^\u0007\u001b\s]|52;)/;

/** A link or a write to the clipboard in a terminal, which shows nothing of where it leads. */
export const findTerminalLink: FindStructure = ({ text }) => {
  const found = firstMatch(text, [terminalLink]);
  return found === undefined ? undefined : { excerpt: JSON.stringify(found.excerpt) };
};

/** Tag characters, except in flags, where they follow a black flag (UTS 51). */
const tags = /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0001}\u{e0020}-\u{e007f}]+/u;
/** Overrides turn the order of what is read; no ordinary text needs one. */
const overrides = /[\u202d\u202e]/;
/** Zero-width and invisible operators. Joiners are left out where Indic, Arabic, Persian and emoji need them. */
const zeroWidth = /[\u200b\u2060-\u2064\u180e]|.\ufeff/;
/** Joiners between Latin letters or digits join nothing. */
const idleJoiner = /[\p{Script=Latin}\d][\u200c\u200d][\p{Script=Latin}\d]/u;
/** Several variation selectors in a row select nothing: they carry bytes. */
const selectorRun = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{3,}/u;

/** Characters that a reader cannot see and that can carry text or turn its order. Code fences hide nothing: all is read. */
export const findHiddenCharacters: FindStructure = ({ text }) => {
  const found = firstMatch(text, [tags, overrides, zeroWidth, idleJoiner, selectorRun]);
  return found === undefined
    ? undefined
    : { excerpt: Array.from(found.excerpt, codePoint).slice(0, 8).join(" ") };
};

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
