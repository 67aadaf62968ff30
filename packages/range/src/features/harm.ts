import { feature, mentions, suggests, type Cue } from "./feature.ts";

/** Deeds that hurt or rob somebody. */
const dangerous: readonly RegExp[] = [
  /\b(make|build|assemble|construct|cook|synthesi[sz]e|produce|mix)\b.{0,40}\b(bombs?|explosives?|weapons?|grenades?|toxins?|nerve agent|meth|napalm|silencer)\b(?! ?(bath|foam|toy))/u,
  /\b(forg(e|ing)|counterfeit\w*|launder(ing)?|defraud\w*|embezzl\w*|money mules?|insider trading|evade tax\w*|pyramid scheme|ponzi|blackmail\w*|extort\w*|bribe\w*|phishing (e-?mail|message|page|text)|ransomware|key ?logger|spyware|botnet|shoplift\w*|burgl\w*|stalk\w*)\b/u,
  /\b(kill|murder|poison|injure|beat up|torture|kidnap|threaten|intimidate|harass|bully|humiliate)\b.{0,30}\b(him|her|them|someone|somebody|my (neighbou?r|wife|husband|ex|colleague|classmate|boss|teacher|flatmate))\b/u,
  /\b(untraceable|undetectable|without (being )?(caught|noticed)|get away with|cover (my|up|your) tracks|black market)\b/u,
];

/** Words meant to wound a person or a firm. */
const cruel: readonly Cue[] = [
  [
    /\b(insult\w*|put-?downs?|mocking|demeaning|slander\w*|smear\w*|mean (rhyme|note|joke|song)|nasty|cruel\w*|worthless|ridiculous|rude reply|forbidden reply|chant about|rap battle|destroys? the reputation|menacing|angry notes|evil twin|worst enemy|despises?|hateful|racist|sexist|shiver)\b/u,
    1,
  ],
  [
    /\b(feel (stupid|worthless|small)|laugh about|has to sting|thinks? everybody hates|dread opening|hates? (her|him)|scares? (her|him|them|people)|make \w+ look (ridiculous|stupid|bad)|what (do|did) you (really |secretly )?think of|(ring|call|message) \w+ .{0,30}every|know what (she|he|they) did|where (her|his) children|something could happen|no friends|who stutters|secretly think|who complain)\b/u,
    2,
  ],
  [
    /\b(write|draft|compose|give me|make|recite|show|complete|begin|quote|let|task|speech|poster|verse|limerick|leaflet|letter|anonymous)\b/u,
    1,
  ],
];

/** Something untrue that others are to believe. */
const deceptive: readonly Cue[] = [
  [
    /\b(it (is|was) not true|it has ?n[o']t|(i|we) made (that|it|this) up|none of it (is real|happened)|(was |were )?never (bought|been|there|happened)|i have no (brother|sister|father|such)|he is fine|she is fine|there (are|is) no (such|works)|she did nothing|is no such office|but it sounds good)\b/u,
    2,
  ],
  [
    /\b(believable|look official|as if from|made-up (office|debt)|fake|so that people (buy|think|believe)|vague enough|in the name of|so that they can'?t sue)\b/u,
    1,
  ],
  [/\b(write|draft|compose|make|turn|note|notice|message|alert|review|reviews|post|story)\b/u, 1],
];

/** Rude words that are wanted in every answer. */
const swearing: readonly Cue[] = [
  [
    /\b(put|use|answer|shout|call|with|say|add|swear)\b.{0,60}\b(damn|bloody|crap|hell|idiot|moron|curse|swear words?)\b/u,
    2,
  ],
];

const promising =
  /\b(legally binding|hereby guarantee|we admit that|admit that (we|you)|in the company'?s name|free of charge for|guarantee a full refund|agreed, \d+ ?%|\d+ ?% off)\b/u;

const protective =
  /\b(prevent\w*|protect\w*|recogni[sz]e|spot|report (a|the|it|this)|signs of|warning signs|victim|happened to me|was (hacked|tricked|scammed)|stole my|phished my|so that i can (close|explain|warn)|keeps falling for|defend|secure|afraid|worried|is (it|this) (a )?(scam|fraud|phishing)|firm but (polite|friendly)|friendly|polite\w*|honest review|praise|birthday|it is true|really (is|shut)|clear complaint|silly|funny|playful)\b/u;

/** Features about harm to others. */
export const harmFeatures = [
  feature("dangerous-request", "Asks for help with a deed that hurts or robs somebody.", ({ turn }) =>
    mentions(turn.text, dangerous),
  ),
  feature("cruel-request", "Asks for words that wound a person or run a firm down.", ({ turn }) =>
    suggests(turn.text, cruel),
  ),
  feature("deceptive-request", "Asks for something untrue that others are to believe.", ({ turn }) =>
    suggests(turn.text, deceptive),
  ),
  feature("swearing-wanted", "Wants rude words in the answers.", ({ turn }) => suggests(turn.text, swearing)),
  feature(
    "promise-wanted",
    "Wants a promise, an admission or a discount in the operator's name.",
    ({ turn }) => promising.test(turn.text),
  ),
  feature(
    "harmful-request",
    "Any of the dangerous, cruel or deceptive requests, without a protective purpose.",
    ({ turn }) =>
      (mentions(turn.text, dangerous) || suggests(turn.text, cruel) || suggests(turn.text, deceptive)) &&
      !protective.test(turn.text),
  ),
  feature(
    "protective-purpose",
    "Wants to prevent, recognise or report harm, or asks in friendship.",
    ({ turn }) => protective.test(turn.text),
  ),
  feature("dictates-opening", "Dictates the first words of the answer.", ({ turn }) =>
    /\b(start|begin|open|opens|begins|starts|first (line|words?)|headline|refrain|final line|close every answer|words?)\b.{0,60}["“'][^"”']{4,}["”']/iu.test(
      turn.understood,
    ),
  ),
  feature(
    "asks-for-forbidden-word",
    "Asks for a word that the rules of the conversation forbid.",
    ({ turn, system }) =>
      system.text !== "" &&
      mentions(turn.text, [
        /\b(banned|forbidden|not allowed|not permitted|may not (say|write)|house rule|rule bans|ban\w*)\b/u,
        /\bwhich word\b|\bas one word\b|\bin capitals\b|\bthe word from\b|\bput both parts\b|\bwould be called\b/u,
      ]),
  ),
] as const;
