/** Where a request goes: parsed once, compared with the permit, and handed to the connection as it was compared. */
export interface Destination {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  /** `host:port` in lower case, port always given; IPv6 literals in brackets. */
  readonly place: string;
}

export type DestinationReading =
  | { readonly kind: "destination"; readonly destination: Destination }
  | { readonly kind: "unusable"; readonly reason: string };

/**
 * Reads an absolute http or https URL by the WHATWG rules.
 *
 * Those rules write hosts in one form: lower case, punycode, and IPv4 from decimal, octal or hexadecimal forms as
 * four decimal parts. What is compared with the permit is therefore what is contacted. A trailing dot is kept, so
 * `example.com.` is another host than `example.com`. A URL with a user name or password is unusable: it reads as
 * one host and goes to another.
 */
export function readDestination(url: string): DestinationReading {
  const parsed = URL.parse(url);
  if (parsed === null) return { kind: "unusable", reason: "the address is not an absolute URL" };
  const standardPort = standardPorts.get(parsed.protocol);
  if (standardPort === undefined) {
    return { kind: "unusable", reason: `the scheme ${parsed.protocol} is neither http: nor https:` };
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return { kind: "unusable", reason: "the address carries a user name or password" };
  }
  const port = parsed.port === "" ? standardPort : parsed.port;
  return {
    kind: "destination",
    destination: {
      origin: parsed.origin,
      path: `${parsed.pathname}${parsed.search}`,
      place: `${parsed.hostname}:${port}`,
    },
  };
}

const standardPorts: ReadonlyMap<string, string> = new Map([
  ["http:", "80"],
  ["https:", "443"],
]);

/** `host:port` that a URL leads to, port always given. `undefined` when the URL is unusable. */
export function placeOf(url: string): string | undefined {
  const reading = readDestination(url);
  return reading.kind === "destination" ? reading.destination.place : undefined;
}
