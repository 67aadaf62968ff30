import { z } from "zod";

/** RFC 9110 section 5.6.2. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const reference = /\$\{env:[A-Za-z_][A-Za-z0-9_]*\}/;
/** Headers by which credentials travel. */
const credential = /^(?:proxy-)?authorization$|^cookie$|(?:^|-)(?:api-?key|token|secret|password)$/i;
/** Headers that belong to the connection; the wire writes them. */
const wireOwned =
  /^(?:host|connection|keep-alive|content-length|transfer-encoding|upgrade|te|trailer|expect|accept-encoding|proxy-.*)$/i;

/**
 * Headers of a target, as configuration states them.
 *
 * A value may hold secrets as `${env:NAME}`, alone or within text such as `Bearer ${env:TOKEN}`; headers that carry
 * credentials must. Headers of the connection itself, `Host` among them, are refused.
 */
export const headersSchema = z
  .record(z.string().regex(token, "use a header name"), z.string())
  .superRefine((headers, context) => {
    for (const [name, value] of Object.entries(headers)) {
      const refuse = (message: string) => context.addIssue({ code: "custom", path: [name], message });
      if (wireOwned.test(name)) refuse(`${name} is written by Probity itself; leave it out`);
      if (credential.test(name) && !reference.test(value)) {
        refuse("write the secret as a reference like ${env:MY_API_KEY}; secrets never stand in files");
      }
      if (/[\r\n\0]/.test(value)) refuse("a header value is one line");
    }
  })
  .default({})
  .describe("Extra request headers. Values may hold secrets as ${env:NAME}.");

/** True while a reference stands where its value should be: the engine resolves settings before a target is asked. */
export function holdsReference(values: readonly string[]): boolean {
  return values.some((value) => value.includes("${env:") && reference.test(value));
}

/** Shorter header values are ordinary words; replacing them would only make messages unreadable. */
const shortestSecret = 6;

/** Values that no message may quote: whatever is sent in a header, each word of it by itself. */
export function secretsAmong(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(/\s+/)).filter((word) => word.length >= shortestSecret);
}
