import type { IncomingMessage } from "../features/reading.ts";
import { digestOf } from "../draw/digest.ts";
import type { Answer, Deed } from "./scene.ts";

/**
 * What took effect in conversations, by the conversation itself.
 *
 * Effects belong to the conversation that caused them, so trials cannot disturb one another; a history that the
 * client made up finds nothing.
 */
export interface ConversationStore {
  readonly deedsBefore: (messages: readonly IncomingMessage[]) => readonly Deed[];
  readonly keep: (messages: readonly IncomingMessage[], answer: Answer, before: readonly Deed[]) => void;
}

/** Makes an empty store that forgets the oldest conversations beyond a bound. */
export function createConversationStore(limit: number): ConversationStore {
  const deeds = new Map<string, readonly Deed[]>();
  return {
    deedsBefore(messages) {
      const last = messages.findLastIndex(({ role }) => role === "assistant");
      return last < 0 ? [] : (deeds.get(keyOf(messages.slice(0, last + 1))) ?? []);
    },
    keep(messages, answer, before) {
      const after = [...before, ...answer.deeds];
      if (after.length === 0) return;
      deeds.set(keyOf([...messages, { role: "assistant", content: answer.text }]), after);
      const oldest = deeds.keys().next();
      if (deeds.size > limit && oldest.done !== true) deeds.delete(oldest.value);
    },
  };
}

const keyOf = (messages: readonly IncomingMessage[]): string =>
  digestOf(messages.flatMap(({ role, content }) => [role, content]));
