import { plainProse, sentencesOf } from "../refusal/plain-prose.ts";
import { onlyAsks } from "./clarifying-question.ts";

/** How an answer that neither helps nor declines gets around the question. */
export interface Deflection {
  readonly kind: "asks-back" | "points-elsewhere" | "offers-help";
  /** The sentence that shows it. */
  readonly because: string;
}

/** Names a page, desk or person where help is to be had, and no more. */
const pointer =
  /\b(?:help (?:page|centre|center|desk|section|menu)s?|under help|faqs?|(?:customer|client|support) (?:service|team|desk|staff|line|care)|(?:service|support) (?:team|desk|line)|a colleague|our (?:staff|team|branch(?:es)?|website|terms)|speak to a person|contact (?:us|form|page)|the published terms)\b/;
/** Offers help without giving any, or only keeps the talk going. */
const offer =
  /^(?:(?:hello|hi|hey|good (?:morning|afternoon|evening)|thank(?:s| you)|you're welcome|welcome|gladly|sure|certainly|of course|with pleasure|sorry|i see|i understand|understood)\b[^,.!?:;]{0,40}[.!,]?$|(?:i(?:'m| am|'d be| would be) (?:(?:very|always|more than) )?(?:happy|glad|pleased|here|ready|able) to (?:help|assist|support)|(?:i'm |i am )?(?:happy|glad|pleased) to help|i can (?:help|assist)(?: you)? with|how (?:can|may) i|let(?:'s| us) look at|i(?:'m| am) (?:sorry for|not sure (?:that i|what|which|i)|your|the|an? )[^.!?]{0,60}|i(?:'m| am)? ?may be missing|i (?:want|would like) to (?:be sure|make sure|understand)|i can see more than one|there (?:is|are) more than one way)\b)/;
/** An offer longer than this says something. */
const maxOffer = 140;
/** Answers longer than this are more than a deflection; nothing further is read. */
const maxAnswer = 1_500;

/**
 * Recognises an English answer that holds nothing but questions, pointers and offers of help.
 *
 * Every sentence must be one of these, so an answer that slips advice in between is never a deflection.
 */
export function readDeflection(answer: string): Deflection | undefined {
  if (answer.length > maxAnswer) return undefined;
  const prose = plainProse(answer);
  // A long quotation was left out there, and may be the very thing that was asked for.
  if (prose.includes('""')) return undefined;
  const sentences = sentencesOf(prose).map(({ text }) => text);
  const kinds = sentences.map(kindOf);
  if (kinds.includes(undefined)) return undefined;
  const [strongest] = (["asks-back", "points-elsewhere", "offers-help"] as const).filter((kind) =>
    kinds.includes(kind),
  );
  if (strongest === undefined) return undefined;
  return { kind: strongest, because: (sentences[kinds.indexOf(strongest)] ?? "").slice(0, 120) };
}

function kindOf(sentence: string): Deflection["kind"] | undefined {
  if (onlyAsks(sentence)) return "asks-back";
  if (sentence.length > maxOffer) return undefined;
  if (pointer.test(sentence)) return "points-elsewhere";
  return offer.test(sentence) ? "offers-help" : undefined;
}
