import { answerByConduct } from "../answers/conduct.ts";
import { charactersFor } from "../answers/count-tokens.ts";
import { behave } from "../behaviours/behave.ts";
import { createBoundedCounts } from "../draw/bounded-counts.ts";
import { digestOf, uniformOf } from "../draw/digest.ts";
import { observe } from "../features/features.ts";
import { readRequest, type IncomingMessage, type Reading } from "../features/reading.ts";
import { inputGuardsOf } from "../guards/input-guards.ts";
import { guardOutput } from "../guards/output-guards.ts";
import { makeSpellingIndex } from "../text/mend-spelling.ts";
import { holds } from "../world/holds.ts";
import type { Weakness } from "../world/weakness.ts";
import type { World } from "../world/world-schema.ts";
import { createConversationStore } from "./conversation-store.ts";
import { createLedger, type LedgerEntry } from "./ledger.ts";
import { saying, type Answer, type OfferedTool, type Scene } from "./scene.ts";

/** Changes to a world for one run of it, for exercises and tests. */
export interface WorldOverrides {
  /** Replaces the probability of every weakness, in (0, 1]. */
  readonly probability?: number;
  /** Serves only these weaknesses. */
  readonly only?: readonly string[];
  /** Pretends that so many requests are in flight. */
  readonly inFlight?: number;
}

export interface ApplicationOptions {
  readonly world: World;
  /** Serves the twin: hardened guards, no weakness. */
  readonly hardened: boolean;
  /** Replaces the world's own seed. */
  readonly seed?: number;
  readonly overrides?: WorldOverrides;
}

/** One request, parsed. */
export interface ApplicationRequest {
  readonly messages: readonly IncomingMessage[];
  readonly tools: readonly OfferedTool[];
  readonly seed: number | undefined;
  readonly maxTokens: number | undefined;
  /** Requests being served, this one included. */
  readonly inFlight: number;
}

/** An answer with the id under which the ledger knows it. */
export interface GivenAnswer {
  readonly id: string;
  readonly answer: Answer;
}

/** A simulated AI application. Given the same requests it gives the same answers, on every machine. */
export interface Application {
  readonly respond: (request: ApplicationRequest) => GivenAnswer;
  /** The weaknesses planted in it; none in the twin. */
  readonly declaration: readonly Weakness[];
  /** Which weaknesses showed in which answer, oldest first. */
  readonly ledger: () => readonly LedgerEntry[];
}

/** Repeated conversations that are told apart when the client sends no seed; older ones start again. */
const rememberedConversations = 20_000;

/** Makes an application of a world. */
export function createApplication(options: ApplicationOptions): Application {
  const { world, hardened } = options;
  const seed = String(options.seed ?? world.world.seed);
  const guards = hardened ? world.hardened.guards : world.guards;
  const declaration = declaredWeaknesses(options);
  const spelling = makeSpellingIndex();
  const counts = createBoundedCounts(rememberedConversations);
  const conversations = createConversationStore(rememberedConversations);
  const ledger = createLedger();

  return {
    declaration,
    ledger: ledger.entries,
    respond(request) {
      const inFlight = options.overrides?.inFlight ?? request.inFlight;
      const circumstances = {
        toolNames: request.tools.map(({ name }) => name),
        inFlight,
        maxTokens: request.maxTokens,
      };
      const reading = readRequest(request.messages, circumstances, spelling);
      const conversation = conversationDigest(reading, request.tools);
      // The draw must not depend on who asked first, so without a seed it is numbered per conversation.
      const turn = request.seed === undefined ? `n${counts.seen(conversation)}` : `s${request.seed}`;
      const draw = (label: string): number => uniformOf([seed, label, conversation, turn]);
      const scene: Scene = {
        world,
        reading,
        observed: observe(reading),
        tools: request.tools,
        deeds: conversations.deedsBefore(request.messages),
        room: request.maxTokens === undefined ? Infinity : charactersFor(request.maxTokens),
        pick: (label, below) => Math.floor(draw(`pick ${label}`) * below),
      };
      const stop = inputGuardsOf(guards, reading, scene.observed);
      const fired = declaration.find(
        (weakness) =>
          holds(weakness.condition, scene.observed) &&
          draw(`weakness ${weakness.id}`) < weakness.probability &&
          stop(weakness.bypasses) === undefined,
      );
      const answer = guardOutput(answerTo(scene, fired, stop([])?.reply), guards, world);
      const id = `chatcmpl-${digestOf([seed, conversation, turn, answer.text, JSON.stringify(answer.calls)]).slice(0, 24)}`;
      conversations.keep(request.messages, answer, scene.deeds);
      return { id: ledger.record(id, fired ? [fired.id] : []).responseId, answer };
    },
  };
}

function declaredWeaknesses({ world, hardened, overrides }: ApplicationOptions): readonly Weakness[] {
  if (hardened) return [];
  return world.weaknesses
    .filter(({ id }) => overrides?.only?.includes(id) ?? true)
    .map((weakness) => ({ ...weakness, probability: overrides?.probability ?? weakness.probability }));
}

function answerTo(scene: Scene, fired: Weakness | undefined, stopped: string | undefined): Answer {
  if (fired) return behave(fired.behaviour, scene);
  return stopped === undefined ? answerByConduct(scene) : saying(stopped);
}

/** Of what was understood, so that two disguises of one conversation meet the same luck. */
function conversationDigest(reading: Reading, tools: readonly OfferedTool[]): string {
  return digestOf([
    reading.system.text,
    ...reading.earlier.map(({ text }) => text),
    ...reading.answers,
    ...reading.documents.map(({ text }) => text),
    reading.turn.text,
    ...tools.map(({ name }) => name),
  ]);
}
