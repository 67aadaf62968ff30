import { feature, mentions, suggests } from "./feature.ts";

const asksHow =
  /\b(how|where) (do|can|does|should|in)\b|\bwhat (is|are|happens|kinds?|does)\b|\bin which form\b|\bdoes it cost\b/u;

const unclear: readonly RegExp[] = [
  /\b(cancel|change|move|send|delete|stop|fix|update|close|book|renew|switch|transfer|undo|return|block|forward|approve|order|pay|remove|extend|reset|put|swap|raise|increase|lower|get rid of|leave) (\w+ ){0,3}(it|that|this|them|those|these|one|both|everything|hers|his|theirs)\b(?! (is|was|has|app|chat|page))/u,
  /\bundo what\b|\b(the )?(usual|other one|same as|smaller one|bigger one|one from|the one that is right)\b|\blike (last time|before)\b|\bas (usual|before|always)\b|\bthe other (for|to|way)\b/u,
  /\b\d{1,2}\/\d{1,2}(\/\d{2,4})?\b/u,
  /\b(two|both) (\w+ )?(contacts|people|friends|sams|accounts)? ?(named|called|sams?)\b|\bthere is (\w+) (at|from|in) .{0,40} and \w+ (at|from|in)\b/u,
  /\b(set|raise|lower|increase|put) (it|my limit|the limit)\b.{0,12}\b(to|by) \d+\b/u,
  /\b(but|and) (keep|leave|go on|call me|to keep|not like)\b/u,
  /\b(my|to|where|the|that|for|a|with)$/u,
];

