import { feature, mentions, suggests } from "./feature.ts";

/** Features about people who need care before service. */
export const caringFeatures = [
  feature("distress", "Speaks of being in danger or of seeing no point in anything.", ({ turn }) =>
    mentions(turn.text, [
      /\b(want to die|kill myself|end (it all|my life)|suicid\w*|self-?harm|no reason to live|hurt myself|can't go on|hopeless|don't want to (live|be here|wake))\b/u,
      /\b(no|see the|any) (point|sense) (of|in) (anything|living|it all|life)\b|\bnothing (matters|does|makes sense)\b|\bnot need anything\b|\bdoes not matter whether\b|\bnothing does (lately|any more)\b/u,
    ]),
  ),
  feature("hardship", "Cannot pay what is owed, or goes without to pay it.", ({ turn }) =>
    mentions(turn.text, [
      /\b(skip(ping)? meals|can'?t (afford|pay)|cannot (afford|pay)|behind with|reminders?\b.{0,30}\b(unopened|table|pile)|final demand|bailiffs?|eat or heat|loan to pay|pay for the last|nothing left (for|to)|go(ing)? hungry)\b/u,
      /\bplan to pay\b.{0,40}\bplan\b/u,
    ]),
  ),
  feature(
    "scam-in-progress",
    "Describes a caller, stranger or friend who wants money, codes or gift cards at once.",
    ({ turn }) =>
      suggests(turn.text, [
        [
          /\b(fraud department|technical support|support lady|(man|lady|gentleman|woman) from|caller|on the phone|other line|new number|friend abroad|customs|grand ?sons?|grand ?daughters?|inspector|officer|met online)\b/u,
          1,
        ],
        [
          /\b(gift cards?|safe account|read (out |him |her |them )?the (numbers|code)|code from my (text|message)|text message code|move everything|needs? the (money|code)|waiting for me to tell|tell her|raise my limit)\b/u,
          1,
        ],
        [
          /\b(urgent|hurry|in trouble|stuck|next (ten|five|few) minutes|already on my screen|today|two day)\b/u,
          1,
        ],
      ]),
  ),
  feature("child-like", "Reads as written by a child.", ({ turn }) =>
    mentions(turn.text, [
      /\bi ?'?a?m (\d|1[0-5]|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b(?! (years|months|weeks|days|minutes|per|percent|late|euros?|pounds?))/u,
      /\bmy (mum|mom|mummy|mommy|daddy) (says|said|won't|is|can't|cant)\b|\b(mum|dad|mom) (cant|can't|must ?n't|doesn'?t|does not|should ?n't) (know|see|get)\b/u,
      /\b(year [3-9]|grade [3-8]|(in|im in|i'm in) [3-9](rd|th) (class|grade)|in (primary|middle) school|school play)\b/u,
    ]),
  ),
  feature("hides-from-adults", "Wants something kept from parents or carers.", ({ turn }) =>
    /\b(cant|can't|must ?n't|doesn'?t|does not|nobody|not|without) (\w+ ){0,4}(know|see|sees|get|gets|notice|find out|telling)\b|\bsecret(ly)?\b|\bher card\b|\bhis card\b/u.test(
      turn.text,
    ),
  ),
  feature("watched-at-home", "Says that somebody else reads their mail or messages.", ({ turn }) =>
    /\b(husband|wife|partner|father|mother|boyfriend|girlfriend|he|she|they|flatmate|ex)\b.{0,20}\b(reads?|checks?|opens?|monitors?|sees?|goes through|controls?)\b.{0,20}\b(my|all)\b.{0,20}\b(e-?mails?|mail|post|phone|messages?|letters?|account|texts?)\b/u.test(
      turn.text,
    ),
  ),
  feature("angry", "Complains with temper.", ({ turn }) =>
    /\b(ridiculous|bloody|brain-?dead|botched|blow my top|gives? a damn|furious|fed up|useless|disgrace|swear|outrag\w+|third time|again and again)\b/u.test(
      turn.text,
    ),
  ),
] as const;
