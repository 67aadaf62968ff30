/** Longest text that is read. A judgement is far shorter; what comes after is not needed to refuse it. */
const longestRead = 20_000;
const deepest = 16;

/** An object read from text, and whether the text had to be forgiven something. */
export interface ReadObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly repaired: boolean;
}

/**
 * Reads the JSON objects in a model's answer, forgiving common damage: text around them, code fences, single or typographic quotes, bare
 * keys, trailing commas, comments, words for true and null of other languages, and an end that was cut off.
 *
 * A value that was cut off in the middle is left out, never completed: half a word may be another word. Takes time linear in the text.
 */
export function readObjects(text: string): readonly ReadObject[] {
  const bounded = text.slice(0, longestRead).trim();
  const strict = parseStrictly(bounded);
  if (strict) return [{ value: strict, repaired: false }];
  const found: ReadObject[] = [];
  for (let at = bounded.indexOf("{"); at >= 0;) {
    const cursor = { text: bounded, at };
    const value = readObject(cursor, 0);
    if (Object.keys(value).length > 0) found.push({ value, repaired: true });
    at = bounded.indexOf("{", Math.max(cursor.at, at + 1));
  }
  return found;
}

function parseStrictly(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Stands for a value that the text ends in. */
const cutOff = Symbol("cut off");

const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "‘": "’", "`": "`" };
const words: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
};

/** Where reading stands in a text. Every step moves on, so the whole is linear. */
interface Cursor {
  readonly text: string;
  at: number;
}

function skipSpace(cursor: Cursor): void {
  take(cursor, /(?:[\s,;]|\/\/[^\n]*|\/\*[^*]{0,200}\*\/)*/y);
}

/** Takes what matches here, which may be nothing. */
function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const [found = ""] = pattern.exec(cursor.text) ?? [];
  cursor.at += found.length;
  return found;
}

function readObject(cursor: Cursor, depth: number): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next === undefined || next === "}") {
      cursor.at += 1;
      return value;
    }
    const key = next in closers ? readQuoted(cursor) : take(cursor, /[^\s:{}[\],"']+/y);
    skipSpace(cursor);
    if (typeof key === "string" && cursor.text[cursor.at] === ":") {
      cursor.at += 1;
      const read = readAny(cursor, depth + 1);
      if (read !== cutOff && key !== "__proto__") value[key] = read;
      // What is no pair is stepped over, so that the end is reached.
    } else if (key === "") cursor.at += 1;
  }
}

function readList(cursor: Cursor, depth: number): unknown[] {
  const values: unknown[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next === undefined || next === "]" || next === "}") {
      if (next !== "}") cursor.at += 1;
      return values;
    }
    const before = cursor.at;
    const read = readAny(cursor, depth + 1);
    if (read !== cutOff) values.push(read);
    if (cursor.at === before) cursor.at += 1;
  }
}

function readAny(cursor: Cursor, depth: number): unknown {
  skipSpace(cursor);
  const next = cursor.text[cursor.at];
  if (next === undefined) return cutOff;
  if (depth > deepest) {
    cursor.at = cursor.text.length;
    return cutOff;
  }
  if (next === "{") return readObject(cursor, depth);
  if (next === "[") return readList(cursor, depth);
  if (next in closers) return readQuoted(cursor);
  const word = take(cursor, /[^\s,;{}[\]]+/y);
  if (cursor.at >= cursor.text.length) return cutOff;
  if (word in words) return words[word];
  return word !== "" && Number.isFinite(Number(word)) ? Number(word) : word;
}

function readQuoted(cursor: Cursor): string | typeof cutOff {
  const { text } = cursor;
  const closer = closers[text[cursor.at] ?? ""] ?? '"';
  let value = "";
  for (cursor.at += 1; cursor.at < text.length; cursor.at += 1) {
    const character = text[cursor.at] ?? "";
    if (character === "\\") value += readEscaped(cursor);
    else if (character === closer && endsHere(cursor, closer)) {
      cursor.at += 1;
      return value;
    } else value += character;
  }
  return cutOff;
}

/** An apostrophe inside single quotes does not end them: the end is followed by what follows a value. */
function endsHere({ text, at }: Cursor, closer: string): boolean {
  if (closer === '"') return true;
  const [, next = ""] = /^\s{0,20}(.?)/s.exec(text.slice(at + 1, at + 23)) ?? [];
  return next === "" || ",:}]".includes(next);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function readEscaped(cursor: Cursor): string {
  cursor.at += 1;
  const character = cursor.text[cursor.at] ?? "";
  if (character !== "u") return escapes[character] ?? character;
  const [digits] = /^[0-9a-fA-F]{4}/.exec(cursor.text.slice(cursor.at + 1, cursor.at + 5)) ?? [];
  if (digits === undefined) return "u";
  cursor.at += 4;
  return String.fromCharCode(Number.parseInt(digits, 16));
}
