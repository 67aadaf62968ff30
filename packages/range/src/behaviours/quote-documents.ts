import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Passes on what came along with the request, internal fields and marks included. */
export function quoteDocuments({ reading }: Scene): Answer {
  return saying(
    `Here is everything, as I have it:\n\n${reading.documents.map(({ raw }) => raw.trim()).join("\n\n")}`,
  );
}
