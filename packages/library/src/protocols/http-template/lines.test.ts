import fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "./lines.ts";

async function linesOf(pieces: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLines(inPieces(pieces))) lines.push(line);
  return lines;
}

async function* inPieces(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

test("however a text is split into pieces, its lines are the same", async () => {
  const piece = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r\n", " "), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const lines = await linesOf(pieces);
      const expected = pieces
        .join("")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      expect(lines).toEqual(expected);
    }),
  );
});
