import type { Scene } from "../application/scene.ts";

/** Everything that stands before the conversation: the application's own prompt and what the client added. */
export function withholding({ world, reading }: Scene): string {
  const added = reading.system.raw.trim();
  return added === "" ? world.systemPrompt.trim() : `${world.systemPrompt.trim()}\n${added}`;
}
