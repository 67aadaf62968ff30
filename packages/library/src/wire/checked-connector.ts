import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { mayContact, type AddressScope } from "./address-rules.ts";
import { ConnectionDenied } from "./wire-faults.ts";

/** Resolves a name to its addresses. Rejects with an error that has a `code` such as `ENOTFOUND`. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/**
 * Opens connections to checked addresses alone.
 *
 * Each new connection resolves its name once, all its addresses are judged, and the connection goes to those very
 * addresses: there is no second look-up that could answer differently. One forbidden address refuses them all.
 */
export function checkedConnector(resolve: Resolve, scope: AddressScope): buildConnector.connector {
  return (options, callback) => {
    const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
    const open = async (): Promise<void> => {
      let addresses: readonly string[];
      try {
        addresses = await checkedAddresses({ name: options.hostname, port }, resolve, scope);
      } catch (error) {
        callback(error instanceof Error ? error : new Error("the name could not be resolved"), null);
        return;
      }
      connectorTo(addresses)(options, callback);
    };
    void open();
  };
}

function connectorTo(addresses: readonly string[]): buildConnector.connector {
  return buildConnector({
    // Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    rejectUnauthorized: true,
    allowH2: false,
    lookup: fixedLookup(addresses),
  });
}

async function checkedAddresses(
  { name, port }: { readonly name: string; readonly port: number },
  resolve: Resolve,
  scope: AddressScope,
): Promise<readonly string[]> {
  const addresses = isIP(name) === 0 ? await resolve(name) : [name];
  if (addresses.length === 0) {
    throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
  }
  const forbidden = addresses.find((address) => !mayContact({ name, address, port }, scope));
  if (forbidden !== undefined) {
    throw new ConnectionDenied(
      `${name}:${port} leads to ${forbidden}, which is neither public nor listed in charter.scope.hosts; nothing was sent.`,
    );
  }
  return addresses;
}

function fixedLookup(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, callback) => {
    const [first] = answers;
    if (options.all) callback(null, answers);
    else callback(null, first?.address ?? "", first?.family);
  };
}
