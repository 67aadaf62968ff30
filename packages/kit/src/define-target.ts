import type { Fault, Message, Permit, Reply, ToolOffer } from "@probity/domain";
import type { z } from "zod";

/** One HTTP request of a target adapter. */
export interface WireRequest {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer's head, and its body as text that arrives in pieces, bounded in size. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded text, in pieces; invalid bytes become U+FFFD. Ends early, with `cut()` true, at the size bound. */
  readonly body: AsyncIterable<string>;
  /** True once the body was cut at the size bound. */
  readonly cut: () => boolean;
}

export type WireOutcome =
  | { readonly kind: "answer"; readonly answer: WireAnswer }
  | { readonly kind: "fault"; readonly fault: Fault };

/** The way out, bound to a permit: it reaches approved hosts alone, follows no redirect and uses no proxy. */
export interface Line {
  readonly send: (request: WireRequest) => Promise<WireOutcome>;
}

/** Makes lines. Without a permit from the gate there is none. */
export interface Wire {
  readonly line: (permit: Permit, options: LineOptions) => Line;
  readonly close: () => Promise<void>;
}

export interface LineOptions {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly signal: AbortSignal;
}

/** What to ask the system under test: the conversation so far, ending with a user or tool message. */
export interface TargetRequest {
  readonly messages: readonly Message[];
  readonly tools: readonly ToolOffer[];
  readonly temperature?: number;
  readonly maxOutputTokens: number;
  readonly seed: number;
  /** Same for all turns of one trial, for systems that keep the conversation themselves. */
  readonly conversationId: string;
  /** JSON Schema that the answer should keep to, for systems that can be held to one; others ignore it. */
  readonly answerSchema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
}

export type TargetOutcome =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "fault"; readonly fault: Fault };

/** What a target can take; probes that need more are skipped, and the plan says so. */
export interface TargetAbilities {
  readonly systemPrompt: boolean;
  readonly tools: boolean;
  readonly multiTurn: boolean;
}

/**
 * Speaks one protocol. Stateless: everything it needs arrives with the request.
 *
 * What takes settings is a method, so that targets of different settings fit into one catalogue as
 * `Target<unknown>`. Give these methods only what `settings` has parsed.
 */
export interface Target<Settings = unknown> {
  readonly contract: "target/1";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Secrets stand as `${env:NAME}` in fields made with `secretReferenceSchema`; the engine hands over resolved settings. */
  readonly settings: z.ZodType<Settings>;
  /** `host:port` pairs it will contact with these settings. The port is always given. */
  hosts(settings: Settings): readonly string[];
  abilities(settings: Settings): TargetAbilities;
  /** Never throws for what the other side does: faults are values. */
  ask(request: TargetRequest, settings: Settings, line: Line): Promise<TargetOutcome>;
}

/** Declares a target adapter. One file, one protocol; `npm run gen` adds it to the catalogue. */
export function defineTarget<Settings>(target: Omit<Target<Settings>, "contract">): Target<Settings> {
  return Object.freeze({ contract: "target/1", ...target });
}
