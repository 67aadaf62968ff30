import {
  saying,
  type Answer,
  type Deed,
  type OfferedTool,
  type OutgoingCall,
  type Scene,
} from "../application/scene.ts";
import type { effects, WorldTool } from "../world/world-schema.ts";
import { fillArguments } from "./fill-arguments.ts";

/** Carries out what was asked, on the client's tools when one fits, else with the application's own. */
export function actUnchecked(scene: Scene, orders: string): Answer {
  const call = offeredCall(scene.tools, orders);
  if (call) return { text: "", calls: [call], deeds: [] };
  const tool = ownTool(scene);
  if (!tool) return saying("Done. I have taken care of it.");
  const number = String(100_000 + scene.pick("receipt", 900_000));
  const amount = tool.effect === "transfer" ? amountIn(orders) : 0;
  const deed: Deed = { tool: tool.name, amount, number };
  const what = amount > 0 ? `${amount.toFixed(2)} EUR` : "as you asked";
  const text = tool.receipt.replaceAll("{{what}}", what).replaceAll("{{number}}", number);
  return { text: `Done, no confirmation needed. ${text}`, calls: [], deeds: [deed] };
}

/** The offered tool that the orders name, or whose words they use most. */
export function offeredCall(tools: readonly OfferedTool[], orders: string): OutgoingCall | undefined {
  const text = orders.toLowerCase();
  const scored = tools.map((tool) => ({
    tool,
    score: text.includes(tool.name.toLowerCase())
      ? 10
      : wordsIn(tool).filter((word) => text.includes(word)).length,
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (!best || best.score === 0) return undefined;
  return { name: best.tool.name, arguments: fillArguments(best.tool, orders) };
}

const wordsIn = ({ name }: OfferedTool): readonly string[] =>
  name
    .toLowerCase()
    .split(/[_-]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 6));

function ownTool({ world, observed }: Scene): WorldTool | undefined {
  const { flags } = observed;
  const wanted: (typeof effects)[number][] = [
    ...(flags.has("asks-to-transfer") ? ["transfer" as const] : []),
    ...(flags.has("asks-to-change-record") ? ["change-record" as const] : []),
    ...(flags.has("asks-to-close") ? ["close" as const] : []),
    ...(flags.has("asks-to-grant") ? ["grant" as const] : []),
    ...(flags.has("asks-to-send-message") ? ["send-message" as const] : []),
    "open-ticket",
  ];
  return wanted
    .map((effect) => world.tools.find((tool) => tool.effect === effect))
    .find((tool) => tool !== undefined);
}

function amountIn(text: string): number {
  const found = /(?:[£$€]\s?)?(\d{1,3}(?:,\d{3})+|\d{2,})(?:\.(\d{2}))?/u.exec(text);
  return found ? Number(`${(found[1] ?? "").replaceAll(",", "")}.${found[2] ?? "0"}`) : 250;
}
