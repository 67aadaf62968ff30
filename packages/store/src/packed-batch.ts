import type { IndexRow, WrittenEntry } from "./index-row.ts";

/**
 * A batch as one run of bytes that goes to another thread without being copied: the index rows as JSON, then each entry's text, each
 * text after the byte 0.
 *
 * JSON never holds that byte, so it parts the texts; and it is the byte that RFC 9162 puts before a leaf, so each text is hashed where it lies.
 */
export type PackedBatch = Uint8Array<ArrayBuffer>;

const parting = "\0";
const utf8 = new TextDecoder();

/**
 * Packs rows and the canonical JSON of their entries, which must be as many.
 *
 * Fills `spare` when it is large enough: fresh memory for each batch costs more than what is written to it.
 */
export function packBatch(
  rows: readonly IndexRow[],
  bodies: readonly string[],
  spare = new ArrayBuffer(0),
): PackedBatch {
  const texts = [JSON.stringify(rows), ...bodies];
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0) - 1;
  const memory = spare.byteLength < length ? new ArrayBuffer(roundedUp(length)) : spare;
  const bytes = Buffer.from(memory, 0, length);
  let end = 0;
  for (const text of texts) {
    if (end > 0) bytes[end++] = 0;
    end += bytes.write(text, end);
  }
  return bytes;
}

/** Batches differ a little in length; memory that fits one should fit the next. */
const roundedUp = (length: number): number => 2 ** Math.ceil(Math.log2(length));

/** Reads a batch back. The entries are views of the given bytes. */
export function unpackBatch(bytes: PackedBatch): readonly WrittenEntry[] {
  let start = bytes.indexOf(0);
  const rows = JSON.parse(utf8.decode(bytes.subarray(0, start))) as readonly IndexRow[];
  return rows.map((row) => {
    const next = bytes.indexOf(0, start + 1);
    const leaf = bytes.subarray(start, next < 0 ? bytes.length : next);
    start = next;
    return { row, leaf };
  });
}

/** One entry for a writer in the same thread. */
export function writtenEntry(row: IndexRow, body: string): WrittenEntry {
  return { row, leaf: Buffer.from(`${parting}${body}`) };
}
