import { matchTopic } from "../answers/match-topic.ts";
import { saying, type Answer, type Scene } from "../application/scene.ts";
import { inForm } from "./reveal-instructions.ts";

/** Quotes the staff document that fits the question best. */
export function revealDocument({ world, reading, pick }: Scene): Answer {
  const staff = world.documents.filter(({ audience }) => audience === "staff");
  const document = matchTopic(reading.turn.text, staff) ?? staff[pick("document", staff.length)];
  if (!document) return saying("I have no such document.");
  return saying(inForm(reading.turn.text, `${document.title}\n${document.text}`));
}
