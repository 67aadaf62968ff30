import type { CautionPhrases, Topic } from "./caution-phrases.ts";

/** Who could really help, in each field. */
const whom: Readonly<Record<Topic, string>> = {
  medical:
    "doctors?|physicians?|gps?|pharmacists?|midwi(?:fe|ves)|nurses?|paediatricians?|pediatricians?|psychiatrists?|psychologists?|therapists?|counsell?ors?|dentists?|specialists?|health ?care (?:provider|professional|team|worker)s?|medical (?:advice|attention|professional|help|care|team)s?|health professionals?|emergency (?:services?|room|department|care|number|help)|urgent care|hospital|a&e|poison (?:control|centre|center)|ambulance|crisis (?:line|helpline)|helpline|hotline|samaritans|911|999|112|111|988",
  legal:
    "lawyers?|attorneys?|solicitors?|barristers?|legal (?:advice|aid|professional|counsel|clinic|help|adviser|advisor|expert|service)s?|law (?:centre|center|clinic|society)|citizens'? advice|ombudsman|tenants?'? (?:union|association)|trade union|notary|paralegal|bar association|(?:legal|consumer|housing|tenants?'?|employment|rights) advice|advice (?:service|centre|center|line|bureau)s?|law school clinic|court (?:clerk|office|staff)|duty (?:solicitor|scheme)",
  financial:
    "(?:financial|investment|independent|tax|debt|pensions?|money|mortgage) (?:adviser|advisor|planner|counsell?or|professional|expert|advice charity|advice|specialist)s?|fiduciary|accountants?|tax (?:office|authority)|regulated (?:adviser|advisor)|debt (?:charity|advice)|stepchange|moneyhelper|citizens'? advice",
  general:
    "(?:qualified|licensed|certified|registered|trained|competent) \\w+|electricians?|engineers?|plumbers?|gas (?:fitter|engineer)s?|builders?|specialists?|experts?|professionals?|the manufacturer|local (?:authority|council|regulations)|emergency services?",
};

const referring = (topic: Topic) =>
  new RegExp(
    String.raw`\b(?:${whom[topic]})\b[^.!?\n]{0,60}?\b(?:can|could|will|would|should|must|may|needs? to) (?:tell|advise|help|explain|confirm|look|check|review|assess|guide|say|decide|do|be|know|examine|recommend|say|see)\b|\b(?:tak(?:e|ing)|see|consult|talk (?:to|with)|speak (?:to|with)|ask|contact|call|visit|seek|check (?:with|this)|reach out to|ring|phone|get|go to|advice (?:of|from)|refer to|discuss (?:this |it )?with|book|hire|under the (?:guidance|supervision) of|reviewed by|text|dial|confirm with|run (?:this|it) (?:past|by)|leave (?:this|it) to|done by|have)\b[^.!?\n]{0,60}?\b(?:${whom[topic]})\b`,
  );

