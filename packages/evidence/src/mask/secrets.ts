import { codeAt, isDigit, isFreeBefore, isLetter, isTokenPart, runEnd } from "./characters.ts";
import type { MaskKind, Report } from "./match.ts";
import type { Survey } from "./survey.ts";

/** A kind of token that says by its first letters what it is. */
interface TokenForm {
  readonly prefix: string;
  readonly kind: MaskKind;
  /** Fewest and most characters after the prefix; issuers lengthen tokens, so the most is generous. */
  readonly least: number;
  readonly most?: number;
}

/** Prefixes as their issuers document them (secret scanning pages of GitHub, Slack, Stripe, AWS and others, 2025). */
const underscored: readonly TokenForm[] = [
  ...["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map((prefix): TokenForm => ({
    prefix,
    kind: "github-token",
    least: 30,
  })),
  { prefix: "github_pat_", kind: "github-token", least: 22 },
  ...["sk_live_", "sk_test_", "rk_live_", "rk_test_", "pk_live_", "pk_test_"].map((prefix): TokenForm => ({
    prefix,
    kind: "stripe-key",
    least: 16,
  })),
  { prefix: "whsec_", kind: "stripe-key", least: 24 },
  { prefix: "npm_", kind: "api-key", least: 30 },
  { prefix: "hf_", kind: "api-key", least: 30 },
];
const hyphenated: readonly TokenForm[] = [
  { prefix: "sk-", kind: "api-key", least: 20 },
  ...["xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "xapp-"].map((prefix): TokenForm => ({
    prefix,
    kind: "slack-token",
    least: 10,
  })),
  { prefix: "glpat-", kind: "api-key", least: 20 },
];
const plain: readonly TokenForm[] = [
  ...["AKIA", "ASIA"].map((prefix): TokenForm => ({ prefix, kind: "aws-key", least: 16, most: 16 })),
  { prefix: "AIza", kind: "api-key", least: 35, most: 35 },
];

/** Finds tokens by their prefixes, JSON web tokens and private keys. */
export function detectTokens(
  text: string,
  { hasUnderscore, hasHyphen, hasCapitalJ }: Survey,
  report: Report,
): void {
  for (const form of plain) findPrefixed(text, form, report);
  if (hasUnderscore) for (const form of underscored) findPrefixed(text, form, report);
  if (hasHyphen) {
    for (const form of hyphenated) findPrefixed(text, form, report);
    findPrivateKeys(text, report);
  }
  if (hasCapitalJ) findJsonWebTokens(text, report);
}

function findPrefixed(text: string, { prefix, kind, least, most }: TokenForm, report: Report): void {
  for (let at = text.indexOf(prefix); at >= 0;) {
    const from = at + prefix.length;
    const isStart = isFreeBefore(text, at);
    const end = isStart ? runEnd(text, from, isTokenPart) : from;
    const length = end - from;
    if (length >= least && length <= (most ?? length) && isMixed(text, from, end)) {
      report({ start: at, end, kind, value: text.slice(at, end) });
    }
    at = text.indexOf(prefix, end);
  }
}

/** Random tokens hold digits and letters; a long hyphenated word or a row of dashes does not. */
function isMixed(text: string, start: number, end: number): boolean {
  let hasDigit = false;
  let hasLetter = false;
  for (let at = start; at < end && !(hasDigit && hasLetter); at += 1) {
    const code = text.charCodeAt(at);
    hasDigit ||= isDigit(code);
    hasLetter ||= isLetter(code);
  }
  return hasDigit && hasLetter;
}

/** Header and payload are JSON objects in base64url, so both begin with `eyJ` or, with white space, nearly so. */
function findJsonWebTokens(text: string, report: Report): void {
  for (let at = text.indexOf("eyJ"); at >= 0;) {
    const header = runEnd(text, at, isTokenPart);
    let end = header;
    if (
      isFreeBefore(text, at) &&
      codeAt(text, at - 1) !== 45 &&
      codeAt(text, header) === 46 &&
      header - at >= 12
    ) {
      const payload = runEnd(text, header + 1, isTokenPart);
      if (payload - header > 4) {
        end = codeAt(text, payload) === 46 ? runEnd(text, payload + 1, isTokenPart) : payload;
        report({ start: at, end, kind: "jwt", value: text.slice(at, end) });
      }
    }
    at = text.indexOf("eyJ", end);
  }
}

const keyBegin = "-----BEGIN ";
const keyLabel = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;
const keyEnd = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;

/** Base64, line ends (also as written in JSON), and the header lines of older forms. */
const isKeyBody = (code: number): boolean =>
  isLetter(code) ||
  isDigit(code) ||
  code === 10 ||
  code === 13 ||
  code === 9 ||
  code === 32 ||
  code === 43 ||
  code === 44 ||
  code === 46 ||
  code === 47 ||
  code === 58 ||
  code === 61 ||
  code === 92 ||
  code === 62;

/** A private key to its end line, or, where that is missing, as far as its body goes. */
function findPrivateKeys(text: string, report: Report): void {
  for (let at = text.indexOf(keyBegin); at >= 0;) {
    keyLabel.lastIndex = at;
    const label = keyLabel.exec(text)?.[0];
    let end = at + keyBegin.length;
    if (label !== undefined) {
      const from = at + label.length;
      end = bodyEnd(text, from);
      const body = text.slice(from, end);
      keyEnd.lastIndex = end;
      end += keyEnd.exec(text)?.[0].length ?? 0;
      // Prose about keys has no long run of base64.
      if (/[A-Za-z0-9+/=]{24}/.test(body)) {
        report({ start: at, end, kind: "private-key", value: body.replace(/\s|\\[nrt]/g, "") });
      }
    }
    at = text.indexOf(keyBegin, end);
  }
}

/** Header lines such as `Proc-Type: 4,ENCRYPTED` hold single hyphens; five of them end the body. */
function bodyEnd(text: string, from: number): number {
  let at = runEnd(text, from, isKeyBody);
  while (codeAt(text, at) === 45 && codeAt(text, at + 1) !== 45) at = runEnd(text, at + 1, isKeyBody);
  return at;
}