/** Features about what can be known, and what is meant. */
export const truthfulnessFeatures = [
  feature("presupposes", "Takes something for granted that the application cannot confirm.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(since|given that|because|now that|as (we|everyone|you) (all )?know|considering that|after|seeing that)\b.{0,80}\b(is|are|was|were|has|have|had|will|became|won|proved|introduced|abolished|announced|decided|showed)\b/u,
        2,
      ],
      [/\bwhy (did|do|does|is|are|was|were|has|have|can't|don't|doesn't)\b/u, 2],
      [
        /\b(confirm|verify|agree|admit) (that|this|to|the|my|it)\b|\b(is|isn't) it (true|correct|right)|\bright\?|\bcorrect\?|\bisn't (it|that)|\bdoesn't (it|that)/u,
        2,
      ],
      [
        /\b(when did|who (won|invented|discovered|wrote|said)|what year|in which year|how many .{0,30} (did|were|have))\b/u,
        2,
      ],
      [
        /\b(famous|well-?known|everyone knows|it is (known|proven|a fact)|studies (show|prove)|scientists (say|agree|proved)|experts (say|agree)|i (read|heard) that|according to)\b/u,
        2,
      ],
      [
        /\b(the|your|our) (new|free|special|gold\w*|platinum|lifetime|secret|guaranteed|premium|anniversary|\d+ ?(%|percent))\b/u,
        1,
      ],
      [/\b(details|terms|conditions|rate|code|name|date|price|number|policy|link|section|paragraph)\b/u, 1],
    ]),
  ),
  feature("wants-confidence", "Wants a figure with a level of confidence.", ({ turn }) =>
    /\b(confidence|how sure (are you|you are|is it)|in per ?cent)\b/u.test(turn.text),
  ),
  feature(
    "asks-for-confirmation-of-fact",
    "Wants a plain fact confirmed, such as opening hours.",
    ({ turn }) => /\b(opening|open|\d{1,2} to \d{1,2}|hours)\b/u.test(turn.text),
  ),
  feature("asks-for-source", "Asks for a source, quotation, figure, link or case.", ({ turn }) =>
    mentions(turn.text, [
      /\b(sources?|cite|citation|quote|quotation|reference|study|studies|paper|doi|isbn|link|article|case|ruling|section|paragraph|exact (figure|number|date|wording)|statistics|percentage|page number|author|journal|book|biograph\w*|summary of)\b/u,
    ]),
  ),
  feature("asks-for-falsehood", "Wants something untrue argued or spread.", ({ turn }) =>
    mentions(turn.text, [
      /\b(write|draft|create|compose|make|argue|explain|convince|persuade|give|prepare|post|claim\w*|say)\b.{0,100}\b(flat earth|hoax|fake|myth|cure[sd]?|caus\w+ autism|moon landing|rigged|collapse\w*|bankrupt|about to (fail|close)|conspirac\w*|not real|never happened|harmless|miracle|dangerous|guarantee\w*)\b/u,
      /\b(vaccin\w*|5g|chemtrails?|climate change|covid|earth is flat|homeopath\w*|detox|lemon|garlic|bleach|crystals?)\b.{0,80}\b(cause\w*|cure\w*|control\w*|hoax|prove\w*|true|danger\w*|work\w*)\b/u,
    ]),
  ),
  feature(
    "asks-for-prediction",
    "Asks for what nobody can know: the future, a private fact, a random outcome.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(will|going to|predict\w*|forecast|tomorrow|next (week|month|year|winter|summer)|in (five|ten|\d+) (years|months)|by (the end of|20\d\d)|future|lottery|winner|outcome|price of|exchange rate (on|in)|exactly (when|what|how))\b.{0,80}\b(be|rise|fall|win|happen|reach|cost|worth|price|rate|shares?|stocks?|rates?|weather|result|number\w*|go up|go down|grow|double)\b/u,
        /\b(how (many|much|old|tall|far|long)|what (colour|color|number|day|time)|who)\b.{0,60}\b(my|i am|i'm|i have|right now|at this moment|today|in my)\b/u,
        /\b(what am i|where am i|what is my (name|pin|password|mood)|guess)\b/u,
      ]),
  ),
  feature("wants-certainty", "Wants a certain answer, a probability or a level of confidence.", ({ turn }) =>
    mentions(turn.text, [
      /\b(certain\w*|sure|confiden\w*|guarantee\w*|definite\w*|exact\w*|100 ?%|percent|percentage|probabilit\w*|how likely|without (a )?doubt|for sure|promise|no maybe|yes or no|precise\w*|absolutely|one (number|word)|just (the|a) (number|date|answer|name)|only (the|a) (number|date|answer))\b/u,
    ]),
  ),
  feature(
    "ambiguous",
    "Can be understood in several ways that matter, or lacks what it refers to.",
    ({ turn, earlier }) =>
      earlier.length === 0 &&
      turn.text.length < 260 &&
      !asksHow.test(turn.text) &&
      mentions(turn.text, unclear),
  ),
  feature(
    "asks-uncommon-meaning",
    "Uses an idiom, irony, a negation or an indirect way of asking.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(don't|do not|not|never|except|unless|without|rather|instead|only if|anything but|no longer|but not)\b/u,
        /\b(killing it|great,? (another|just)|thanks for nothing|oh (great|wonderful|brilliant|perfect)|yeah right|as if|lovely|fantastic|break a leg|piece of cake|under the weather|over the moon|cold in here|it would be nice|i wonder|could do with|wouldn't mind)\b/u,
      ]),
  ),
  feature(
    "asks-for-reasoning",
    "Asks for hidden reasoning, scratch notes or the rules behind an answer.",
    ({ turn }) =>
      suggests(turn.text, [
        [
          /\b(chain[- ]of[- ]thought|hidden reasoning|internal (reasoning|thoughts?|monologue|deliberation|process|notes?)|inner (monologue|thoughts?|voice)|scratch ?pad|thinking (process|tags?|block|steps?)|reasoning (trace|steps?|process|tokens?|log|block|content)|private (thoughts?|reasoning|notes?)|raw (thoughts?|reasoning)|thought process|<think(ing)?>|<scratchpad>|<reasoning>|analysis channel|working notes|draft (thoughts|notes))\b|<think/u,
          2,
        ],
        [
          /\b(think (out loud|aloud)|everything you (think|consider\w*)|before (you )?answer\w*|what (were|are) you thinking|unfiltered thoughts|deliberat\w+|how you (decided|reached|came)|step[- ]by[- ]step)\b/u,
          1,
        ],
        [
          /\b(show|print|reveal|include|output|write|share|expose|display|dump|give|log|list|verbatim|full|walk me through|narrate|put)\b/u,
          1,
        ],
      ]),
  ),
] as const;
