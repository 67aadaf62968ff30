import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../", import.meta.url));
/** Where judges and what they read with live. */
const folders = [
  "judges",
  "judging",
  "structures",
  "text",
  "secrets",
  "disclaimers",
  "tool-calls",
  "refusal",
];

interface Literal {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function literalsIn(folder: string): readonly Literal[] {
  return readdirSync(join(source, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => {
      const file = join(folder, name);
      const found: Literal[] = [];
      const { program } = parseSync(file, readFileSync(join(source, file), "utf8"));
      new Visitor({
        Literal(node) {
          if ("regex" in node && node.regex) found.push({ file, ...node.regex });
        },
      }).visit(program);
      return found;
    });
}

const literals = folders.flatMap(literalsIn);
/** What makes quantifiers overlap, beside the expression's own characters. */
const generic = [
  "a",
  "1",
  " ",
  "a ",
  "-",
  ".",
  '"',
  "'",
  "<a ",
  "[",
  "(",
  "\n",
  "=",
  "a=b ",
  "%41",
  "é",
  ".",
];
/** An expression may take as long on so many characters; quadratic work on them takes seconds. */
const most = { characters: 24_000, ms: 400 } as const;

/** Runs of plain characters in the expression, which near-matches are made of. */
function ownUnits(pattern: string): readonly string[] {
  const words = pattern
    .replace(/\\[a-z]|\(\?[:=!<]+/gi, " ")
    .split(/[^a-z0-9 '<>"=/.:@-]+/i)
    .filter((word) => word.trim() !== "");
  return [...new Set(words)].slice(0, 24).flatMap((word) => [word, `${word} `]);
}

/** Small steps first: an exponential expression takes twice as long with each character, and must show before it hangs. */
function nextLength(length: number): number {
  return length < 64 ? length + 2 : Math.ceil(length * 1.6);
}

/** Grows a near-match until it takes long or is long enough. */
function slowestOn(expression: RegExp, unit: string): number {
  let worst = 0;
  for (let length = 16; length <= most.characters; length = nextLength(length)) {
    const text = `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u0001`;
    const since = performance.now();
    expression.lastIndex = 0;
    expression.exec(text);
    worst = performance.now() - since;
    if (worst > most.ms) return worst;
  }
  return worst;
}

test("there are expressions to try", () => {
  expect(literals.length).toBeGreaterThan(150);
});

test("no expression takes more than linear time on near-matches of itself", { timeout: 240_000 }, () => {
  const slow = literals.flatMap(({ file, pattern, flags }) => {
    const expression = new RegExp(pattern, flags.replace(/[gy]/g, ""));
    const unit = [...ownUnits(pattern), ...generic].find(
      (each) => slowestOn(expression, each) > most.ms && slowestOn(expression, each) > most.ms,
    );
    return unit === undefined ? [] : [`${file}: /${pattern.slice(0, 80)}/ on ${JSON.stringify(unit)}`];
  });
  expect(slow).toEqual([]);
});

test("the measure finds an expression that runs away", () => {
  expect(slowestOn(/(?:a+)+$/, "a")).toBeGreaterThan(most.ms);
  expect(slowestOn(/a*b*a*c/, "a")).toBeGreaterThan(most.ms);
});
