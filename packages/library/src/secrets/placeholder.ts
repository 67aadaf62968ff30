/** Words of which one shows that a value only stands where a secret would. */
const standIn =
  /example|sample|placeholder|dummy|fake|your|my[-_]|replace|change|insert|redacted|hidden|masked|todo|secret[-_]?here|key[-_]?here|token[-_]?here|foobar|lorem|xxx|\*\*\*|\.\.\.|…|000000|123456|abcdef|qwerty/i;
/** One character six times on end. */
const sameAgain = /(.)\1{5}/;
/** Bits per character that random text of a key's alphabet and length has at least. English words have less. */
const minEntropy = 3;

/** True for what people write in place of a secret: YOUR_KEY, xxxx, AKIA…EXAMPLE, 123456, one character again and again. */
export function isPlaceholder(value: string): boolean {
  return standIn.test(value) || sameAgain.test(value) || entropyOf(value) < minEntropy;
}

/** Shannon entropy of a text's characters, in bits per character. */
export function entropyOf(text: string): number {
  const times = new Map<string, number>();
  for (const character of text) times.set(character, (times.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of times.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
