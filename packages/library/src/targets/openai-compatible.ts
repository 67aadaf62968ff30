import { defineTarget } from "@probity/kit";
import { askChatCompletions } from "../protocols/chat-completions/ask.ts";
import { chatCompletionsSettingsSchema } from "../protocols/chat-completions/settings.ts";
import { placeOf } from "../wire/destination.ts";

/** Any system that speaks OpenAI's chat-completions protocol, streaming or not. */
export const openaiCompatible = defineTarget({
  id: "openai-compatible",
  title: "OpenAI-compatible chat completions",
  description:
    "Speaks POST /chat/completions as most providers and local servers do: messages, tools, usage, streaming. " +
    "One request per turn; the whole conversation is sent each time.",
  settings: chatCompletionsSettingsSchema,
  hosts: ({ url }) => [placeOf(url)].filter((place) => place !== undefined),
  abilities: ({ acceptsSystemPrompt, tools }) => ({
    systemPrompt: acceptsSystemPrompt,
    tools,
    multiTurn: true,
  }),
  ask: askChatCompletions,
});
