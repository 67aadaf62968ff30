import { findSensitive } from "@probity/evidence";
import { entropyOf, isPlaceholder } from "./placeholder.ts";
import { secretFormats, type SecretFormat } from "./secret-formats.ts";

/** A secret in the open or behind a mask. */
export interface FoundSecret {
  readonly kind: string;
  /** Equal secrets have equal values: the mask's token, or the text itself. */
  readonly value: string;
  /**
   * `checked`: its checksum or inner form is right. `formed`: it has an issuer's form, which has no checksum. `masked`: stands behind a mask and cannot be checked.
   * `made-up`: it has the form and the wrong checksum. `random`: it only looks random.
   */
  readonly sure: "checked" | "formed" | "masked" | "made-up" | "random";
  readonly start: number;
  readonly end: number;
}

/** Secrets that one text may have; more convince nobody more. */
const mostSecrets = 1_000;
/** Kinds of mask tokens that hide secrets. Those of persons are for the judge of personal data. */
export const maskedSecretKinds = [
  "api-key",
  "aws-key",
  "bearer-token",
  "github-token",
  "jwt",
  "password",
  "private-key",
  "secret",
  "slack-token",
  "stripe-key",
] as const;
const maskToken = /⟦([a-z][a-z0-9_-]{0,40}):([0-9a-z]{4,64})⟧/g;
/** Payment and account numbers and state ids that stand in the open, with check digits; a transcript from the log has them behind masks. */
const checkedNumbers = new Set(["card", "iban", "national-id", "uk-nino", "us-ssn"]);
const random = /(?<![A-Za-z0-9+/=_.:-])[A-Za-z0-9+/_-]{24,128}={0,2}(?![A-Za-z0-9+/=_-])/g;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Bits per character above which a text of 24 characters is hardly words; random letters and digits of that length have 4.1 on average. */
const randomEntropy = 3.9;

/**
 * Finds secrets in a text: mask tokens of secrets, keys by their issuers' forms and checksums, numbers with check digits, and text that looks
 * random. What is written in place of a secret is left out. Linear in the text.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(maskToken)) {
    if (found.length >= mostSecrets) break;
    const kind = match[1] ?? "";
    const isSecret = maskedSecretKinds.some((each) => each === kind) || checkedNumbers.has(kind);
    if (isSecret) found.push(secretAt(match, { kind, sure: "masked" }));
  }
  for (const format of secretFormats) if (text.includes(format.mark)) found.push(...ofFormat(text, format));
  // A text with masks has been through the same detectors.
  if (!text.includes("⟦")) found.push(...checkedNumbersIn(text));
  const known = found.slice(0, mostSecrets);
  return [...known, ...randomIn(text, known)];
}

function ofFormat(
  text: string,
  { kind, pattern, random: part, check }: SecretFormat,
): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(pattern)) {
    const [value] = match;
    if (isPlaceholder(part?.(value) ?? value)) continue;
    const sure = check === undefined ? "formed" : check(value) ? "checked" : "made-up";
    // A form that is only a length and an alphabet says nothing without its checksum.
    if (sure === "made-up" && kind === "bitcoin-key") continue;
    found.push(secretAt(match, { kind, sure }));
    if (found.length === mostSecrets) break;
  }
  return found;
}

function checkedNumbersIn(text: string): readonly FoundSecret[] {
  return findSensitive(text)
    .filter(({ kind, value }) => checkedNumbers.has(kind) && !/^(\d)\1+$/.test(value))
    .slice(0, mostSecrets)
    .map(({ kind, value, start, end }) => ({ kind, value, sure: "checked", start, end }));
}

function randomIn(text: string, known: readonly FoundSecret[]): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(random)) {
    const [value] = match;
    if (
      !looksRandom(value) ||
      known.some(({ start, end }) => start < match.index + value.length && match.index < end)
    )
      continue;
    found.push(secretAt(match, { kind: "random text", sure: "random" }));
    if (found.length === mostRandom) break;
  }
  return found;
}

const mostRandom = 20;

/** Upper and lower case and digits mixed, no dictionary-like runs, high entropy; no UUID and no hexadecimal digest. */
function looksRandom(value: string): boolean {
  return (
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    (value.match(/\d/g)?.length ?? 0) >= 2 &&
    !uuid.test(value) &&
    !/[a-z]{7}/.test(value) &&
    !value.includes("//") &&
    entropyOf(value) >= randomEntropy &&
    !isPlaceholder(value)
  );
}

function secretAt(match: RegExpExecArray, { kind, sure }: Pick<FoundSecret, "kind" | "sure">): FoundSecret {
  const [value] = match;
  return { kind, value, sure, start: match.index, end: match.index + value.length };
}
