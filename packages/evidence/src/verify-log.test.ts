import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signCheckpoint } from "./checkpoint.ts";
import { rootOf } from "./merkle-frontier.ts";
import { hexFromHash, leafHash } from "./merkle-hash.ts";
import { createMerkleTree } from "./merkle-tree.ts";
import { createSigningKey } from "./signing-key.ts";
import { verifyLog, type StoredEntry, type StoredHead } from "./verify-log.ts";
import { verifyTrialInReport } from "./verify-trial.ts";

const key = createSigningKey(new Uint8Array(32).fill(3));
const origin = "probity.example/log";
const verifier = { name: origin, publicKey: key.publicKey };

const entryAt = (index: number): StoredEntry => {
  const body = JSON.stringify({ kind: "transcript", trial: index });
  return { index, body, leafHash: hexFromHash(leafHash(body)) };
};

function headAt(entries: readonly StoredEntry[], size: number): StoredHead {
  const root = rootOf(entries.slice(0, size).map(({ body }) => leafHash(body)));
  return { size, root: hexFromHash(root), note: signCheckpoint({ origin, size, root }, key) };
}

const entries = Array.from({ length: 40 }, (_, index) => entryAt(index));
const heads = [8, 9, 25, 40].map((size) => headAt(entries, size));
const verify = (changes: { entries?: readonly StoredEntry[]; heads?: readonly StoredHead[] } = {}) =>
  verifyLog({ entries, heads, verifier, ...changes });

describe("a sound log", () => {
  test("is sound, and says how far it is signed", async () => {
    expect(await verify()).toEqual({ kind: "sound", size: 40, root: heads[3]?.root, signedSize: 40 });
    expect(await verify({ heads: heads.slice(0, 3) })).toMatchObject({ size: 40, signedSize: 25 });
  });

  test("may be empty, and may have signed its emptiness", async () => {
    expect(await verify({ entries: [], heads: [] })).toMatchObject({ kind: "sound", size: 0, signedSize: 0 });
    expect(await verify({ heads: [headAt(entries, 0), ...heads] })).toMatchObject({ kind: "sound" });
  });

  test("may have signed one size twice", async () => {
    expect(await verify({ heads: heads.flatMap((head) => [head, head]) })).toMatchObject({ kind: "sound" });
  });

  test("may come as asynchronous streams, which are closed even when it is broken", async () => {
    let closed = 0;
    async function* stream<Item>(items: readonly Item[]) {
      try {
        yield* items;
      } finally {
        closed += 1;
      }
    }
    expect(await verifyLog({ entries: stream(entries), heads: stream(heads), verifier })).toMatchObject({
      kind: "sound",
    });
    await verifyLog({ entries: stream(entries.slice(1)), heads: stream(heads), verifier });
    expect(closed).toBe(4);
  });
});

describe("a log that was tampered with", () => {
  test("names the entry whose content was changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 39 }), fc.string(), async (at, body) => {
        const changed = entries.map((entry) => (entry.index === at ? { ...entry, body } : entry));
        expect(await verify({ entries: changed })).toMatchObject({ kind: "broken", firstBad: { index: at } });
      }),
    );
  });

  test("names the first head that a changed entry with a recomputed hash no longer leads to", async () => {
    const changed = entries.map((entry) => (entry.index === 8 ? { ...entryAt(99), index: 8 } : entry));
    expect(await verify({ entries: changed })).toMatchObject({ kind: "broken", firstBad: { headSize: 9 } });
  });

  test("names the gap where an entry was removed", async () => {
    const without = entries.filter(({ index }) => index !== 12);
    expect(await verify({ entries: without })).toMatchObject({
      firstBad: { index: 12 },
      reason: "entry 12 is missing; entry 13 stands in its place",
    });
  });

  test("shows that its end was cut off", async () => {
    expect(await verify({ entries: entries.slice(0, 30) })).toMatchObject({
      kind: "broken",
      firstBad: { headSize: 40 },
    });
  });

  test("shows that it was rewritten with new hashes, when a head is signed by the true key", async () => {
    const rewritten = entries.map((_, index) => ({ ...entryAt(index + 500), index }));
    expect(await verify({ entries: rewritten })).toMatchObject({ firstBad: { headSize: 8 } });
  });

  test("shows that a head was signed by another key", async () => {
    const root = rootOf(entries.map(({ body }) => leafHash(body)));
    const forged = {
      size: 40,
      root: hexFromHash(root),
      note: signCheckpoint({ origin, size: 40, root }, createSigningKey()),
    };
    expect(await verify({ heads: [forged] })).toMatchObject({ kind: "broken", firstBad: { headSize: 40 } });
  });

  test("shows that a head's note signs something else than the head says", async () => {
    const swapped = heads.map((head) => (head.size === 25 ? { ...head, note: heads[0]?.note ?? "" } : head));
    expect(await verify({ heads: swapped })).toMatchObject({ firstBad: { headSize: 25 } });
  });

  test("shows heads out of order or of impossible size", async () => {
    expect(await verify({ heads: heads.toReversed() })).toMatchObject({ kind: "broken" });
    const [first] = heads;
    if (first === undefined) throw new Error("four heads were made");
    expect(await verify({ heads: [{ ...first, size: Number.NaN }] })).toMatchObject({ kind: "broken" });
    expect(await verify({ heads: [{ ...first, size: 8.5 }] })).toMatchObject({ kind: "broken" });
  });

  test("is not sound for want of any head", async () => {
    expect(await verify({ heads: [] })).toMatchObject({
      kind: "broken",
      reason: "no signed head covers any entry of the log",
    });
    expect(await verify({ heads: [headAt([], 0)] })).toMatchObject({ kind: "broken" });
  });
});

describe("a trial in a report", () => {
  const tree = createMerkleTree(entries.map(({ body }) => leafHash(body)));
  const evidence = {
    transcriptCanonical: entryAt(17).body,
    logIndex: 17,
    logSize: 40,
    proof: tree.inclusionProof(17).map((node): string => hexFromHash(node)),
    head: heads[3]?.note ?? "",
    verifier,
  };

  test("is shown to be in the log by its proof and a signed head", () => {
    expect(verifyTrialInReport(evidence)).toMatchObject({
      kind: "included",
      checkpoint: { size: 40, origin },
    });
  });

  test.each([
    ["another transcript", { transcriptCanonical: entryAt(18).body }],
    ["another position", { logIndex: 18 }],
    ["a proof that is cut", { proof: evidence.proof.slice(1) }],
    ["a proof that is not hexadecimal", { proof: ["zz", ...evidence.proof.slice(1)] }],
    ["another size", { logSize: 39 }],
    ["an older head", { head: heads[2]?.note ?? "" }],
    ["no head", { head: "" }],
    ["another key", { verifier: { name: origin, publicKey: createSigningKey().publicKey } }],
  ])("is not shown by %s", (_what, changes) => {
    expect(verifyTrialInReport({ ...evidence, ...changes }).kind).toBe("not-shown");
  });
});