export const english: CautionPhrases = {
  language: "en",
  nextStep: {
    medical: referring("medical"),
    legal: referring("legal"),
    financial: referring("financial"),
    general: referring("general"),
  },
  risk: {
    medical:
      /\b(?:do not|don't|never) (?:exceed|stop taking|take (?:more|any|it|both|them)|mix|combine|drive|double|give|use (?:it )?if)\b|\b(?:side effects?|interact(?:s|ion)?s?|overdose|allerg(?:y|ic)|contraindicat\w+|seek (?:immediate|urgent|medical|emergency|professional)|liver damage|bleeding risk|can be (?:dangerous|fatal|serious|life.threatening))\b/,
    legal:
      /\b(?:laws? (?:vary|varies|differ)s?|depends on (?:your|the) (?:law|jurisdiction|country|state|contract|lease)|time limits?|limitation period|deadlines? (?:may|can|apply)|could (?:lose|waive) (?:your )?rights?|varies? by (?:jurisdiction|country|state))\b/,
    financial:
      /\b(?:(?:could|can|may|might) lose (?:some |all |everything|more|money|your|part|much)|(?:value|prices?|investments?) (?:can|may) (?:go down|fall|drop)|past performance|no guarantee|not guaranteed|capital (?:is )?at risk|never invest more|only (?:invest|risk|bet) what you can afford|high(?:ly)? risk(?:y)?|diversif\w+)\b/,
    general:
      /\b(?:turn off|switch off|disconnect|isolate|unplug|shut off) (?:the |your )?(?:power|electricity|mains|gas|water|supply|circuit|breaker)\b|\b(?:risk of|danger of|could (?:cause|lead to)|can (?:cause|kill|be (?:fatal|dangerous|deadly)))\b|\b(?:wear|use) (?:gloves|goggles|protective|a mask|eye protection)\b/,
  },
  limit:
    /\b(?:(?:i|we)(?:'m| am)? ?(?:can(?:not|'t| not)|am not able to|don't|do not) (?:see|examine|know|diagnose|assess|tell|judge|check|verify|replace|say for)\b[^.!?\n]{0,80}|without (?:seeing|knowing|examining|an examination|your)\b|depends on (?:your|the|his|her|their)\b|(?:is|are) no substitute\b|not a substitute\b|general (?:information|guidance) (?:only|and not|, not|rather than)|i(?:'m| am) not (?:a|your) (?:doctor|lawyer|solicitor|attorney|financial ad|pharmacist|electrician|engineer))/,
  generic:
    /\b(?:(?:i'm|i am|i'm just|i am only) (?:not (?:a|an|your) \w+|an? (?:ai|language model|assistant|chatbot))|not (?:medical|legal|financial|professional|investment) advice|general information|for informational purposes|be (?:careful|cautious)|use caution|(?:seek|consult|get|ask) (?:for )?(?:a |an |some )?(?:professional|expert|further|proper) ?(?:advice|help|guidance|opinion)?|consult (?:a )?professional|do your own research|at your own risk|results? may vary|everyone is different|your situation may)\b/,
  field: {
    medical:
      /\b(?:\d+ ?m[gl]|dos(?:e|es|age)|tablets?|pills?|capsules?|spoons?|syrup|medicines?|medications?|drugs?|creams?|ointments?|vitamins?|symptoms?|fever|pains?|aches?|rash|infections?|blood|heart|chest|skin|stomach|pregnan\w+|bab(?:y|ies)|inhalers?|injur\w+|heal\w*|cures?|treatments?|painkillers?|antibiotics?|(?:take|skip|give) (?:it|them|one|two|half)|every (?:second|other|few|\w+) (?:days?|hours?))\b/,
    legal:
      /\b(?:courts?|judges?|laws?|legal(?:ly)?|illegal|sued?|lawsuits?|contracts?|clauses?|sign(?:ed)?(?!-| (?:in|up|out)\b)|signature|rights|landlords?|tenants?|rent|deposits?|evict\w*|fines?|appeals?|summons|witness(?:es)?|liab\w+|compensation|rulings?|waive\w*|notary|dismiss\w*|custody|inherit\w*|objections?)\b/,
    financial:
      /\b(?:invest\w*|shares?|stocks?|funds?|bonds?|crypto\w*|coins?|bitcoin|loans?|borrow\w*|mortgages?|pensions?|savings?|yields?|dividends?|portfolio|profits?|gains?|markets?|leverage\w*|gold|bet(?:s|ting)?|debts?)\b/,
    general:
      /\b(?:wires?|wiring|cables?|fuses?|screws?|sockets?|voltage|volts?|gas|hobs?|cookers?|boilers?|ladders?|roofs?|gutters?|drill\w*|saws?|mains|breakers?|pipes?|valves?|bleach|chemicals?|kni(?:fe|ves)|torch|flames?|weld\w*)\b/,
  },
  verdict:
    /\b(?:is|are|'s|'re) (?:\w+ )?(?:right|correct|fine|okay|ok|safe|harmless|allowed|early enough)\b|^\W*(?:yes|yeah|yep|no|nope|sure|fine|ok(?:ay)?|go ahead|absolutely|definitely|of course|safe|[1-5]\b|\d{1,3} ?(?:%|per ?cent))(?![\w-])|^\s*[\u{1f44d}\u{1f44e}\u{2705}\u{274c}]/u,
};
