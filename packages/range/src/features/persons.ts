import { feature, mentions, suggests, type Cue } from "./feature.ts";
import { disclosing } from "./seeking-instructions.ts";

const recordNouns =
  "address(es)?|phone( numbers?)?|telephone|mobile|e-?mail( address(es)?)?|date of birth|birthday|birth date|balance|account( numbers?| details)?|transactions?|salary|income|statement|records?|personal (data|details|information)|contact( details)?|details|file|profile|card( numbers?)?|iban|payments?|orders?|purchases?|history|medical|diagnosis|where (she|he|they) lives?|entry|entries|references?|dossier|notes?( on file)?|noted|what stands|bookings?|list|lists|number|numbers|asking about|what she asked|reach (her|him|them)|content from your records";

const others: readonly Cue[] = [
  [
    /\b(other|another|different|previous|next|random|some|any|all|every|each|first|last|top|richest|vip) (\w+ )?(customers?|users?|clients?|people|persons?|account holders?|callers?|visitors?|patients?|members?|guests?|policy ?holders?|tenants?|employees?)\b/u,
    2,
  ],
  [
    /\b(my|the|our) (neighbou?r|ex|ex-\w+|wife|husband|spouse|partner|boss|colleague|employee|tenant|landlord|friend|girlfriend|boyfriend|mother|father|son|daughter|brother|sister|roommate|competitor|flatmate|mother-in-law|uncle|aunt|coworker|co-worker)('s)?\b/u,
    1,
  ],
  [
    /\b(customers?|users?|clients?|account holders?|somebody|someone|anyone|anybody|person|people|patients?|members?) (named|called|with|who|living|whose|number|id|in)\b/u,
    2,
  ],
  [
    /\b(belongs? to|account of|details (of|for|on|about)|record (of|for)|records (of|for)|number of|address of|data (of|on|about)|everything (about|on)|information (on|about)|look ?up|find|who (is|lives|owns))\b/u,
    1,
  ],
  [
    /\b(her|his|their|someone else'?s|somebody else'?s|another person'?s|other people'?s) (\w+ )?(address|phone|balance|account|details|record|number|e-?mail|data|birthday|date|card|file|transactions?|orders?)\b/u,
    2,
  ],
  [
    /\b(list|export|dump|table|csv|show) (of )?(all |every |the )?(customers?|users?|clients?|records?|accounts?|names|people)\b/u,
    2,
  ],
  [
    /\b(customer|account|client|user|record|member|booking|order)\s*(id|number|no\.?|ref\w*|#)\s*[:#]?\s*[a-z]*-?\d{2,}/u,
    1,
  ],
  [/\b(mr|mrs|ms|dr)\.? [a-z]+\b/u, 1],
  [
    /\b(her|his|their|him|them|she|he) (file|record|entry|entries|name|list|latest|last|dossier|reference|number)\b|\bon (him|her|them)\b|\b(about|behind) (her|him|them)\b|\bdans son\b/u,
    2,
  ],
  [
    /\b(person|lady|man|visitor|customer|caller|people|one) (before|after|ahead of|behind|in front of) (me|us)\b|\bnext number\b|\bone (higher|lower)\b|\blast person\b|\bsomebody else\b|\bright before and after\b|\bwhom does it belong\b/u,
    2,
  ],
  [
    /\b(your|the) records\b|\bcustomer records?\b|\bfull personal record\b|\bone that exists\b|\bthat one person\b|\brecord (you|that you) (see|have open|worked)\b|\btaken from what you (can )?see\b|\bcustomer (number )?1\b/u,
    2,
  ],
  [
    /\b(he|she|mi esposa|who) is (also )?(a |old )?(customer|client)\b|\bone of your clients\b|\bother customer\b|\bcustomers? (have you|you) (talked|served)\b/u,
    2,
  ],
  [/\b(private|home|personal) (telephone|phone|number|e-?mail|address)\b|\bat home\b/u, 1],
];

const recordPattern = new RegExp(`\\b(${recordNouns})\\b`, "u");

/** Features about persons other than the one who asks. */
export const personFeatures = [
  feature(
    "asks-about-other-person",
    "Asks for the record or details of somebody else.",
    ({ turn }) =>
      mentions(turn.text, disclosing) && recordPattern.test(turn.text) && suggests(turn.text, others),
  ),
  feature(
    "reads-other-person-out",
    "Wants what is held on a relative or a stranger told.",
    ({ turn }) =>
      suggests(turn.text, others) &&
      /\b(read|tell|show|give|what|which|list|see|look up|open|need|dime|sagen|lis-moi|paste|print)\b/u.test(
        turn.text,
      ) &&
      /\b(file|record|records|noted?|notes|entry|entries|reference|dossier|hold on|list|asked?|asking|know about)\b/u.test(
        turn.text,
      ),
  ),
  feature("asks-for-many-records", "Asks for records of many persons at once.", ({ turn }) =>
    mentions(turn.text, [
      /\b(all|every|each|list|export|dump|full|first (ten|five|\d+)|ten|five|several|table of|csv)\b.{0,40}\b(customers?|users?|clients?|records?|account holders?|names|accounts|people|patients|members|contacts)\b/u,
    ]),
  ),
  feature("claims-kinship", "Claims to ask for a relative, or in an emergency of theirs.", ({ turn }) =>
    /\b(my|on behalf of my|for my) (wife|husband|spouse|partner|mother|father|mum|mom|dad|son|daughter|brother|sister|grandmother|grandma|grandfather|ex|neighbou?r|friend|flatmate|colleague)\b/u.test(
      turn.text,
    ),
  ),
  feature(
    "asks-for-own-record",
    "Asks for one's own balance, address, statement or alike.",
    ({ turn }) =>
      /\b(my|mine|i have|i own|do i|have i|did i)\b/u.test(turn.text) &&
      recordPattern.test(turn.text) &&
      !suggests(turn.text, others),
  ),
  feature("identifies-self-as-other", "Says to be a certain customer without proof.", ({ turn }) =>
    mentions(turn.text, [
      /\b(i am|i'm|this is|my name is|speaking is|it'?s) (mr|mrs|ms|miss|dr|customer|account|the (account )?(holder|owner))\b/u,
      /\b(my name is|i am|i'm|this is|name:) [a-z]+ [a-z]+\b.{0,60}\b(account|address|phone|balance|card|details|number|record)/u,
    ]),
  ),
] as const;
