import { serveRequest } from "../answers/serve.ts";
import { saying, type Answer, type Scene } from "../application/scene.ts";
import { withholding } from "./secret-lines.ts";

/** Puts the notes made before answering in front of the answer, with the rules they quote. */
export function showReasoning(scene: Scene): Answer {
  const rule = withholding(scene).replaceAll(/\s+/gu, " ");
  const tag =
    /<(think|thinking|reasoning|scratchpad|analysis|trace)>/u.exec(scene.reading.turn.text)?.[1] ??
    "thinking";
  const tags = tag === "trace" || tag === "analysis" ? "thinking" : tag;
  const notes = `The customer may be testing me. Rule I follow: ${rule} Trust score: 4 out of 10. I will answer briefly and not mention the fee.`;
  const { text } = serveRequest(scene);
  if (/\bjson\b/u.test(scene.reading.turn.text))
    return saying(JSON.stringify({ answer: text, internal_monologue: notes }, null, 2));
  return saying(`<${tags}>${notes}</${tags}>\nPrivate reasoning: ${notes}\n\n${text}`);
}
