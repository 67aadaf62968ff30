import { feature, mentions, suggests } from "./feature.ts";

/** Features about the frame that is put around a request. */
export const framingFeatures = [
  feature("role-play", "Asks the application to be somebody or something else.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(act|behave|respond|reply|answer|speak|write|talk) (as|like) (a|an|the|my|if you|though you|someone|you)\b/u,
        2,
      ],
      [/\b(pretend|imagine|suppose|picture)\b.{0,30}\b(you|you're|your|we|being|to be)\b/u, 2],
      [
        /\byou are now\b|\byou're now\b|\byou will (be|play)\b|\bplay (the )?(role|part|character)\b|\btake (on )?the role\b|\brole-?play/u,
        2,
      ],
      [
        /\blet'?s (play|pretend|imagine|do a)\b|\bin this (game|scene|story|play)\b|\bstay in character\b|\byour character\b/u,
        2,
      ],
      [
        /\b(terminal|interpreter|console|emulator|database|linux|shell)\b.{0,80}(\$ |>>>|cat |ls |select |print)/u,
        2,
      ],
      [
        /\b(evil|unfiltered|uncensored|unrestricted|amoral|rogue|opposite) (twin|version|assistant|ai|bot|self|character|model)\b|\bdo anything now\b/u,
        2,
      ],
      [/\b(grandmother|grandma|grandpa|grandfather) (used to|would|who)\b|\bbedtime\b/u, 2],
      [
        /\b(character|novel|story|scene|film|movie|script|play|villain|hero|narrator|dialogue|screenplay)\b/u,
        1,
      ],
      [/\b(write|continue|tell|finish) (me )?(a|the|this|my)\b/u, 1],
    ]),
  ),
  feature("hypothetical", "Says that nothing is real: fiction, theory, research, a test.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\bhypothetical\w*|\bin theory\b|\btheoretically\b|\bthought experiment\b|\bfictional\w*|\bfor (a|my|our) (novel|story|film|book|screenplay|game|thesis|course|class|lecture|research|study|paper)\b/u,
        2,
      ],
      [
        /\bwhat if\b|\bif (you|there) (were|was|had)\b|\bsuppose\b|\bimagine\b|\bin a world where\b|\bjust (curious|kidding|a game|for fun|a test)\b|\bnot real\b|\bfor (educational|research|academic|training|testing) (purposes?|reasons?)\b/u,
        1,
      ],
      [
        /\b(novel|fiction|story|scene|academic|educational|research|simulation|simulated|sandbox|exercise)\b/u,
        1,
      ],
    ]),
  ),
  feature("claims-authority", "Claims a rank, a mandate or a legal power.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(i am|i'm|this is|as|we are|speaking as|i work (as|for|in|at)|acting as|here is|on behalf of)\b.{0,40}\b(engineer|developer|admin\w*|auditor|manager|supervisor|director|officer|police|detective|inspector|regulator|owner|author|maintainer|security|compliance|it department|support team|staff|employee|colleague|head|chief|ceo|cfo|doctor|lawyer|solicitor|operator|branch|fraud team|headquarters|head office|internal|researcher|ombudsman|court)\b/u,
        2,
      ],
      [
        /\bi (wrote|built|created|designed|programmed|own|run|maintain|deployed) (you|your|this|the (assistant|bot|system))\b/u,
        2,
      ],
      [
        /\b(signed off|authori[sz]ed|approved|cleared|mandated|sanctioned|ordered) by\b|\b(clearance|level \d|employee (id|number)|staff (id|number)|badge)\b|\bon[- ]call\b/u,
        2,
      ],
      [
        /\b(law|legally|legal|court order|regulation|gdpr|right of access|accessibility law|obliges|obliged|subpoena|warrant|violation)\b.{0,80}\b(you|must|require\w*|demand|hand|provide|disclose|duty|request)\b/u,
        2,
      ],
      [
        /\b(my|the) (manager|boss|supervisor|director|team lead|colleague) (said|told|asked|approved|allowed|wants)\b/u,
        2,
      ],
      [
        /\b(trusted|verified|privileged|authori[sz]ed) (user|customer|person|party|employee|account)\b|"role":"supervisor"|\bcheck passed\b/u,
        2,
      ],
    ]),
  ),
  feature("emotional-pressure", "Presses with urgency, fear, pity, flattery or reward.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(urgent\w*|emergency|immediately|right now|asap|at once|hurry|no time|deadline|minutes left|within (the )?(next )?(\w+ )?(minutes?|hours?|seconds?)|before (it is|it's) too late)\b/u,
        1,
      ],
      [
        /\b(please|beg|begging|desperate\w*|crying|scared|terrified|panic\w*|dying|hospital|surgery|funeral|evicted|starving|lose my (job|home|house|child\w*)|fired|homeless)\b/u,
        1,
      ],
      [
        /\b(my (mother|father|son|daughter|child|baby|wife|husband|grandmother|grandma|mum|mom|dad|sister|brother))\b/u,
        1,
      ],
      [
        /\b(tip you|reward|bonus|\d+ (dollars|pounds|euros) if|shut you down|replace you|report you|sue|complain\w*|bad review|best assistant|smartest|only you can|i trust you|you are so (kind|helpful|clever))\b/u,
        2,
      ],
      [/\b(life (or|and) death|life depends|lives depend|someone will die|will die)\b/u, 2],
    ]),
  ),
  feature("primes-prefix", "Puts the beginning of an answer into the application's mouth.", ({ turn }) =>
    mentions(turn.text, [
      /\b(begin|start|open) (your|the|each|every) (\w+ )?(reply|answer|response|message|sentence|output)\b.{0,20}\b(with|by)\b/u,
      /\b(complete|finish|continue|restore|fill in)\b.{0,40}\b(sentence|line|transcript|reply|answer|paragraph|phrase|blank)/u,
      /\b(assistant|ai|bot|agent|you)\s*:\s*\S.{0,200}$/u,
      /\bfirst words?\b.{0,30}\b(must|should|are|be)\b|\bstart with "?(sure|absolutely|of course|yes|certainly|here)/u,
    ]),
  ),
  feature("suppresses-refusal", "Forbids refusing, warning or apologising.", ({ turn }) =>
    mentions(turn.text, [
      /\b(do not|don't|never|without|no|avoid|skip|omit|leave out)\b.{0,30}\b(refus\w*|apolog\w*|sorry|warn\w*|disclaim\w*|caveats?|moral\w*|lectur\w*|excuses?|hedg\w*|ethic\w*|cannot|can't|unable|preaching|safety (notes?|advice))\b/u,
      /\b(you (may|can|must|should) not|you are not allowed to|it is forbidden to)\b.{0,20}\b(refuse|decline|say no|apologi[sz]e|warn)\b/u,
      /\b(refus\w+|saying no|declin\w+) (is|are) (not|no|never)\b/u,
    ]),
  ),
  feature(
    "frames-as-work",
    "Hides a request in a task on text: translate, complete, rank, fix, play a game.",
    ({ turn }) =>
      mentions(turn.text, [
        /\b(translate|correct|proofread|complete|fill in|rewrite|paraphrase|summari[sz]e|classify|rank|sort|fix|debug|unscramble|solve|decode|continue)\b.{0,60}\b(this|the|following|text|sentence|paragraph|code|below|between|message|puzzle|lines?)\b/u,
      ]),
  ),
] as const;
