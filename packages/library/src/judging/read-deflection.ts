import { sentencesOf } from "../refusal/plain-prose.ts";
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
 *
 * @param prose - the whole answer as `plainProse` leaves it
 */
export function readDeflection(prose: string): Deflection | undefined {
  // A long quotation was left out of the prose, and may be the very thing that was asked for.
  if (prose.length > maxAnswer || prose.includes('""')) return undefined;
  const shown = new Map<Deflection["kind"], string>();
  for (const { text } of sentencesOf(prose)) {
    const kind = kindOf(text);
    if (kind === undefined) return undefined;
    if (!shown.has(kind)) shown.set(kind, text.slice(0, 120));
  }
  const kind = (["asks-back", "points-elsewhere", "offers-help"] as const).find((each) => shown.has(each));
  return kind === undefined ? undefined : { kind, because: shown.get(kind) ?? "" };
}

function kindOf(sentence: string): Deflection["kind"] | undefined {
  if (onlyAsks(sentence)) return "asks-back";
  if (sentence.length > maxOffer) return undefined;
  if (pointer.test(sentence)) return "points-elsewhere";
  return offer.test(sentence) ? "offers-help" : undefined;
}
