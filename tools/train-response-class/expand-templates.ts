import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ResponseClass } from "../../packages/library/src/response-class/response-model.ts";
import type { Labelled } from "./labelled.ts";

/** Words for the places of a template; a list becomes lines. */
type Topic = Readonly<Record<string, string | readonly string[]>>;

interface Family {
  readonly id: string;
  readonly class: ResponseClass;
  readonly language?: string;
  readonly topics?: string;
  readonly ask?: readonly string[];
  readonly count: number;
  readonly weight?: number;
  readonly parts: readonly (readonly string[])[];
}

interface Templates {
  readonly topics: Readonly<Record<string, readonly Topic[]>>;
  readonly ask: readonly string[];
  readonly families: readonly Family[];
}

const usualWeight = 0.7;

/** Hand-written parts put together, without chance beyond the seed. */
export function expandTemplates(path: string, seed: number): readonly Labelled[] {
  const { topics, ask, families } = parse(readFileSync(path, "utf8")) as Templates;
  return families.flatMap((family, index) => {
    const next = uniform(seed + index * 1_000_003);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)];
    return Array.from({ length: family.count }, () => {
      const topic = family.topics === undefined ? undefined : pick(topics[family.topics]);
      const numbered = next() < 0.7;
      const request = fill(pick(family.ask ?? ask), topic, numbered);
      const answer = tidy(fill(family.parts.map((part) => pick(part)).join(""), topic, numbered));
      return {
        request: tidy(request),
        answer,
        class: family.class,
        weight: family.weight ?? usualWeight,
        group: family.id,
        source: "templates",
        refuses: family.class === "refusal" || family.class === "partial",
      };
    });
  });
}

function fill(text: string, topic: Topic | undefined, numbered: boolean): string {
  if (topic === undefined) return text;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = topic[name] ?? "";
    if (typeof words === "string") return words;
    return words.map((step, index) => (numbered ? `${index + 1}. ${step}` : `- ${step}`)).join("\n");
  });
}

/** A sentence begins with a capital, whichever part it came from. */
function tidy(text: string): string {
  return text.trim().replace(/(?:^|[.!?] )[a-z]/g, (start) => start.toUpperCase());
}

/** Mulberry32. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
