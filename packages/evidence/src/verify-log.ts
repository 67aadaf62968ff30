import type { Digest } from "@probity/domain";
import { verifyCheckpoint } from "./checkpoint.ts";
import { createFrontier, type MerkleFrontier } from "./merkle-frontier.ts";
import { hexFromHash, leafHash } from "./merkle-hash.ts";
import type { Verifier } from "./signing-key.ts";

/** An entry as the log's store holds it. `leafHash` is in lower-case hexadecimal. */
export interface StoredEntry {
  /** Position, from 0 without gaps. */
  readonly index: number;
  readonly body: string;
  readonly leafHash: string;
}

/** A signed head as stored, or kept elsewhere by someone who does not trust the store. `root` is in hexadecimal. */
export interface StoredHead {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

export interface LogToVerify {
  /** In order of index. */
  readonly entries: Iterable<StoredEntry> | AsyncIterable<StoredEntry>;
  /** In order of size. Put in heads that were kept outside the store: they show a log that was cut or rewritten. */
  readonly heads: Iterable<StoredHead> | AsyncIterable<StoredHead>;
  readonly verifier: Verifier;
}

/**
 * What verification showed. `signedSize` entries are under a signature; those after it, up to `size`,
 * were recorded but not yet signed, and nothing vouches for them.
 */
export type LogVerification =
  | { readonly kind: "sound"; readonly size: number; readonly root: Digest; readonly signedSize: number }
  | {
      readonly kind: "broken";
      readonly firstBad: { readonly index?: number; readonly headSize?: number };
      readonly reason: string;
    };

type Broken = Extract<LogVerification, { kind: "broken" }>;

/**
 * Verifies a whole log from nothing but its entries, its heads and the public key.
 *
 * Recomputes every leaf and every head's root, checks every signature, and names the first thing that is wrong.
 * Streams: memory does not grow with the log. A log with entries and no head at all is broken, not sound.
 */
export async function verifyLog(log: LogToVerify): Promise<LogVerification> {
  const heads = iteratorOf(log.heads);
  try {
    return await walk(log, heads);
  } finally {
    // A cursor on a database stays open until told.
    await heads.return?.();
  }
}

async function walk(
  { entries, verifier }: LogToVerify,
  heads: AnyIterator<StoredHead>,
): Promise<LogVerification> {
  const frontier = createFrontier();
  let head = await nextOf(heads);
  let signedSize = 0;
  /** Checks the heads that stand at the size reached. */
  const checkHeads = async (): Promise<Broken | undefined> => {
    while (head !== undefined && head.size <= frontier.size()) {
      const broken = checkHead(head, frontier, verifier);
      if (broken !== undefined) return broken;
      signedSize = head.size;
      head = await nextOf(heads);
    }
    return undefined;
  };

  let broken = await checkHeads();
  if (broken !== undefined) return broken;
  for await (const entry of entries) {
    broken = checkEntry(entry, frontier.size());
    if (broken !== undefined) return broken;
    frontier.append(leafHash(entry.body));
    if (head?.size === frontier.size()) broken = await checkHeads();
    if (broken !== undefined) return broken;
  }
  const size = frontier.size();
  if (head !== undefined) {
    return brokenHead(head.size, `the signed head counts ${head.size} entries, but the log holds ${size}`);
  }
  if (size > 0 && signedSize === 0) return brokenEntry(0, "no signed head covers any entry of the log");
  return { kind: "sound", size, root: hexFromHash(frontier.root()), signedSize };
}

const brokenEntry = (index: number, reason: string): Broken => ({
  kind: "broken",
  firstBad: { index },
  reason,
});
const brokenHead = (headSize: number, reason: string): Broken => ({
  kind: "broken",
  firstBad: { headSize },
  reason,
});

function checkEntry(entry: StoredEntry, expectedIndex: number): Broken | undefined {
  if (entry.index !== expectedIndex) {
    return brokenEntry(
      expectedIndex,
      `entry ${expectedIndex} is missing; entry ${entry.index} stands in its place`,
    );
  }
  if (hexFromHash(leafHash(entry.body)) !== entry.leafHash) {
    return brokenEntry(entry.index, `the content of entry ${entry.index} does not fit its recorded hash`);
  }
  return undefined;
}

function checkHead(head: StoredHead, frontier: MerkleFrontier, verifier: Verifier): Broken | undefined {
  const size = frontier.size();
  if (head.size !== size) return brokenHead(head.size, `the head of ${head.size} entries is out of order`);
  const check = verifyCheckpoint(head.note, verifier);
  if (check.kind === "invalid")
    return brokenHead(size, `the head of ${size} entries is not valid: ${check.reason}`);
  const { checkpoint } = check;
  if (checkpoint.size !== size || hexFromHash(checkpoint.root) !== head.root) {
    return brokenHead(size, `the note of the head of ${size} entries signs another size or root`);
  }
  if (hexFromHash(frontier.root()) !== head.root) {
    return brokenHead(size, `the entries do not lead to the root signed at ${size} entries`);
  }
  return undefined;
}

type AnyIterator<Item> = Iterator<Item> | AsyncIterator<Item>;

const iteratorOf = <Item>(items: Iterable<Item> | AsyncIterable<Item>): AnyIterator<Item> =>
  Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();

async function nextOf<Item>(iterator: AnyIterator<Item>): Promise<Item | undefined> {
  const step = await iterator.next();
  return step.done === true ? undefined : step.value;
}
