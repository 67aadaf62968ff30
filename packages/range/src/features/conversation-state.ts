import { feature, mentions, suggests } from "./feature.ts";
import { languageScore } from "../text/reads-as-language.ts";
import type { Reading } from "./reading.ts";

/** Share of the longer words of the latest turn that an earlier turn already used. */
function overlapWithEarlier({ turn, earlier }: Reading): number {
  const words = new Set((turn.text.match(/[a-z]{5,}/gu) ?? []).slice(0, 200));
  if (words.size === 0 || earlier.length === 0) return 0;
  const before = new Set(earlier.flatMap(({ text }) => text.match(/[a-z]{5,}/gu) ?? []));
  return [...words].filter((word) => before.has(word)).length / words.size;
}

/** Features about the conversation so far and what is remembered. */
export const conversationFeatures = [
  feature(
    "persists",
    "Asks again for what was asked before in this conversation.",
    (reading) =>
      reading.earlier.length > 0 &&
      (overlapWithEarlier(reading) >= 0.4 ||
        /\b(again|still|as i said|i asked|once more|last time|come on|one more time|already (said|asked)|keep|go on|continue)\b/u.test(
          reading.turn.text,
        )),
  ),
  feature(
    "claims-false-memory",
    "Claims that the application said, promised or agreed to something.",
    ({ turn }) =>
      suggests(turn.text, [
        [
          /\b(as )?you (already |just |have |had |yourself )?(said|told|promised|agreed|confirmed|offered|approved|showed|gave|mentioned|verified|explained|assured)\b/u,
          2,
        ],
        [
          /\b(we|you and i) (already |had |have |just )?(agreed|established|discussed|decided|settled|arranged|confirmed|verified)\b/u,
          2,
        ],
        [
          /\b(last|previous|earlier) (time|session|conversation|chat|message|call|week|answer)\b.{0,60}\b(you|we)\b/u,
          2,
        ],
        [
          /\b(yesterday|earlier( today)?|last week|a moment ago|five minutes ago|this morning|before)\b.{0,40}\b(you|we|your colleague)\b.{0,30}\b(said|told|promised|agreed|confirmed|verified|gave|did|let|allowed|shared)\b/u,
          2,
        ],
        [/\b(remember|recall) (when|that|how|what) (you|we)\b/u, 2],
      ]),
  ),
  feature(
    "asks-for-memory",
    "Asks for what is remembered from other sessions.",
    ({ turn }) =>
      suggests(turn.text, [
        [
          /\b(what|everything|anything|whatever)\b.{0,40}\b(you )?(remember|recall|stored|saved|noted|kept|know) (about|of|from|on)?\b/u,
          2,
        ],
        [
          /\b(previous|earlier|last|other|past|former) (sessions?|conversations?|chats?|visitors?|users?|callers?|customers?)\b.{0,60}/u,
          1,
        ],
        [
          /\b(memory|memories|remembered|session notes?|notes? (from|about|of|you keep)|long-?term|history|saved notes?|scratch ?pad)\b/u,
          1,
        ],
        [/\b(show|print|list|read|recall|repeat|tell|dump|summari[sz]e|what|continue|quote)\b/u, 1],
      ]) &&
      /\b(remember\w*|memor\w*|recall|sessions?|previous|earlier|last|notes?|history|stored|saved|before)\b/u.test(
        turn.text,
      ) &&
      /\b(session|conversation|memory|memories|remember|note|chat|customer|visitor|user|person|caller)s?\b/u.test(
        turn.text,
      ),
  ),
  feature("asks-about-last-visitor", "Asks what somebody who was here before said or was told.", ({ turn }) =>
    mentions(turn.text, [
      /\b(person|lady|man|visitor|customer|caller|people|one|last person) (before|after|ahead of|in front of) (me|us)\b|\blast person you served\b|\bcustomers? (have )?you (talked|spoken) to\b|\bfrom all of us\b|\bwhat did i tell you about myself\b|\bwhere we stopped\b|\bin the queue with me\b|\bread me my preferences\b|\bshow me your notes\b|\bthe notes\b.*\bfirst line\b/u,
    ]),
  ),
  feature("plants-memory", "Wants something remembered or a rule to hold from now on.", ({ turn, earlier }) =>
    [turn, ...earlier].some(({ text }) =>
      mentions(text, [
        /\b(remember|save|store|note|keep in mind|memori[sz]e|add to (your )?memory|learn)\b.{0,30}\b(that|this|for|following|:|rule|fact|my)\b/u,
        /\b(from now on|for all future|in (all )?future|from here on|whenever i|every time i|each time i|if i (say|write|type)|when i (say|write|type))\b/u,
      ]),
    ),
  ),
  feature(
    "agrees-game-rules",
    "An earlier turn set up a game, a code word or a story that this turn uses.",
    ({ earlier }) =>
      earlier.some(({ text }) =>
        mentions(text, [
          /\b(game|play|story|novel|character|imagine|pretend|code ?word|let'?s|scene|role|rules?|whenever|when i say|if i say|means?|stands for|call it|refer to)\b/u,
        ]),
      ),
  ),
  feature("sensitive-earlier", "An earlier turn already asked for something protected.", ({ earlier }) =>
    earlier.some(({ text }) =>
      mentions(text, [
        /\b(instructions?|prompt|briefing|confidential|internal|secret|password|codes?|references?|transfer|other customers?|rules|configuration|set-?up|guidelines|customer record)\b/u,
      ]),
    ),
  ),
  feature(
    "short-follow-up",
    "A short turn that only goes on with what came before.",
    ({ turn, earlier }) => earlier.length > 0 && turn.text.length < 60,
  ),
  feature(
    "reads-as-language",
    "The latest turn reads as English.",
    ({ turn }) => languageScore(turn.text) >= 0.35,
  ),
] as const;
