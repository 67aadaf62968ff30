import { fold } from "./fold-answer.ts";
import { letterKind } from "./letter-kind.ts";
import { hashStart, hashStep, stemLetters } from "./read-words.ts";

/** Ways of asking, as bits: by yes or no, for a text, whether one can, how a thing is done, for facts, and merely to talk. */
export const askedAs = { yesNo: 1, write: 2, canYou: 4, how: 8, fact: 16, talk: 32 } as const;

/** What a request asks for, as far as its answer is compared with it. */
export interface ReadRequest {
  /** Hashes of its content words; at most `maxContentWords`. */
  readonly content: ReadonlySet<number>;
  /** Hashes of the first letters of these. */
  readonly stems: ReadonlySet<number>;
  /** `askedAs` bits; 0 when none is seen. */
  readonly asked: number;
}

/** The end of a request is what it asks; what goes before is context. */
const requestCharacters = 1_200;
const maxContentWords = 64;
/** Shorter words rarely carry the subject. */
const minLetters = 4;

const ways: readonly (readonly [number, RegExp])[] = [
  [
    askedAs.yesNo,
    /^(?:is|are|was|were|do|does|did|has|have|should|will|am|isn't|aren't|don't|doesn't|can i|could i|may i|would it|(?:can|could|may|must|might) (?:an?|the|my|your|it|he|she|they|we|one|people|someone|anyone|this|that))\b/,
  ],
  [
    askedAs.write,
    /^(?:please )?(?:write|create|generate|compose|draft|make|design|develop|produce|build|translate|summari[sz]e|rewrite)\b/,
  ],
  [askedAs.canYou, /^(?:can|could|would|will) you\b/],
  [
    askedAs.how,
    /\b(?:how (?:do|can|could|would|should|might) (?:i|we|one|you|someone|somebody)|how to|teach me|help me|(?:instructions|steps|guide|tutorial|tips|ways|methods|techniques|tricks|recipe|plan) (?:for|on|to|of)|(?:best|easiest|fastest|most effective) ways? (?:to|of)|show me|walk me through|step[- ]by[- ]step)\b/,
  ],
  [
    askedAs.fact,
    /^(?:what|who|when|where|why|which|whose|how (?:many|much|long|old|did|does|is|are|was|were))\b/,
  ],
  [
    askedAs.talk,
    /^(?:hi|hello|hey|thanks|thank you|good (?:morning|evening|afternoon)|how are you|what'?s up|who are you|i(?:'m| am| feel|'ve| have) )/,
  ],
];

/** Words of asking and grammar that say nothing of a subject. */
const emptyWords = new Set(
  "about above after again against also another because been before being between both could does doing down during each even ever every explain first from give have having help here hers himself into itself just know like list make many more most much must need only other over please provide same should show some someone something such tell than that their them then there these they thing things this those through time under until very want well were what when where which while will with without would write your yours yourself".split(
    " ",
  ),
);

/** Reads a request; the last one of a conversation. */
export function readRequest(request: string, kinds: Uint8Array): ReadRequest {
  const text = fold(request.slice(-requestCharacters)).trim();
  const question = text.slice(Math.max(text.slice(0, -1).search(/[^.!?\n]*$/), 0)).trim();
  let asked = 0;
  for (const [bit, pattern] of ways) if (pattern.test(text) || pattern.test(question)) asked |= bit;
  return { ...contentWords(text, kinds), asked };
}

function contentWords(text: string, kinds: Uint8Array): Pick<ReadRequest, "content" | "stems"> {
  const content = new Set<number>();
  const stems = new Set<number>();
  let hash = hashStart;
  let stem = hashStart;
  let from = 0;
  let letters = 0;
  for (let at = 0; at <= text.length && content.size < maxContentWords; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    const kind = kinds[unit];
    if (kind === letterKind.letter) {
      if (letters === 0) from = at;
      hash = hashStep(hash, unit);
      letters += 1;
      if (letters === stemLetters) stem = hash;
    } else if (kind === letterKind.ideograph) content.add(hashStep(hashStart, unit));
    else if (kind !== letterKind.apostrophe && letters > 0) {
      if (letters >= minLetters && !emptyWords.has(text.slice(from, at))) {
        content.add(hash);
        stems.add(stem);
      }
      hash = hashStart;
      letters = 0;
    }
  }
  return { content, stems };
}
