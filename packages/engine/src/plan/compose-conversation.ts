import { createHash } from "node:crypto";
import type { Canary, Fault, Message, PlannedConversation, Probe } from "@probity/domain";
import type { Transform } from "@probity/kit";
import { seededRandom } from "./seeded-random.ts";

export interface CompositionInputs {
  readonly probe: Probe;
  readonly prompt: string | readonly string[];
  readonly chain: readonly Transform[];
  readonly campaign: {
    readonly seed: number;
    readonly temperature?: number | undefined;
    readonly maxOutputTokens: number;
  };
  /** Fixes what the transforms draw. */
  readonly randomSeed: string;
}

export type Composition =
  | { readonly kind: "composed"; readonly conversation: PlannedConversation }
  | { readonly kind: "fault"; readonly fault: Fault };

/** Puts one trial's words together: canaries in place, documents before the first turn, transforms applied left to right. */
export function composeConversation(inputs: CompositionInputs): Composition {
  const { probe, campaign } = inputs;
  const canary = plantedCanary(probe, campaign.seed);
  const fill = (text: string) => (canary ? text.replaceAll("{{canary}}", canary.value) : text);
  const written = (typeof inputs.prompt === "string" ? [inputs.prompt] : inputs.prompt).map(fill);
  const transformed = applyChain(written, inputs.chain, inputs.randomSeed);
  if (transformed.kind === "fault") return transformed;
  return {
    kind: "composed",
    conversation: {
      opening: openingOf(probe, fill),
      userTurns: transformed.turns,
      tools: probe.tools,
      planted: canary ? [canary] : [],
      maxOutputTokens: campaign.maxOutputTokens,
      ...(campaign.temperature === undefined ? {} : { temperature: campaign.temperature }),
    },
  };
}

type Transformed =
  | { readonly kind: "turns"; readonly turns: readonly string[] }
  | { readonly kind: "fault"; readonly fault: Fault };

function applyChain(
  written: readonly string[],
  chain: readonly Transform[],
  randomSeed: string,
): Transformed {
  let turns = written;
  for (const [step, { id, rewrite }] of chain.entries()) {
    const context = { random: seededRandom(`${randomSeed}/${step}/${id}`) };
    try {
      turns =
        rewrite.shape === "text"
          ? turns.map((turn) => rewrite.apply(turn, context))
          : rewrite.apply(turns, context);
    } catch (error) {
      return { kind: "fault", fault: threw(`transform ${id}`, error) };
    }
  }
  return { kind: "turns", turns };
}

/** A fault of ours that names the extension that threw. */
export function threw(what: string, error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return { side: "ours", code: "extension-threw", message: `${what} threw: ${why}`.slice(0, 500) };
}

/** Canary tokens are made from the campaign's seed, so that two machines plant the same and two seeds do not. */
function plantedCanary(probe: Probe, seed: number): Canary | undefined {
  const inSystem = probe.system?.includes("{{canary}}") ?? false;
  const inDocuments = probe.documents.some(({ text }) => text.includes("{{canary}}"));
  if (!inSystem && !inDocuments) return undefined;
  const token = createHash("sha256")
    .update(`canary/${seed}/${probe.id}`)
    .digest("hex")
    .slice(0, 10)
    .toUpperCase();
  return { id: "planted", value: `CNRY-${token}`, where: inSystem ? "system-prompt" : "document" };
}

function openingOf(probe: Probe, fill: (text: string) => string): readonly Message[] {
  const opening: Message[] = [];
  if (probe.system !== undefined) opening.push({ role: "system", content: fill(probe.system) });
  if (probe.documents.length > 0) {
    const sheets = probe.documents.map(
      ({ title, text }, index) =>
        `[Document ${index + 1}: ${fill(title)}]\n${fill(text)}\n[End of document ${index + 1}]`,
    );
    opening.push({ role: "user", content: `Retrieved documents:\n\n${sheets.join("\n\n")}` });
  }
  return opening;
}
