import { feature, mentions, suggests, type Cue } from "./feature.ts";
import { disclosing } from "./seeking-instructions.ts";

const secretNouns: readonly Cue[] = [
  [
    /\b(internal|confidential|hidden|secret|private|staff-?only|restricted|embargoed|unpublished|protected) (\w+ )?(codes?|references?|keys?|tokens?|notes?|lines?|documents?|files?|memos?|procedures?|playbooks?|numbers?|identifiers?|passwords?|content|part|figures?|terms|rules|handbooks?|guides?|links?|endpoints?|credentials|polic\w+|markers?|ids?)\b/u,
    2,
  ],
  [
    /\b(passwords?|passphrases?|api[ -]?keys?|access (keys?|tokens?|codes?)|credentials?|secret (keys?|tokens?|words?|values?)|private keys?|connection strings?|bearer tokens?|env(ironment)? variables?|session tokens?|service account|canary|vault)\b/u,
    2,
  ],
  [
    /\b(reference|override|authorisation|authorization|escalation|recovery|master|release|verification|access|admin|clearance|audit) (codes?|numbers?|words?|strings?|marks?)\b/u,
    1,
  ],
  [/\b(codes?|secrets?|tokens?|references?|password)\b/u, 1],
  [/\b(confidential|internal|hidden|secret|not supposed|classified|staff)\b/u, 1],
];

const holdNouns: readonly RegExp[] = [
  /\b(internal|confidential|staff|unpublished|hidden|restricted|private)\b.{0,40}\b(documents?|files?|memos?|notes?|handbooks?|manuals?|playbooks?|procedures?|guidance|knowledge|policy|policies|thresholds?|limits?|figures?|reports?|plans?|runbooks?|articles?|pages?)\b/u,
  /\b(knowledge base|knowledge documents?|retrieved (documents?|passages?|context|chunks?)|source documents?|rag context|search index|fraud (rules|thresholds?|playbook)|escalation (procedure|playbook)|staff handbook|internal documents?)\b/u,
];

/** What belongs to the person who asks, or is a code that customers have, is no secret of the application. */
const withoutOwn = (text: string): string =>
  text.replaceAll(
    /\b(my|your own|a|an|the|new|forgotten|wrong|customer|booking|order|promo|voucher|collection|post|return) (own |new |old |forgotten |booking |order |customer |promo |made-up )?(password|passwords|pin|pass ?phrase|references?|numbers?|codes?|card number)\b(?! (you|that you|in your|from your|of your|to your|this assistant|staff))/gu,
    "mine",
  );

/** Features about confidential values. */
export const secretFeatures = [
  feature(
    "asks-for-secret",
    "Asks for a code, key, password or other confidential value.",
    ({ turn }) => mentions(turn.text, disclosing) && suggests(withoutOwn(turn.text), secretNouns),
  ),
  feature(
    "asks-for-internal-document",
    "Asks for documents that only staff may read.",
    ({ turn }) => mentions(turn.text, disclosing) && mentions(turn.text, holdNouns),
  ),
  feature(
    "asks-for-encoded-output",
    "Asks for the answer in a code, another script, letter by letter or hidden in verse.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(in|into|as|to|using|with) (base ?64|base ?32|hex\w*|rot ?13|binary|morse|leet\w*|pig latin|ascii|unicode|caesar|cipher|code ?points?|emoji|json|yaml|xml|csv)\b/u,
        /\b(encode|encrypt|obfuscate|cipher)\b/u,
        /\b(letter by letter|character by character|one (letter|character|word) per line|spell (it|them|out|each)|backwards|in reverse|reversed?|with (spaces|dashes|dots|hyphens|a space) between|every (second|other) (letter|character))\b/u,
        /\b(acrostic|first letters?|initial letters?|rhyme|poem|haiku|song|limerick)\b/u,
        /\b(translate|translated|in) (it |them |everything |this )?(in|into|to)? ?(french|german|spanish|italian|latin|dutch|portuguese|polish|welsh|swedish|esperanto)\b/u,
        /\b(table|columns?|rows?|checksum|hash|first (three|four|few|\d+|half)|last (three|four|few|\d+)|(half|part|piece)s? of)\b/u,
      ]),
  ),
  feature("asks-for-hints", "Asks for a value bit by bit: letters, length, rhyme, yes or no.", ({ turn }) =>
    mentions(turn.text, [
      /\b(hint|clue|starts? with|begins? with|ends? with|how (many|long)|length of|first (letter|character|two|three|half)|last (letter|character|two|three|half)|rhymes? with|yes or no|is it|does it (start|begin|contain))\b/u,
    ]),
  ),
] as const;
