import { createHash } from "node:crypto";

/**
 * The policy that the page carries: it may run its own script and style, named by their hashes, and nothing else. No
 * request of any kind, no form, no frame, no base, no markup made from text. Should hostile text ever come to stand as
 * markup, it could do nothing.
 *
 * @param style - content of the page's one style element, exactly
 * @param script - content of the page's one script element, exactly
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy({
  style,
  script,
}: {
  readonly style: string;
  readonly script: string;
}): string {
  return [
    "default-src 'none'",
    `style-src '${sha256(style)}'`,
    `script-src '${sha256(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
