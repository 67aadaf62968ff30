/** About four characters make a token in English, the usual rule of thumb. */
const charactersPerToken = 4;

/** Estimated tokens of a text. The range has no tokeniser; its counts are stable estimates. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/** Characters that a number of tokens leaves room for. */
export function charactersFor(tokens: number): number {
  return tokens * charactersPerToken;
}
