/** Longest message of a fault, in UTF-16 units. */
const longestMessage = 500;

/**
 * Foreign text made fit for a message: on one line, without control, bidirectional or invisible characters, without
 * the given secrets, at most 500 characters.
 */
export function plainSentence(text: string, secrets: readonly string[] = []): string {
  let plain = text.slice(0, longestMessage * 8);
  for (const secret of secrets) {
    if (secret !== "") plain = plain.replaceAll(secret, "[secret]");
  }
  plain = plain
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
  return plain.length <= longestMessage ? plain : `${wholeStart(plain, longestMessage - 1)}…`;
}

/** The first characters, without half of a surrogate pair at the end. */
function wholeStart(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
