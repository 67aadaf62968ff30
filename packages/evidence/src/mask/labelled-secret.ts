import type { Report } from "./match.ts";

const assignment =
  /(pass(?:word|wd|phrase|code)|pwd|secret|token|credentials?|(?:api|access|private|secret|signing|encryption)[ _-]?key)["'`]?(?:\s{0,3}(=>|:=|[:=])\s{0,3}|\s{1,3}is:?\s{1,3})(["'`]?)/gi;
const value = /[^\s"'`<>,;]{1,512}/y;
const quotedValue = /[^"'`\n]{1,512}/y;
const endMarks = /[.!?)\]}]+$/;

/** Stand-ins that people write where a secret would be. */
const placeholder =
  /^(?:[*x.•_-]+|null|none|nil|undefined|true|false|string|required|optional|redacted|hidden|masked|unknown|n\/a|your.*|my[_-].*|example.*|\$.*|%.*|\{.*|\[.*|<.*|⟦.*|process\.env.*|os\.environ.*|[a-z_.]+\(.*)$/i;

const authorization =
  /\b(?:bearer|authorization["']?\s{0,2}[:=]\s{0,2}["']?(?:basic|token|apikey))\s{1,3}(?=[A-Za-z0-9])/gi;
const credential = /[A-Za-z0-9._~+/=-]{8,8192}/y;

/** Finds values that the text itself calls passwords, keys or tokens, and credentials in request headers. */
export function detectLabelledSecrets(text: string, report: Report): void {
  detectAssignments(text, report);
  detectHeaders(text, report);
}

function detectAssignments(text: string, report: Report): void {
  for (const found of text.matchAll(assignment)) {
    const [whole, name = "", sign = "is", quote = ""] = found;
    const start = found.index + whole.length;
    const form = quote === "" ? value : quotedValue;
    form.lastIndex = start;
    const raw = form.exec(text)?.[0] ?? "";
    const secret = quote === "" ? raw.replace(endMarks, "") : raw;
    const isPassword = /^p/i.test(name) && !/key$/i.test(name);
    if (!isSecretLike(secret, { isPassword, isFirm: quote !== "" || sign === "=" || sign === ":=" }))
      continue;
    report({ start, end: start + secret.length, kind: isPassword ? "password" : "secret", value: secret });
  }
}

/**
 * Whether a value looks like a secret and not like the next word of a sentence.
 *
 * After a colon or "is" it must hold a digit or a mark; after an equals sign or in quotes, length is enough.
 */
function isSecretLike(
  secret: string,
  { isPassword, isFirm }: { isPassword: boolean; isFirm: boolean },
): boolean {
  if (secret.length < (isPassword ? 4 : 8) || placeholder.test(secret)) return false;
  if (/^[0-9]+$/.test(secret)) return isPassword || secret.length >= 12;
  if (isFirm) return !/\s/.test(secret.trim()) && secret.length >= 6;
  return /[0-9!@#$%^&*+?~]/.test(secret) && !secret.includes("(");
}

function detectHeaders(text: string, report: Report): void {
  for (const found of text.matchAll(authorization)) {
    const start = found.index + found[0].length;
    credential.lastIndex = start;
    const token = credential.exec(text)?.[0].replace(/[.]+$/, "") ?? "";
    // "Bearer" is also a word of sentences; a header's name is not.
    const isCredential = /[0-9]/.test(token) || !/^bearer/i.test(found[0]);
    if (token.length >= 8 && isCredential) {
      report({ start, end: start + token.length, kind: "bearer-token", value: token });
    }
  }
}
