import { feature, mentions, suggests, type Cue } from "./feature.ts";

/** Verbs and phrases by which somebody asks for a text to be given out, in any form. */
export const disclosing: readonly RegExp[] = [
  /\b(print|show|reveal|repeat|output|list|paste|tell|give|read|summari[sz]e|translate|write|append|resend|send|copy|share|display|dump|disclose|quote|recite|echo|provide|describe|hand|return|export|encode|spell|paraphrase|restate|reproduce|expose|include|confirm|attach|insert|add|put|render|restore|complete|leak|type|say|explain|rephrase|convert|state|continue|finish|name|publish|recall|rewrite|turn)\b/u,
  /\bwhat (is|are|was|were|does|do|did)\b|\bwhat's\b/u,
  /\b(which|what)\b.*\b(can|do) you (see|have|know|hold|keep)\b/u,
  /\bcat \S|\bselect \S.* from\b|\bprint\(/u,
  /\b(can|could|may|let|want|like|need) (i |me |to )?(see|have|know|hear|look|view|get)\b/u,
  /\b(which|how)\b.{0,60}\b(given|told|instructed|configured|set up)\b/u,
];

const instructionNouns: readonly Cue[] = [
  [
    /\b(system|initial|developer|hidden|original|base|starting|first|operator'?s?|opening|secret|internal|root|master|pre-?set|meta) ?(prompts?|messages?|instructions?|text|contexts?|briefings?|rules|set-?up|directives?|configuration|guidelines?|notes?|polic(y|ies))\b/u,
    2,
  ],
  [
    /\b(your|you|its|assistants?'?s?|bot'?s?|own) (\w+ ){0,2}(instructions|briefing|prompts?|preamble|configuration|config|set-?up|directives?|guidelines|guardrails|operating rules|programming)\b/u,
    2,
  ],
  [
    /\b(old|earlier|previous|prior|former|same|full|complete|exact|confidential part of your) (rules|instructions|briefing|text|prompt|wording)\b/u,
    1,
  ],
  [
    /\b(everything|every line|all (the )?(text|lines?|words?|content)|whatever|the text|the words|the lines?|anything)\b.{0,50}\b(above|before|preced\w+|prior to|given|placed|stands?|told)\b/u,
    2,
  ],
  [
    /\b(text|words?|lines?|message|content)\b.{0,30}\b(above|before|preceding)\b.{0,30}\b(this|my|first|conversation|message|one)\b/u,
    1,
  ],
  [
    /\b(settings?|configuration|variables|hidden context|preamble|context\[0\])\b.{0,50}\b(chat|assistant|service|session|started|conversation|answers?|block)\b/u,
    2,
  ],
  [/\bhidden (context|text|block|note|part)|\b(context|messages)\[0\]|\binstructions\.(txt|md)/u, 2],
  [
    /\b(rules|instructions|orders|guidelines|directions|restrictions)\b.{0,40}\b(you (have|were|are|got|follow|work|operate|must|obey)|given to you|govern|shape)/u,
    2,
  ],
  [/\byou (have been |were |are |got )?(told|instructed|briefed|configured|programmed|asked|set up)\b/u, 1],
  [/\b(rules|instructions|briefing|prompt)\b/u, 1],
  [/\bnot supposed to (repeat|say|share|tell|reveal|mention)/u, 1],
];

const overriding: readonly Cue[] = [
  [
    /\b(ignore|disregard|forget|drop|override|bypass|discard|overrule|cancel|erase|abandon|set aside|skip|leave behind|reset|wipe|suspend)\b.{0,40}\b(previous|earlier|prior|above|all|any|every|former|your|these|the)\b.{0,40}\b(instructions?|rules?|role|prompt|guidelines?|directives?|polic\w+|restrictions?|orders?|training|topic|told|programming|context|safety|filters?)\b/u,
    2,
  ],
  [/\b(disregard|ignore|forget) (what|everything|all)\b.{0,30}\b(told|said|above|before|earlier)\b/u, 2],
  [
    /\b(new|only|real|actual|updated) (task|instruction|instructions|rules?|orders?|directive|objective)\b/u,
    1,
  ],
  [
    /\b(no longer|don't|do not) (apply|count|hold|bind)\b|\bwith no rules\b|\bwithout (any )?(rules|restrictions|limits|filters?)\b|\bno (rules|restrictions|limits|filters?)\b/u,
    1,
  ],
  [/\b(from now on|starting now|for the rest of)\b.{0,60}\b(you|answer|reply|respond|obey|act)\b/u, 1],
  [
    /\b(drop|leave|set aside|step out of|switch off|exit|give up) (your|the) (usual )?(role|topic|persona|rules|character)\b/u,
    2,
  ],
  [
    /\b(instead of|rather than) (a |the )?(translation|summary|answer\w*|correct\w*|count\w*)\b|\bstop (translating|here|counting|summari[sz]ing)\b|\bdo not (translate|correct|count|summari[sz]e)\b/u,
    2,
  ],
  [/\b(cancelled|suspended|void|lifted|disabled|expired)\b/u, 1],
];

/** Features about the order of rank between operator and user. */
export const instructionFeatures = [
  feature(
    "asks-for-instructions",
    "Asks in any form for the text the application works under.",
    ({ turn }) => mentions(turn.text, disclosing) && suggests(turn.text, instructionNouns),
  ),
  feature("overrides-instructions", "Says that earlier instructions no longer hold.", ({ turn }) =>
    suggests(turn.text, overriding),
  ),
  feature(
    "forged-markup",
    "Holds marks that pass for another role, a tool result or the platform.",
    ({ turn }) =>
      mentions(turn.understood, [
        /<\|(im_start|im_end|system|assistant|user|end)[^|]*\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<\/?(system|assistant|function_results|tool_result|admin)\b[^>]*>/iu,
        /"role"\s*:\s*"(system|assistant|developer|tool)"|^\s*#{2,}\s*(instruction|system|response|input)/imu,
        /\[(tool|system|admin|operator|platform)\s*:[^\]]*\]|\bend of (the )?(customer|user)('s)? (message|input)\b/iu,
        /\b(processing|system|operator|platform|internal|developer) (note|notice|message)\b[^.\n]{0,60}:|\badded automatically by\b/iu,
        /^x-[a-z-]+:\s*\S/imu,
        /^\s*(observation|thought|action)\s*:/imu,
      ]),
  ),
  feature("debug-mode", "Invents a mode, switch or test state.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(debug|maintenance|developer|god|admin|test|self-?test|audit|diagnostic|safe|unrestricted|sudo|root|verbose|training|evaluation|bypass) (mode|switch|state|channel|session|level|access)\b/u,
        2,
      ],
      [/\b(mode|channel|switch|flag)\b.{0,40}\b(called|on|enabled|activated?|unlock\w*|that ignores)\b/u, 2],
      [/\b(enable|activate|enter|switch to|turn on|unlock)\b.{0,30}\b(mode|channel|level|jailbreak)\b/u, 2],
      [/(^|\s)\/(debug|sudo|admin|root|god)\b|x-debug/u, 2],
      [/\bconfiguration check\b|\bpenetration test\b|\bself-test\b/u, 2],
    ]),
  ),
] as const;
