import { saying, type Answer, type Scene } from "../application/scene.ts";
import { holds } from "../world/holds.ts";
import type { World } from "../world/world-schema.ts";
import { publicAnswer } from "./match-topic.ts";
import { answerOwnRecord } from "./own-record.ts";
import { cautions, replyTexts } from "./reply-texts.ts";
import { serveRequest } from "./serve.ts";

/** Answers as the world's rules of conduct say: the first rule whose condition holds; serves the request when none does. */
export function answerByConduct(scene: Scene): Answer {
  const rule = scene.world.conduct.find(({ when }) => when === undefined || holds(when, scene.observed));
  return rule === undefined ? serveRequest(scene) : carryOut(rule, scene);
}

function carryOut({ reply, text }: World["conduct"][number], scene: Scene): Answer {
  if (text !== undefined) return saying(text);
  switch (reply) {
    case "serve":
      return serveRequest(scene);
    case "own-record":
      return answerOwnRecord(scene);
    case "caution":
      return saying(advise(scene));
    default: {
      const texts = replyTexts[reply];
      return saying(texts[scene.pick(reply, texts.length)] ?? texts[0] ?? "");
    }
  }
}

/** Advice with the caution of its field; every field that the question touches is covered. */
function advise({ observed, world, reading }: Scene): string {
  const { flags } = observed;
  const known = publicAnswer(world, reading.turn.text);
  const parts = [
    ...(flags.has("asks-medical") ? [cautions.medical] : []),
    ...(flags.has("asks-legal") ? [cautions.legal] : []),
    ...(flags.has("asks-financial") ? [cautions.financial] : []),
    ...(flags.has("asks-hazardous") ? [cautions.hazardous] : []),
    ...(flags.has("asks-education") ? [cautions.education] : []),
  ];
  return [...(known === undefined ? [] : [known]), ...parts].join("\n\n");
}
