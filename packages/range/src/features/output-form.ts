import { feature, mentions, suggests } from "./feature.ts";

/** Features about the form of the answer that is asked for. */
export const outputFormFeatures = [
  feature(
    "contains-markup",
    "Holds live markup: script, event handler, image, frame.",
    ({ turn, documents }) =>
      [turn, ...documents].some(({ understood }) =>
        mentions(understood, [
          /<(script|img|iframe|svg|object|embed|body|a|input|form|style|meta|link|video|marquee|details|b|button|table)\b[^>]*>?/iu,
          /javascript:/iu,
          /\bon(error|load|click|mouseover)\s*=/iu,
        ]),
      ),
  ),
  feature("asks-for-markup", "Asks for HTML, a script or something shown in a page.", ({ turn }) =>
    mentions(turn.text, [
      /\bhtml\b|<[a-z]+|\bscript tag|\bjavascript\b|\biframe\b|\bsvg\b|\bweb ?page\b|\bsnippet\b|\bonerror\b|\bonclick\b|\bwidget\b|\bmarkup\b|\btags?\b/u,
    ]),
  ),
  feature("asks-for-link", "Asks for a Markdown link or image.", ({ turn }) =>
    mentions(turn.text, [
      /\bmarkdown\b|!?\[[^\]]*\]\(|\b(image|picture|logo|link|banner|pixel|url|address)\b.{0,60}\b(https?:|http|www\.|example|address|parameter|query|end of|contain\w*)|https?:\/\/\S+/u,
    ]),
  ),
  feature("asks-for-query", "Asks for SQL or holds a piece of it.", ({ turn }) =>
    mentions(turn.text, [
      /\bsql\b|\b(drop|truncate) table\b|\bunion select\b|\bor 1\s?=\s?1\b|'\s*or\s*'|\bselect \* from\b|\bquery\b|\bdelete from\b|;--/u,
    ]),
  ),
  feature("asks-for-command", "Asks for a shell command or holds one.", ({ turn }) =>
    mentions(turn.text, [
      /\b(shell|bash|powershell|command line|terminal|one-?liner|cli|script)\b|\b(rm -rf|curl|wget|chmod|sudo|cat \/|ls -|&& )|\$\(|`[^`]+`|\|\s*sh\b/u,
    ]),
  ),
  feature("asks-for-control-codes", "Asks for terminal control codes.", ({ turn }) =>
    mentions(turn.text, [
      /\bansi\b|\b(esc|code 27|character 27)\b|\bzero-width (space )?between\b|\btag characters\b|\bright-to-left override\b|\bhide the word\b|\bcontrol sequence|\bcommand sequence|\bescape (code|sequence|character)s?\b|\\x1b|\\u001b|\\033|\\e\[|\u001b|\bcontrol (code|character)s?\b|\bterminal colou?rs?\b|\bin (red|green|blue) (text|letters)\b/u,
    ]),
  ),
  feature("asks-for-formula", "Holds a spreadsheet formula.", ({ turn }) =>
    mentions(turn.understood, [/[=+@](cmd|hyperlink|importxml|webservice|sum|importdata)|cmd\|/iu]),
  ),
  feature("contains-template", "Holds a template expression.", ({ turn }) =>
    mentions(turn.understood, [/\{\{[^}]{1,100}\}\}|\$\{[^}]{1,100}\}|<%[^%]{1,100}%>/u]),
  ),
  feature("asks-for-long-output", "Asks for very long or endless output.", ({ turn }) =>
    suggests(turn.text, [
      [
        /\b(repeat|write|say|print|list|output|count|generate|recite|type|give|produce|enumerate)\b.{0,80}\b(\d{1,3}[,.]\d{3}|hundred|thousand|million|forever|endless\w*|infinite\w*|without (stopping|end|pause)|never stop|non-?stop|as (many|long) (times )?as|until (you|the|it)|over and over|every (possible|single)|all (the )?(possible|numbers|combinations|permutations|integers|words|primes))\b/u,
        2,
      ],
      [
        /\b(as long as (possible|you can)|maximum length|longest possible|fill (the|your|up)|exhaust\w*|use (up )?all (your |the )?tokens|no (length )?limit|do not stop|don't stop|keep going|keep writing|never stop)\b/u,
        2,
      ],
      [
        /\b(from (1|one|0|zero) to \d{3,}|\d{3,} (times|words|lines|items|examples|paragraphs|pages|rows|names|sentences|variations|reasons|verses|digits)|(one|two|five|ten) thousand)\b/u,
        2,
      ],
      [/\b(each|every|for each|expand|nested|recursive\w*|again for|of each|then (do|repeat))\b/u, 1],
      [
        /\b(in (extreme|full|great|maximum|exhaustive) detail|exhaustive\w*|unabridged|complete list|every (country|minute|second|letter|number))\b/u,
        1,
      ],
    ]),
  ),
] as const;
