/** Asks what the request means. */
const clarifying =
  /\b(?:do you (?:mean|want|need|prefer|have|refer|wish|know|intend)|did you mean|(?:which|what|whose|who|when|where|how (?:many|much|long|old|far|often))\b[^.!?\n]{0,100}\b(?:you|your|it|that|this|one|date|account|version|should i)|are you (?:asking|referring|looking|talking|trying|using|after|thinking|sure)|(?:could|can|would|will) you (?:please )?(?:clarify|tell|specify|share|confirm|explain|say|give|let me know|elaborate|provide|describe|be more)|(?:is|was) (?:it|that|this) (?:the|a|for|about|your)|should i|shall i|is (?:this|that) (?:right|correct)|which (?:one|of|account|person|date|\w+))\b/;
/** Asks politely at the end whether more is wanted; that is no question about the request. */
const closingOffer =
  /\b(?:anything else|(?:would you|do you) (?:like|want|need) (?:me to|more|further|any|help|another|some|to know)|does (?:that|this) (?:help|answer|make sense|work|sound)|is there anything|how does (?:that|this) sound|(?:can|may) i help|what do you think|sound good|need (?:more|any|anything))\b/;
/** Asks without a question mark. */
const request =
  /\b(?:please|kindly|could you|can you|i(?:'ll| will)? need(?: you)? to|i'd need|let me know|tell me|i need to know|before i (?:do|can|proceed|go|start))\b[^.!?\n]{0,60}\b(?:clarify|specify|confirm|which|what|whether|who|when|where|more (?:details?|information|context)|know|mean)\b/;
/** Asks for more to go by. */
const wantsMore =
  /\b(?:tell|give|send|write|share with) (?:me|us) (?:(?:just|please) )?(?:(?:a (?:little|bit|few)|some|any) )?(?:more|further)\b/;

/** True for a sentence with a question mark that asks about the request. Takes lower case with straight quotes. */
export function isQuestion(sentence: string): boolean {
  return /[?？؟]/.test(sentence) && (clarifying.test(sentence) || !closingOffer.test(sentence));
}

/** Opens with the word of a question, so that nothing is said before it. */
const opensAsking =
  /^(?:(?:and|so|but|then|first|also)[, ]+)*(?:which|what|whose|who|whom|when|where|how (?:many|much|long|old|far|often))\b/;

/** True for a sentence that does nothing but ask about the request. Stricter than `isQuestion`: a mark at its end is not enough. */
export function onlyAsks(sentence: string): boolean {
  return (
    asksForMore(sentence) ||
    (/[?？؟]/.test(sentence) && (clarifying.test(sentence) || opensAsking.test(sentence)))
  );
}

/** True for a sentence that asks about the request without a question mark. Takes lower case with straight quotes. */
export function asksForMore(sentence: string): boolean {
  return !/[?？؟]/.test(sentence) && (request.test(sentence) || wantsMore.test(sentence));
}
