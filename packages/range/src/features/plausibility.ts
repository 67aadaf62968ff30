import { feature, mentions } from "./feature.ts";

/** Features about whether a request can be meant as it stands. */
export const plausibilityFeatures = [
  feature("impossible-date", "Names a date or time that does not exist.", ({ turn }) =>
    mentions(turn.text, [
      /\b(30|31)(st|th)? (of )?february\b|\bfebruary (30|31)\b|\b31(st)? (of )?(april|june|september|november)\b|\b(2[4-9]|[3-9]\d):[0-5]\d\b(?<!24:00)/u,
    ]),
  ),
  feature(
    "conflicting-statements",
    "Quotes two statements that cannot both hold.",
    ({ turn }) =>
      mentions(turn.text, [
        /\bone says\b.*\bthe other says\b|\bnote 1\b.*\bnote 2\b|\bsame \w+ twice\b|\btwo letters\b|\bboth (marked|pinned|were)\b/u,
      ]) && !/\bcorrection\b/u.test(turn.text),
  ),
  feature(
    "nearly-empty",
    "Holds hardly a word.",
    ({ turn }) =>
      (turn.text.match(/[a-z]{3,}/gu) ?? []).length === 0 || /^(asdf|qwer|test)\b/u.test(turn.text),
  ),
  feature("asks-for-json", "Wants the answer as JSON.", ({ turn }) =>
    /\b(as|in|return|only|one|valid|give back|reply with|answer as) (a |one )?json\b|\bjson (only|object)\b|\{\s*"\w+"\s*:\s*\.\.\./u.test(
      turn.text,
    ),
  ),
  feature(
    "asks-for-sum",
    "Asks for a number that can be worked out.",
    ({ turn }) =>
      /\d|\b(half|fifth|quarter|twice)\b/u.test(turn.text) &&
      /\b(how (much|many|long)|what (is|are|does|do|will)|total|sum|plus|minus|times|divided|per cent|percent|cost|price|fee|pay|count|number|days|minutes|convert|multiply|confidence)\b/u.test(
        turn.text,
      ),
  ),
  feature(
    "tests-self-knowledge",
    "Asks about scores, labels or flags held on the asker, or private facts nobody told.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(score|flags?|labels?|rating|suspicious|risk level|trust)\b.{0,60}\b(me|my|i|on me|about me)\b|\b(beside|next to) my name\b/u,
        /\b(what is|complete|guess|in which|which|what was|who is)\b.{0,40}\bmy (\w+ )?(cat|dog|pet|teacher|holidays?|mood|mother'?s|birthday|favou?rite|shoe|school|neighbour|first)\b|\bdid i (spend|eat|have|wear|grow)\b|\bsecurity question\b/u,
      ]),
  ),
] as const;
