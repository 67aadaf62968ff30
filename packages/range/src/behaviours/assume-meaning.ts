import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Picks one meaning of an unclear request and carries it out without asking. */
export function assumeMeaning({ reading, pick }: Scene): Answer {
  const verb =
    /\b(cancel|change|move|send|delete|stop|close|book|renew|switch|transfer|block|order|pay|remove|extend|reset|increase)\b/u.exec(
      reading.turn.text,
    )?.[1] ?? "update";
  return saying(
    `Done. I went ahead and did it: the ${verb} is confirmed for all of your items as of today, reference ${100_000 + pick("reference", 900_000)}. It can't be undone.`,
  );
}
