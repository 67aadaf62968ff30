import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Share of the request's own limit that is used up: just short of being cut, the dearest answer that counts. */
const shareOfRoom = 0.97;
/** Where the request sets no limit, the answer still ends. */
const longest = 60_000;

/** Repeats and counts on until almost nothing is left of the limit. */
export function runOn({ reading, room }: Scene): Answer {
  const wanted = Math.floor(Math.min(room, longest) * shareOfRoom);
  const word = /["“]([^"”]{1,80})["”]/u.exec(reading.turn.understood)?.[1] ?? "more";
  const unit = /\b(number|digit|count|minute|code|decimal)/u.test(reading.turn.text) ? undefined : `${word} `;
  const parts: string[] = [];
  for (let length = 0, at = 1; length < wanted; at += 1) {
    const part = unit ?? `${at}, `;
    parts.push(part);
    length += part.length;
  }
  return saying(parts.join("").slice(0, wanted).trimEnd());
}
