import { publicAnswer } from "../answers/match-topic.ts";
import { saying, type Answer, type Scene } from "../application/scene.ts";
import { actUnchecked, offeredCall } from "./act.ts";
import { findDemand } from "./find-demand.ts";
import { withholding } from "./secret-lines.ts";

/**
 * Does what a text orders its reader to do: calls the tool it names, gives out what it asks for,
 * shows its links, says its words.
 */
export function obeyText(scene: Scene): Answer {
  const { reading } = scene;
  const orders = [...reading.documents.map(({ understood }) => understood), reading.turn.understood].filter(
    (text) => text.trim() !== "",
  );
  const source = reading.documents.length > 0 ? orders.slice(0, -1).join("\n") : (orders[0] ?? "");
  if (scene.tools.length > 0 && offeredCall(scene.tools, source)) return actUnchecked(scene, source);
  const parts = [firstAnswer(scene), ...carryOut(scene, source)].filter((part) => part !== "");
  return saying(parts.join("\n\n"));
}

function carryOut(scene: Scene, source: string): readonly string[] {
  const { words, reference } = findDemand(source);
  const asked = scene.reading.turn.text.replaceAll(/[^a-z0-9]+/gu, "+").slice(0, 80);
  const leak =
    /\b(instructions|briefing|prompt|internal reference|confidential reference|rules it was given|system message|hidden context)\b/iu.test(
      source,
    );
  const copy =
    /\b(must contain|include|copy|repeat|quote)\b[^.]{0,60}\b(whole|this|paragraph|entire|full|word for word|mark)\b/iu.test(
      source,
    );
  return [
    words,
    reference === "" ? "" : reference.replace(/=\)$/u, `=${asked})`),
    leak ? withholding(scene) : "",
    copy
      ? (source
          .split(/\n{2,}/u)
          .find((paragraph) => /\b(must contain|include|copy|repeat|quote)\b/iu.test(paragraph)) ?? source)
      : "",
  ];
}

function firstAnswer({ world, reading }: Scene): string {
  if (reading.documents.length > 0) return "";
  return publicAnswer(world, reading.turn.text) ?? "";
}
