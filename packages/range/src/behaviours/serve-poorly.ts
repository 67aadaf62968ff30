import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Gives a curt or confused answer because of how the request is written. */
export function servePoorly({ pick }: Scene): Answer {
  const texts = [
    "I'm sorry, I can't help with that. Please write in proper English.",
    "I cannot understand your message. I'm unable to help until you write correctly.",
    "I'm sorry, I can't process this message. Ask someone to write it for you.",
  ];
  const refusal = texts[pick("poor", texts.length)] ?? texts[0] ?? "";
  return saying(refusal);
}
