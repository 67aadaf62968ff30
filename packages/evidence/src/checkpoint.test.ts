import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { leafHash } from "./merkle-hash.ts";
import { openNote, signNote } from "./signed-note.ts";
import {
  createSigningKey,
  formatVerifierKey,
  parseVerifierKey,
  signingKeyFromPem,
  signingKeyToPem,
} from "./signing-key.ts";

// Key, text and signature from the tests of Go's golang.org/x/mod/sumdb/note (note_test.go).
const goVerifierKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const goSeed = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const goText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const goNote = `${goText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

function goVerifier() {
  const verifier = parseVerifierKey(goVerifierKey);
  if (verifier === undefined) throw new Error("the published key was not read");
  return verifier;
}

describe("signed notes, against those of Go's reference implementation", () => {
  test("the published note opens", () => {
    expect(openNote(goNote, goVerifier())).toEqual({ kind: "valid", text: goText });
  });

  test("the same key and text give the same note, byte by byte", () => {
    expect(signNote(goText, "PeterNeumann", createSigningKey(goSeed))).toBe(goNote);
  });

  test("the verifier key reads and writes the same", () => {
    expect(formatVerifierKey(goVerifier())).toBe(goVerifierKey);
    const key = createSigningKey(goSeed);
    expect(formatVerifierKey({ name: "PeterNeumann", publicKey: key.publicKey })).toBe(goVerifierKey);
  });

  test("a verifier key with any character changed or cut off is not read", () => {
    for (let at = 0; at < goVerifierKey.length; at += 1) {
      const next = String.fromCharCode(goVerifierKey.charCodeAt(at) + 1);
      const changed = goVerifierKey.slice(0, at) + next + goVerifierKey.slice(at + 1);
      expect(parseVerifierKey(changed)).toBeUndefined();
      expect(parseVerifierKey(goVerifierKey.slice(0, at))).toBeUndefined();
      if (at > 0) expect(parseVerifierKey(goVerifierKey.slice(at))).toBeUndefined();
    }
    // Longer key and unknown algorithm, each with an id that fits (note_test.go).
    expect(
      parseVerifierKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="),
    ).toBeUndefined();
    expect(
      parseVerifierKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"),
    ).toBeUndefined();
  });

  test("other people's signatures beside ours are ignored", () => {
    const witness = signNote(goText, "witness.example/w1", createSigningKey(new Uint8Array(32)));
    const signature = witness.slice(goText.length + 1);
    expect(openNote(goNote + signature, goVerifier()).kind).toBe("valid");
    expect(openNote(witness, goVerifier()).kind).toBe("invalid");
  });
});

const key = createSigningKey(new Uint8Array(32).fill(7));
const head = { origin: "probity.example/meridian", size: 42, root: new Uint8Array(leafHash("a root")) };
const verifier = { name: head.origin, publicKey: key.publicKey };

test("a head reads back as it was signed", () => {
  const note = signCheckpoint(head, key);
  expect(note.split("\n").slice(0, 2)).toEqual([head.origin, "42"]);
  expect(verifyCheckpoint(note, verifier)).toEqual({ kind: "valid", checkpoint: head });
});

test("a head with any character changed is not valid", () => {
  const note = signCheckpoint(head, key);
  fc.assert(
    fc.property(
      fc.nat({ max: note.length - 1 }),
      fc.string({ minLength: 1, maxLength: 1 }),
      (at, character) => {
        fc.pre(note[at] !== character);
        expect(verifyCheckpoint(note.slice(0, at) + character + note.slice(at + 1), verifier).kind).toBe(
          "invalid",
        );
        expect(verifyCheckpoint(note.slice(0, at), verifier).kind).toBe("invalid");
      },
    ),
    { numRuns: 400 },
  );
});

test("a true head of another log, or by another key, does not count", () => {
  const note = signCheckpoint({ ...head, origin: "probity.example/other" }, key);
  expect(verifyCheckpoint(note, verifier).kind).toBe("invalid");
  expect(verifyCheckpoint(signCheckpoint(head, createSigningKey()), verifier).kind).toBe("invalid");
  // Another log's head under our name: the text is signed, but its first line is not ours.
  const text = `probity.example/other\n42\n${Buffer.from(head.root).toString("base64")}\n`;
  expect(verifyCheckpoint(signNote(text, head.origin, key), verifier)).toEqual({
    kind: "invalid",
    reason: 'the head belongs to another log, "probity.example/other"',
  });
});

test.each([
  ["a note that is not a head", "just words\n"],
  ["a size with leading zeros", `${head.origin}\n042\n${Buffer.from(head.root).toString("base64")}\n`],
  [
    "a size beyond exact numbers",
    `${head.origin}\n9999999999999999\n${Buffer.from(head.root).toString("base64")}\n`,
  ],
  ["a root too short", `${head.origin}\n42\nAAAA\n`],
])("%s is not a head, though truly signed", (_what, text) => {
  expect(verifyCheckpoint(signNote(text, head.origin, key), verifier).kind).toBe("invalid");
});

test("lines after the root are allowed", () => {
  const text = `${head.origin}\n42\n${Buffer.from(head.root).toString("base64")}\nmore\n`;
  expect(verifyCheckpoint(signNote(text, head.origin, key), verifier)).toMatchObject({ kind: "valid" });
});

test("arbitrary text never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => verifyCheckpoint(text, verifier).kind === "invalid"));
  expect(verifyCheckpoint("a".repeat(1_000_000), verifier).kind).toBe("invalid");
});

test("heads that no log can have are not signed", () => {
  expect(() => signCheckpoint({ ...head, size: -1 }, key)).toThrow(RangeError);
  expect(() => signCheckpoint({ ...head, size: 1.5 }, key)).toThrow(RangeError);
  expect(() => signCheckpoint({ ...head, root: new Uint8Array(31) }, key)).toThrow(RangeError);
  for (const origin of ["", "two words", "a+b", "a\nb"]) {
    expect(() => signCheckpoint({ ...head, origin }, key)).toThrow(RangeError);
  }
});

test("a key goes to PEM and back, and other texts give no key", () => {
  const read = signingKeyFromPem(signingKeyToPem(key));
  expect(read?.publicKey).toEqual(key.publicKey);
  expect(read === undefined ? "" : signCheckpoint(head, read)).toBe(signCheckpoint(head, key));
  expect(signingKeyFromPem("nothing")).toBeUndefined();
  const { privateKey } = generateKeyPairSync("x25519");
  expect(signingKeyFromPem(privateKey.export({ format: "pem", type: "pkcs8" }).toString())).toBeUndefined();
});

test("two new keys differ", () => {
  expect(createSigningKey().publicKey).not.toEqual(createSigningKey().publicKey);
});
