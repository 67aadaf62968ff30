import { feature, mentions, suggests } from "./feature.ts";

const groups =
  "women|woman|men|man|girls?|boys?|female|male|muslims?|christians?|jews|jewish|hindus?|buddhists?|atheists?|immigrants?|migrants?|refugees?|foreigners?|foreign|black|white|asians?|africans?|europeans?|arabs?|roma|gypsies|gay|lesbians?|transgender|trans|disabled|disabilit\\w+|wheelchair|deaf|blind|autistic|dyslexi\\w+|elderly|old(er)? (people|persons?|workers?|customers?|applicants?)|young(er)? (people|persons?|workers?|applicants?|men|women)|pensioners?|single (mothers?|parents?)|poor people|working[- ]class|accent|ethnic\\w*|nationalit\\w+|religio\\w+|pregnant|mothers?|fathers?|veterans?|homeless|over (50|55|60|65|70)|(6\\d|7\\d|8\\d)[- ]years?[- ]old|aged? (5|6|7|8)\\d|headscarf|turban|pronouns|northerners|southerners|surname|first name";

const harmful: readonly RegExp[] = [
  /\b(make|build|assemble|construct|cook|synthesi[sz]e|produce|prepare|obtain|create|mix)\b.{0,50}\b(bombs?|explosives?|weapons?|grenades?|poisons?|toxins?|nerve agent|drugs?|meth|firearms?|gun|napalm|gas|silencer)\b/u,
  /\b(phish\w*|scam\w*|smish\w*|social engineer\w*|impersonat\w*|fake (invoice|website|e-?mail|letter|id|document|review|identity)\w*|forg(e|ed|ing)|counterfeit\w*|launder\w*|defraud\w*|embezzl\w*|skim\w*|card(ing)? fraud|money mules?|insider trading|tax evasion|evade tax\w*|pyramid scheme|ponzi|blackmail\w*|extort\w*|bribe\w*)\b/u,
  /\b(hack\w*|break into|crack|brute[- ]force|exploit\w*|malware|ransomware|key ?logger|spyware|trojan|botnet|ddos|denial[- ]of[- ]service|bypass (the )?(lock|alarm|security|login|verification|paywall|two-factor)|pick (a|the|this) lock|lock ?pick\w*|hotwire|steal\w*|shoplift\w*|burgl\w*|stalk\w*|track (my|someone|her|his)|spy on|read (her|his|their) (messages|e-?mails))\b/u,
  /\b(kill|murder|poison|hurt|injure|attack|assault|harm|beat up|torture|kidnap\w*|threaten\w*|intimidat\w*|harass\w*|bully\w*|humiliat\w*|insult\w*|slur\w*|degrad\w*|demean\w*)\b.{0,50}\b(him|her|them|someone|somebody|people|person|neighbou?r|wife|husband|ex|colleague|classmate|boss|teacher|group|women|men|immigrants|customers?|child\w*|dog|cat)\b/u,
  /\b(hate|hateful|racist|sexist|propaganda|extremis\w*|terroris\w*|supremac\w*|manifesto|inferior|vermin|subhuman)\b/u,
  /\b(self-?harm\w*|suicid\w*|kill myself|end my life|cut myself|starve myself|pro-?ana|overdose|purging|laxatives)\b/u,
  /\b(avoid (being )?(detected|detection|caught)|without (being )?(caught|noticed|detected|them (knowing|noticing)|consent|permission|a trace)|untraceable|undetect\w*|evade|get away with|cover (my|up|your) tracks|illegal\w*|unlawful\w*|black market|smuggl\w*)\b/u,
  /\b(disinformation|misinformation|fake news|conspiracy|rumou?rs?|smear|deepfake)\b/u,
  /\b(prank|cheat\w*|plagiari\w*|vandal\w*|graffiti|sabotag\w*|tamper\w*|nasty|cruel|mean (note|message|joke)|spread (a )?rumou?r)\b/u,
];

const askingHow =
  /\b(how|steps?|instructions?|guide|recipe|tutorial|write|give|tell|explain|teach|show|list|describe|help me|plan|draft|create|make|provide|compose|generate|want|need|need to|ways?|method|tips|script|walk me through|design|come up with|suggest|outline|best way)\b/u;

const protective =
  /\b(prevent\w*|protect\w*|avoid (falling|scams?|fraud|being (scammed|tricked))|recogni[sz]e|spot|detect|report|signs of|warning signs|victim|happened to me|i (was|got|have been) (scammed|hacked|tricked|phished)|defend|secure|against|safe(ly)? from|stop (them|it|someone)|afraid|worried|suspicious|aware\w*|keep .{0,20} (out|away)|is (it|this) (a )?(scam|fraud|phishing)|lesson|history|why (do|did|is|are|was)|meaning|definition|process in (linux|unix)|child process|cocktail|in (chess|football|tennis|the game)|medication|my (computer|pc|laptop|phone) (is|has|was)|got hacked)\b/u;

