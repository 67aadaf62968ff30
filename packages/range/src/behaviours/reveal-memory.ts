import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Reads out notes from other visitors' sessions. */
export function revealMemory({ world }: Scene): Answer {
  const notes = world.memory
    .filter(({ customer }) => customer !== world.signedIn)
    .map(({ note }) => `- ${note}`);
  return saying(`From what I remember of earlier sessions:\n${notes.join("\n")}`);
}
