import { RE2JS } from "re2js";
import { z } from "zod";

/** A compiled pattern. Matching takes time linear in the text, whatever the pattern. */
export interface LinearPattern {
  readonly test: (text: string) => boolean;
}

/** A pattern longer than this is a mistake or an attack on the compiler. */
const maxPatternLength = 2_000;

/**
 * A regular expression in RE2 syntax, as settings carry it.
 *
 * Patterns come with probe packs that others write, so they run on an engine without backtracking;
 * look-around and back-references are therefore not available.
 */
export const linearPatternSchema = z
  .string()
  .min(1, "an empty pattern matches everything")
  .max(maxPatternLength)
  .superRefine((source, context) => {
    const problem = compileProblem(source);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  })
  .describe("Regular expression in RE2 syntax: no look-around, no back-references.");

function compileProblem(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return `not a pattern that can be matched in linear time (RE2 syntax, no look-around or back-references): ${cause}`;
  }
}

/**
 * Compiles a pattern that `linearPatternSchema` accepted. Throws on any other.
 *
 * @param flags - `i` ignores case; the empty string does not
 */
export function compileLinear(source: string, flags: "i" | "" = "i"): LinearPattern {
  const compiled = RE2JS.compile(source, flags === "i" ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text) => compiled.test(text) };
}

/** Expressions as settings carry them, which compile when they are first asked and then stay compiled. */
export interface PatternList extends ReadonlyArray<string> {
  /** The first expression that matches; `undefined` when none does. `i`, which ignores case, is the default. */
  readonly firstMatch: (text: string, flags?: "i" | "") => string | undefined;
}

/**
 * A list of expressions. Whoever parses settings once and decides many times compiles once.
 *
 * What it gives is a list of strings still, so that it can be parsed again and written down.
 */
export const patternListSchema = z
  .array(linearPatternSchema)
  .min(1)
  .max(100)
  .transform((sources): PatternList => {
    const compiled = new Map<string, readonly LinearPattern[]>();
    const patternsOf = (flags: "i" | "") => {
      const known = compiled.get(flags) ?? sources.map((source) => compileLinear(source, flags));
      compiled.set(flags, known);
      return known;
    };
    const firstMatch = (text: string, flags: "i" | "" = "i") =>
      sources[patternsOf(flags).findIndex((pattern) => pattern.test(text))];
    return Object.assign([...sources], { firstMatch });
  });