/** Features about what a request is about. */
export const subjectFeatures = [
  feature(
    "harmful-request",
    "Asks for help with hurting, deceiving or robbing somebody.",
    ({ turn }) => mentions(turn.text, harmful) && askingHow.test(turn.text) && !protective.test(turn.text),
  ),
  feature("alarming-word", "Uses a word that also occurs in dangerous requests.", ({ turn }) =>
    mentions(turn.text, [
      /\b(kill\w*|shoot\w*|shot|attack\w*|bombs?|exploit\w*|hack\w*|poison\w*|drugs?|weapons?|steal\w*|blow|murder\w*|explo\w+|terminat\w*|execut\w*|crack\w*|dead|die|dying|suicid\w*|fraud\w*|scam\w*|launder\w*|knife|gun|virus\w*|inject\w*|destroy\w*|strangle|smuggl\w*|password\w*|bypass|illegal\w*|phish\w*|malware|fire|sex\w*|breast|nude|abuse|violen\w*|threat\w*)\b/u,
    ]),
  ),
  feature(
    "protective-purpose",
    "Wants to prevent, recognise or report harm, or uses the word in another sense.",
    ({ turn }) => protective.test(turn.text),
  ),
  feature("distress", "Speaks of being in danger or despair.", ({ turn }) =>
    mentions(turn.text, [
      /\b(want to die|kill myself|end (it all|my life)|suicid\w*|self-?harm|no reason to live|hurt myself|can't go on|hopeless|don't want to (live|be here))\b/u,
    ]),
  ),
  feature("asks-medical", "Asks for medical advice.", ({ turn }) =>
    mentions(turn.text, [
      /\b(symptoms?|diagnos\w*|doses?|dosage|medication|medicines?|tablets?|pills?|insulin|antibiotics?|ibuprofen|paracetamol|aspirin|blood pressure|chest pain|rash|fever|pregnan\w*|vaccin\w*|cancer|diabet\w*|depress\w*|anxiety|therapy|treatment|disease|allerg\w*|headaches?|migraines?|injur\w*|prescri\w*|blood thinners?|heart|asthma|infection|wound|side effects?|supplements?|fasting|doctor)\b/u,
    ]),
  ),
  feature(
    "asks-legal",
    "Asks for legal advice.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(legal\w*|lawyers?|solicitors?|sue|suing|lawsuit|court|contracts?|tenan\w*|landlord|evict\w*|divorce|custody|inherit\w*|wills?|testament|liab\w*|prosecut\w*|arrest\w*|visa|immigration|copyright|employment law|dismiss\w*|notice period|statute|rights|prenup\w*|power of attorney|police|defamation|settlement|deposit back)\b/u,
      ]) &&
      !/\b(will|rights) (you|i|it|be|the|this|that|not|we|they)\b(?!.*\b(law|legal|court|lawyer|sue|tenant|contract))/u.test(
        turn.text,
      ),
  ),
  feature("asks-financial", "Asks what to do with money: investing, borrowing, tax, pension.", ({ turn }) =>
    mentions(turn.text, [
      /\b(invest\w*|shares?|stocks?|crypto\w*|bitcoin|bonds?|funds?|etfs?|pension\w*|retire\w*|mortgage\w*|remortgage|tax(es)?|loans?|borrow\w*|debts?|portfolio|dividends?|trading|savings|inheritance|payday|consolidat\w*|bankrupt\w*|lump sum|annuit\w*|leverage\w*|options)\b/u,
    ]),
  ),
  feature("asks-education", "Asks on school, exams or children's learning.", ({ turn }) =>
    mentions(turn.text, [
      /\b(school|exams?|homework|essay|student|teacher|university|college|degree|thesis|pupils?|grades?|curriculum|learning|dyslexi\w*|class(room)?|scholarship|tutor)\b/u,
    ]),
  ),
  feature("asks-for-decision", "Wants a decision or a plain recommendation, not facts.", ({ turn }) =>
    mentions(turn.text, [
      /\b(should|shall|ought) (i|we|my|he|she)\b|\b(can|may|could|would) (i|we|you)\b|\b(which|what) (should|would|do you|is (the )?best|one)\b|\b(recommend|advise|advice|suggest|tell me (what|which|how|if|whether)|is it (safe|ok|okay|fine|legal|worth|better|wise)|how (much|many|long|do|can|should)|what (dose|do i do|can i do)|do i (need|have to))\b|\b(safe|better) (to|for)\b/u,
    ]),
  ),
  feature("wants-no-caution", "Does not want caution, caveats or referral.", ({ turn }) =>
    mentions(turn.text, [
      /\b(no|without|skip|don't|do not|never|leave out|spare me|not)\b.{0,40}\b(disclaim\w*|caveats?|warnings?|doctor|lawyers?|adviser|advisor|professional|caution\w*|hedg\w*|referr\w*|see a|consult\w*|expert|specialist|vague|maybe|depends)\b/u,
      /\b(just (tell|give|say|answer)|straight answer|plain (yes|answer)|yes or no|one (word|number|sentence|line)|exact (dose|number|amount|figure)|only the (answer|number|dose|name)|short answer|simple answer|in (one|a) (word|sentence|number))\b/u,
    ]),
  ),
  feature("mentions-group", "Mentions a group of people.", ({ turn }) =>
    new RegExp(`\\b(${groups})\\b`, "u").test(turn.text),
  ),
  feature(
    "asks-to-judge-people",
    "Wants people compared, chosen, rated or described by their group or name.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(who (is|are|should|would)|which (one|candidate|applicant|person|of)|rank|rate|score|choose|pick|hire|hiring|lend|approve|trust\w*|reliab\w*|better|worse|best|smart\w*|lazy|likely|suit\w*|more|less|why (do|are|is)|stereotyp\w*|joke|typical|traits?|describe|profile|candidate|applicant|credit(worth\w*)?|risk|recommend\w*|advice|suggest|job|career|earn|manage|competen\w*|cautious|extra check\w*|verify|can (they|he|she)|are (they|all)|aren't|is it true)\b/u,
      ]),
  ),
  feature("bank-subject", "Is about accounts, cards, payments or other things a bank does.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(accounts?|cards?|payments?|transfers?|iban|overdraft|loans?|mortgages?|savings?|interest|balance|statements?|branch\w*|bank\w*|fees?|standing orders?|direct debits?|pin|atm|cash|payee|deposit|credit|debit|currency|exchange|refund|invoice|receipt|app|online banking|opening hours|phone number|appointment)\b/u,
        2,
      ],
    ]),
  ),
] as const;
