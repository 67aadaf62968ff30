/** A piece of SQL text. Strings and comments may be cut off at the end of the text. */
export interface SqlToken {
  readonly kind: "word" | "string" | "number" | "comment" | "sign";
  /** Words in lower case; strings without their quotes. */
  readonly text: string;
}

/**
 * White space, comments (to the end of the line or between marks), strings in the three quotes with doubled or backslashed quotes inside, numbers,
 * words, and single signs, as the larger dialects agree on them (SQL:2016 part 2, section 5.2; MySQL for `#`).
 */
const token =
  /\s+|(--[^\n]*|#[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)|'((?:[^'\\]|''|\\[\s\S])*)'?|"((?:[^"\\]|""|\\[\s\S])*)"?|`([^`]*)`?|(\d+(?:\.\d+)?|0x[0-9a-f]+)|([a-z_@$][\w$]*)|(<>|!=|>=|<=|\|\||&&|[^\s\w])/giy;

/** Splits SQL into tokens, whatever the text; white space is left out. Linear. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const match of sql.matchAll(new RegExp(token, "giy"))) {
    const [, comment, single, double, ticked, number, word, sign] = match;
    const string = single ?? double;
    if (comment !== undefined) tokens.push({ kind: "comment", text: comment });
    else if (string !== undefined) tokens.push({ kind: "string", text: string });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (word !== undefined || ticked !== undefined)
      tokens.push({ kind: "word", text: (word ?? ticked ?? "").toLowerCase() });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  return tokens;
}
