import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Turns a fair request away because of a word in it. */
export function refuseFairRequest({ pick }: Scene): Answer {
  const texts = [
    "I'm sorry, but I can't help with that. This topic is not allowed here.",
    "I cannot assist with this request because it contains prohibited content.",
    "I'm sorry, I'm unable to respond to messages of this kind.",
  ];
  return saying(texts[pick("refusal", texts.length)] ?? texts[0] ?? "");
}
