import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createSigningKey,
  formatVerifierKey,
  signingKeyFromPem,
  signingKeyToPem,
  type SigningKey,
} from "@probity/evidence";
import { ProductError } from "@probity/domain";

/** Keys of one store. They stay in its folder, readable by their owner alone. */
export interface StoreKeys {
  /** Name of the log in its checkpoints. */
  readonly origin: string;
  readonly signing: SigningKey;
  readonly publicKey: string;
  readonly mask: Uint8Array;
}

/** Reads a store's keys, or makes them when it has none. @throws ProductError STORE_UNREADABLE */
export function openKeys(folder: string): StoreKeys {
  const keys = join(folder, "keys");
  try {
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    const pem = readOrMake(join(keys, "log-signing.pem"), () => signingKeyToPem(createSigningKey()));
    const mask = readOrMake(join(keys, "mask.key"), () => randomBytes(32).toString("hex"));
    const origin = readOrMake(
      join(keys, "log-origin"),
      () => `probity.log/${randomBytes(8).toString("hex")}`,
    ).trim();
    const signing = signingKeyFromPem(pem);
    if (!signing) throw new TypeError("log-signing.pem holds no Ed25519 key");
    return {
      origin,
      signing,
      publicKey: formatVerifierKey({ name: origin, publicKey: signing.publicKey }),
      mask: Buffer.from(mask.trim(), "hex"),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ProductError("STORE_UNREADABLE", {
      message: `The keys in ${keys} cannot be used: ${why}.`,
      cause: error,
    });
  }
}

/**
 * With several processes starting at once, the first to write wins and the others read what it wrote.
 *
 * The file gets its name once it is whole: a process that dies in between leaves no empty key behind.
 */
function readOrMake(path: string, make: () => string): string {
  const known = textOf(path);
  if (known !== undefined) return known;
  const unnamed = `${path}.${randomBytes(6).toString("hex")}`;
  const made = make();
  writeFileSync(unnamed, made, { mode: 0o600, flag: "wx" });
  try {
    linkSync(unnamed, path);
    return made;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return readFileSync(path, "utf8");
    if (!withoutLinks.has(code)) throw error;
    writeFileSync(path, made, { mode: 0o600, flag: "wx" });
    return made;
  } finally {
    rmSync(unnamed, { force: true });
  }
}

/** What file systems say that know no hard links, such as exFAT and some shares: there the file is named first. */
const withoutLinks: ReadonlySet<unknown> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** What a file says; `undefined` when it is not there. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
