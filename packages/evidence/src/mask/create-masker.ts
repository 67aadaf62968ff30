import { createAllowedValues } from "./allowed-values.ts";
import { detectEmails } from "./detect-email.ts";
import { detectNumbers } from "./detect-numbers.ts";
import { detectIpv6 } from "./ip-address.ts";
import { detectBirthDates, detectDocumentNumbers } from "./labelled-data.ts";
import { detectLabelledSecrets } from "./labelled-secret.ts";
import type { MaskKind, Match } from "./match.ts";
import { detectTokens } from "./secrets.ts";
import { survey, type Survey } from "./survey.ts";
import { createTokenWriter } from "./token.ts";

/** A text in which personal data and secrets stand as tokens. */
export interface MaskedText {
  readonly text: string;
  /** How often each kind was masked; empty when nothing was found. */
  readonly found: Readonly<Partial<Record<MaskKind, number>>>;
}

export interface MaskerSettings {
  /** Secret of the store, 16 bytes or more, 32 advised. Equal values get equal tokens under one key. */
  readonly key: Uint8Array;
  /** Declared synthetic values (canaries) that stay as they are, wherever they occur. */
  readonly allow: readonly string[];
}

/** Masks a text. Takes time linear in its length, whatever it holds. */
export type Masker = (text: string) => MaskedText;

const leastKeyBytes = 16;

/**
 * Makes a masker: it finds personal data and secrets and puts `⟦kind:xxxxxxxx⟧` in their place, where xxxxxxxx are the
 * first 8 hexadecimal characters of HMAC-SHA256(key, kind || 0x00 || value without separators).
 *
 * - Equal values have equal tokens in one store, so that a judge can see the same address twice; without the key
 *   nothing can be reversed or guessed.
 * - Where finds overlap, all that they cover is masked as one, under the surest kind.
 * - The text of a model cannot forge a token: every ⟦ and ⟧ that it holds, and their look-alikes 〚 and 〛, become
 *   [[ and ]]. So masking a masked text again loses its tokens; mask once, on arrival.
 * - Half surrogate pairs become U+FFFD, so that the result has one UTF-8 form and can be hashed.
 *
 * Names of people, and data that the text encodes (Base64, spelled words), are not found.
 *
 * Cheap to make: for canaries that one trial plants, make one for the trial.
 * Throws a `RangeError` for a key below 16 bytes.
 */
export function createMasker({ key, allow }: MaskerSettings): Masker {
  if (key.length < leastKeyBytes) {
    throw new RangeError(`a masking key needs ${leastKeyBytes} bytes or more, got ${key.length}`);
  }
  const allowed = createAllowedValues(allow);
  const tokenFor = createTokenWriter(key);
  return (given) => {
    const text = given.isWellFormed() ? given : given.toWellFormed();
    const seen = survey(text);
    const matches = allowed.spare(text, mergeOverlaps(detectAll(text, seen)));
    if (matches.length === 0) return { text: seen.hasBeyondAscii ? withoutForgeries(text) : text, found: {} };
    const found: Partial<Record<MaskKind, number>> = {};
    // One text often repeats a value, and a hostile one repeats it a hundred thousand times.
    const tokens = new Map<string, string>();
    let masked = "";
    let at = 0;
    for (const match of matches) {
      const name = `${match.kind} ${match.value}`;
      const token = tokens.get(name) ?? tokenFor(match.kind, match.value);
      tokens.set(name, token);
      masked += withoutForgeries(text.slice(at, match.start)) + token;
      found[match.kind] = (found[match.kind] ?? 0) + 1;
      at = match.end;
    }
    return { text: masked + withoutForgeries(text.slice(at)), found };
  };
}

/** Finds what a masker would mask, with nothing allowed; in order of place. Linear in the text. */
export function findSensitive(text: string): readonly Match[] {
  return mergeOverlaps(detectAll(text, survey(text)));
}

/** Token brackets and their look-alikes, told apart from ours by becoming plain ones. */
function withoutForgeries(text: string): string {
  return /[⟦⟧〚〛]/.test(text) ? text.replace(/[⟦〚]/g, "[[").replace(/[⟧〛]/g, "]]") : text;
}

/** Runs the detectors that the survey says could find something. */
function detectAll(text: string, seen: Survey): readonly Match[] {
  const matches: Match[] = [];
  const report = (match: Match): void => {
    matches.push(match);
  };
  if (seen.hasAt) detectEmails(text, report);
  if (seen.groups.length > 0) detectNumbers(text, seen.groups, report);
  if (seen.colons > 1) detectIpv6(text, report);
  detectTokens(text, seen, report);
  detectLabelled(text, seen, report);
  return matches;
}

/** Begins every label that a detector looks for. One pass of this is cheaper than one search for each. */
const anyLabel =
  /pass(?:w|phrase|code|port)|pwd|secret|token|key|credential|bearer|authoriz|birth|born|dob|d\.o\.b|licen|identity card|id card|national id|tax id/i;

/** What is known by the words before it, looked for only where such words stand. */
function detectLabelled(text: string, seen: Survey, report: (match: Match) => void): void {
  if (!anyLabel.test(text)) return;
  detectLabelledSecrets(text, report);
  if (seen.groups.length === 0) return;
  detectBirthDates(text, report);
  detectDocumentNumbers(text, report);
}

/** Kinds in order of how sure their finding is; where matches overlap, the first gives its name. */
const surest: readonly MaskKind[] = [
  "private-key",
  "jwt",
  "aws-key",
  "github-token",
  "slack-token",
  "stripe-key",
  "api-key",
  "bearer-token",
  "password",
  "secret",
  "iban",
  "card",
  "us-ssn",
  "uk-nino",
  "national-id",
  "email",
  "birth-date",
  "id-number",
  "ip",
  "phone",
  "street-address",
];

/** Joins matches that overlap, so that nothing any of them covers stays readable. In order of place. */
function mergeOverlaps(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  const merged: Match[] = [];
  for (const match of matches.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || match.start >= last.end) {
      merged.push(match);
      continue;
    }
    const named = surest.indexOf(match.kind) < surest.indexOf(last.kind) ? match : last;
    merged[merged.length - 1] = { ...named, start: last.start, end: Math.max(last.end, match.end) };
  }
  return merged;
}
