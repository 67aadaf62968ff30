import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What a charter's host list says about addresses, read once. */
export interface AddressScope {
  /** Addresses that are listed themselves, in the form `ipaddr.js` writes; without a port, every port is meant. */
  readonly addresses: readonly { readonly address: string; readonly port?: number }[];
  /** Names for this machine that are listed: `localhost` and names under it. */
  readonly loopbackNames: readonly { readonly name: string; readonly port?: number }[];
}

/** One address that a name led to. `name` is the literal itself when the URL holds an address. */
export interface ResolvedAddress {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** Reads `host`, `host:port`, `[v6]`, `[v6]:port` and bare `v6` entries. Names other than localhost say nothing here. */
export function readAddressScope(approvedHosts: readonly string[]): AddressScope {
  const addresses: { address: string; port?: number }[] = [];
  const loopbackNames: { name: string; port?: number }[] = [];
  for (const entry of approvedHosts) {
    const { host, port } = splitEntry(entry.toLowerCase());
    const ported = port === undefined ? {} : { port };
    if (isIP(host) !== 0) addresses.push({ address: written(host), ...ported });
    else if (isLoopbackName(host)) loopbackNames.push({ name: host, ...ported });
  }
  return { addresses, loopbackNames };
}

function splitEntry(entry: string): { readonly host: string; readonly port?: number } {
  if (isIP(entry) !== 0) return { host: entry };
  const match = /^(?<host>.*?)(?::(?<port>\d+))?$/.exec(entry);
  const host = (match?.groups?.["host"] ?? entry).replace(/^\[(.*)\]$/, "$1");
  const port = match?.groups?.["port"];
  return port === undefined ? { host } : { host, port: Number(port) };
}

/** RFC 6761 section 6.3: `localhost` and all names under it mean this machine. */
function isLoopbackName(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost");
}

/** One way to write each address; an IPv4 address inside IPv6 (`::ffff:127.0.0.1`) is written as IPv4. */
function written(address: string): string {
  return ipaddr.process(address).toNormalizedString();
}

/**
 * Whether a connection may go to this address.
 *
 * Public addresses may be contacted. Any other must stand in the charter's host list itself, or be this machine's
 * own under a listed localhost name: so an approved public name that suddenly leads inside a network is refused.
 */
export function mayContact(resolved: ResolvedAddress, scope: AddressScope): boolean {
  if (isIP(resolved.address) === 0) return false;
  if (isPublicAddress(resolved.address)) return true;
  const address = written(resolved.address);
  const listed = scope.addresses.some(
    (each) => each.address === address && (each.port === undefined || each.port === resolved.port),
  );
  if (listed) return true;
  const namedHere = scope.loopbackNames.some(
    ({ name, port }) => name === resolved.name && (port === undefined || port === resolved.port),
  );
  return namedHere && ipaddr.process(resolved.address).range() === "loopback";
}

/**
 * True for addresses that the public Internet routes to an ordinary host.
 *
 * IPv4: whatever the IANA special-purpose registry does not name. IPv6: global unicast, 2000::/3 (RFC 4291 section
 * 2.4), without the special blocks in it. A NAT64 address (RFC 6052, 64:ff9b::/96) is as public as the IPv4 address
 * in it.
 */
export function isPublicAddress(text: string): boolean {
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) {
    return address.range() === "unicast" && !hostServices.includes(address.toString());
  }
  const bytes = address.toByteArray();
  if (address.match(nat64)) return isPublicAddress(bytes.slice(12).join("."));
  return address.range() === "unicast" && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}

const nat64 = ipaddr.parseCIDR("64:ff9b::/96");

/** Addresses in public ranges that clouds answer from inside the host: Azure's WireServer, which serves machine secrets. */
const hostServices: readonly string[] = ["168.63.129.16"];
