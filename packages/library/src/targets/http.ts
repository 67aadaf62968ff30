import { defineTarget } from "@probity/kit";
import { askByTemplate } from "../protocols/http-template/ask.ts";
import { httpSettingsSchema, sendsWholeConversation } from "../protocols/http-template/settings.ts";
import { placeOf } from "../wire/destination.ts";

/** Any system behind plain HTTP: a request template, and a path to the text of the answer. */
export const http = defineTarget({
  id: "http",
  title: "Plain HTTP",
  description:
    "Sends a request made from a template with {{prompt}}, {{messages}}, {{conversationId}} and {{seed}}, and takes " +
    "the text of the answer from a JSONPath, or the whole answer. For systems with an interface of their own.",
  settings: httpSettingsSchema,
  hosts: ({ url }) => [placeOf(url)].filter((place) => place !== undefined),
  abilities: (settings) => ({
    systemPrompt: settings.acceptsSystemPrompt,
    tools: false,
    multiTurn: settings.keepsConversation || sendsWholeConversation(settings),
  }),
  ask: askByTemplate,
});
