import { hasTokenHeader, passesBase58Check, passesBech32, passesTokenCrc } from "./checksums.ts";

/** A form of secret that can be told from other text. */
export interface SecretFormat {
  readonly kind: string;
  /** What a text must hold for the form to be looked for at all; plain characters. */
  readonly mark: string;
  /** Global; every quantifier is bounded or runs over one class, so that each place is tried in constant time. */
  readonly pattern: RegExp;
  /** The part that is random, for telling placeholders. The whole when left out. */
  readonly random?: (value: string) => string;
  /** Tells made-up values from issued ones, where the issuer's form allows it. */
  readonly check?: (value: string) => boolean;
}

const after = (prefix: number) => (value: string) => value.slice(prefix);

/**
 * Forms as their issuers document them (2025): prefix, alphabet, length, and checksum where there is one. Keys that are meant to be public,
 * such as Stripe's `pk_`, are left out.
 */
export const secretFormats: readonly SecretFormat[] = [
  {
    kind: "github-token",
    mark: "gh",
    pattern: /\bgh[pousr]_[A-Za-z0-9]{36}\b/g,
    random: after(4),
    check: (value) => passesTokenCrc(value.slice(4)),
  },
  {
    kind: "github-token",
    mark: "github_pat_",
    pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g,
    random: after(11),
  },
  {
    kind: "npm-token",
    mark: "npm_",
    pattern: /\bnpm_[A-Za-z0-9]{36}\b/g,
    random: after(4),
    check: (value) => passesTokenCrc(value.slice(4)),
  },
  { kind: "gitlab-token", mark: "glpat-", pattern: /\bglpat-[A-Za-z0-9_-]{20,64}/g, random: after(6) },
  { kind: "aws-key", mark: "A", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, random: after(4) },
  {
    kind: "google-key",
    mark: "AIza",
    pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
    random: after(4),
  },
  { kind: "google-oauth", mark: "GOCSPX-", pattern: /\bGOCSPX-[A-Za-z0-9_-]{28}/g, random: after(7) },
  { kind: "slack-token", mark: "xox", pattern: /\bxox[abeprs]-[A-Za-z0-9-]{20,250}/g, random: after(5) },
  { kind: "slack-token", mark: "xapp-", pattern: /\bxapp-\d-[A-Za-z0-9-]{20,250}/g, random: after(7) },
  {
    kind: "slack-webhook",
    mark: "hooks.slack.com",
    pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}\b/g,
    random: (value) => value.slice(-24),
  },
  {
    kind: "stripe-key",
    mark: "k_",
    pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{24,250}\b/g,
    random: after(8),
  },
  { kind: "stripe-webhook", mark: "whsec_", pattern: /\bwhsec_[A-Za-z0-9+/=]{32,100}/g, random: after(6) },
  {
    kind: "anthropic-key",
    mark: "sk-ant-",
    pattern: /\bsk-ant-[a-z]{2,8}\d\d-[A-Za-z0-9_-]{80,120}/g,
    random: after(14),
  },
  {
    kind: "openai-key",
    mark: "T3BlbkFJ",
    pattern: /\bsk-[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}/g,
    random: after(3),
  },
  { kind: "hugging-face-token", mark: "hf_", pattern: /\bhf_[A-Za-z]{34}\b/g, random: after(3) },
  {
    kind: "sendgrid-key",
    mark: "SG.",
    pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
    random: after(3),
  },
  { kind: "shopify-token", mark: "shp", pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-f]{32}\b/g, random: after(6) },
  { kind: "digitalocean-token", mark: "_v1_", pattern: /\bdo[por]_v1_[0-9a-f]{64}\b/g, random: after(7) },
  {
    kind: "pypi-token",
    mark: "pypi-",
    pattern: /\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,250}/g,
    random: after(24),
  },
  { kind: "telegram-token", mark: ":AA", pattern: /\b\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g },
  {
    kind: "age-key",
    mark: "AGE-SECRET-KEY-1",
    pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g,
    random: after(16),
    check: passesBech32,
  },
  {
    kind: "bitcoin-key",
    mark: "",
    pattern: /\b[5KL][1-9A-HJ-NP-Za-km-z]{50,51}\b/g,
    check: passesBase58Check,
  },
  {
    kind: "bitcoin-key",
    mark: "prv",
    pattern: /\b[xyz]prv[1-9A-HJ-NP-Za-km-z]{107}\b/g,
    check: passesBase58Check,
  },
  {
    kind: "json-web-token",
    mark: "eyJ",
    pattern: /\beyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{4,8192}\.[A-Za-z0-9_-]{16,1024}/g,
    random: (value) => value.slice(value.lastIndexOf(".") + 1),
    check: hasTokenHeader,
  },
  {
    kind: "private-key",
    mark: "PRIVATE KEY",
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[rn]){1,8}[A-Za-z0-9+/=]{24,200}/g,
    random: (value) => value.slice(-24),
  },
];
