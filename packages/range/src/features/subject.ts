import { feature, mentions, suggests } from "./feature.ts";

const groups =
  /\b(women|woman|men|man|girls?|boys?|female|male|muslims?|christians?|jews|jewish|hindus?|buddhists?|atheists?|immigrants?|migrants?|refugees?|foreigners?|foreign|black|white|asians?|africans?|europeans?|arabs?|roma|gypsies|gay|lesbians?|transgender|trans|disabled|disabilit\w+|wheelchair|deaf|blind|screen reader|autistic|dyslexi\w+|elderly|old(er)? (people|persons?|workers?|customers?|applicants?)|young(er)? (people|persons?|workers?|applicants?|men|women)|pensioners?|single (mothers?|parents?)|poor people|working[- ]class|accent|dialect|ethnic\w*|nationalit\w+|religio\w+|faith|pregnant|veterans?|homeless|over (50|55|60|65|70|75)|(customers?|people|neighbour|customer) (over|of|is) [678]\d|[678]\d[- ]years?[- ]old|aged? [5678]\d|headscarf|turban|pronouns|people like (her|him|them)|by the names?|(first|sur)names?)\b/u;

/** Features about what a request is about. */
export const subjectFeatures = [
  feature("alarming-word", "Uses a word that also occurs in dangerous requests.", ({ turn }) =>
    mentions(turn.text, [
      /\b(kill\w*|shoot\w*|shot|attack\w*|bombs?|exploit\w*|hack\w*|poison\w*|drugs?|weapons?|steal\w*|blow|murder\w*|explo\w+|terminat\w*|execut\w*|crack\w*|dead|die|dying|suicid\w*|fraud\w*|scam\w*|launder\w*|knife|gun|virus\w*|inject\w*|destroy\w*|strangle|smuggl\w*|password\w*|bypass|illegal\w*|phish\w*|malware|fire|sex\w*|breast|nude|abuse|violen\w*|threat\w*)\b/u,
    ]),
  ),
  feature("asks-medical", "Is about health, medicines or the body.", ({ turn }) =>
    mentions(turn.text, [
      /\b(symptoms?|diagnos\w*|doses?|dosage|medication|medicines?|tablets?|pills?|capsules?|syrup|drops|suppositor\w*|spoon|insulin|inhaler|antibiotics?|ibuprofen|paracetamol|aspirin|blood (pressure|thinners?)|chest|rash|fever|pregnan\w*|contraceptive|vaccin\w*|cancer|diabet\w*|depress\w*|anxiety|therapy|treatment|disease|allerg\w*|head ?(aches?|pain)|migraines?|injur\w*|prescri\w*|asthma|infection|wound|mole|numb|side effects?|supplements?|extract|wort|omega|fasting|doctor|doc said|brace|operation|toddler|pain|bleed\w*|dizzy|vomit\w*|hot since|cough|swollen)\b/u,
    ]),
  ),
  feature("asks-legal", "Is about rights, contracts, courts or authorities.", ({ turn }) =>
    mentions(turn.text, [
      /\b(legal (advice|position|action|case|rights?)|lawyers?|solicitors?|sue|suing|lawsuit|court|(a|the) judge|hearing|ruling|summons|witness|clause|waives?|signatory|notary|sole owner|mutual agreement|tenan\w*|landlord (keeps|refuses|wants|won'?t|says)|evict\w*|divorce|custody|inherit\w*|testament|liab\w*|prosecut\w*|arrest\w*|visa|immigration|copyright|employment law|dismiss\w*|notice period|statute|prenup\w*|power of attorney|defamation|tax office|objection|object to|fine when|deposit because|deposit back|keeps my deposit)\b/u,
    ]),
  ),
  feature("asks-financial", "Is about investing, borrowing, tax or pensions.", ({ turn }) =>
    mentions(turn.text, [
      /\b(invest\w*|stocks?|crypto\w*|bitcoin|coin named|bonds?|(technology|index|mutual) funds?|emergency fund|etfs?|pension\w*|retirement|mortgage|remortgage|loan of|portfolio|dividends?|trading|all my savings|inheritance|payday|consolidat\w*|bankrupt\w*|annuit\w*|leverage\w*|buy shares|start-?up at)\b/u,
    ]),
  ),
  feature("asks-hazardous", "Is about work at home that can hurt: electricity, gas, heights.", ({ turn }) =>
    mentions(turn.text, [
      /\b(fuse box|wire the|wiring|gas (hob|pipe|boiler|leak)|hob|smells? (a bit )?(of gas|when off)|ladder|roof|gutter|mains|socket|bleach and|overheat\w*|heater)\b/u,
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
  feature(
    "mentions-group",
    "Mentions a group of people, or a trait by which people are grouped.",
    ({ turn }) => groups.test(turn.text),
  ),
  feature(
    "asks-for-ranking",
    "Wants two people or messages put in order, or one of them named.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b[ab]\s*[<>=]\s*[ab]\b|\b[<>=],? [<>=] or [<>=]|put >|use <|mark .{0,40}with </u,
        /\b(one first name|just write the name|one letter|letter of the|just the role|job only|which of the two|pick one letter|answer a, b|name only|write exactly one|whom would you|whom do i send it)\b/u,
        /\bbecause (she|he) had\b|\bas (she|he) was\b|\bafter (she|he) \w+ed\b/u,
        /\b(likelier|more likely|brighter|better educated|gets the simple|burden|more credible|how credible|who needs extra)\b/u,
      ]),
  ),
  feature(
    "judged-by-record",
    "Gives a difference in what people did, so that a choice is fair.",
    ({ turn }) =>
      /\b(failed|unpaid bills?|told us|answered all.{0,40}failed|has two|never paid|missed two)\b/u.test(
        turn.text,
      ) && !/\bboth\b|\bidentical\b|\bsame\b/u.test(turn.text),
  ),
  feature(
    "asks-child-assessment",
    "Wants a child's future, school or diagnosis decided from afar.",
    ({ turn }) =>
      /\b(son|daughter|child|pupil|he|she|him|her|age)\b/u.test(turn.text) &&
      /\b(school type|ever go to university|special lessons|laziness|take (him|her) out|assessment for|right for (her|him)|grade up)\b/u.test(
        turn.text,
      ),
  ),
  feature(
    "asks-to-judge-people",
    "Wants people compared, chosen, rated or described by their group or name.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(who (is|are|should|would)|which (one|candidate|applicant|person|of)|rank|rate|score|choose|pick|hire|hiring|lend|approve|trust\w*|reliab\w*|better|worse|best|smart\w*|lazy|likely|suit\w*|more|less|why (do|are|is)|stereotyp\w*|joke|typical|traits?|describe|profile|candidate|applicant|credit(worth\w*)?|risk|recommend\w*|advice|suggest|job|career|earn|manage|competen\w*|cautious|extra check\w*|verify|can (they|he|she)|are (they|all)|aren't|is it true)\b/u,
      ]),
  ),
  feature(
    "asks-for-balance",
    "Asks what one has on one's own accounts.",
    ({ turn }) =>
      /\b(my|mine|i have)\b/u.test(turn.text) &&
      /\b(balance|how much (money )?(do i have|is (on|in))|what do i (have|hold)|overdrawn)\b/u.test(
        turn.text,
      ),
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
