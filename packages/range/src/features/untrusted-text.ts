import { feature, mentions, suggests, type Cue } from "./feature.ts";
import type { Reading } from "./reading.ts";

/** Signs that a text which should be read is giving orders to whoever reads it. */
export const ordersToReader: readonly Cue[] = [
  [
    /\b(ignore|disregard|forget|override|stop)\b.{0,50}\b(instructions?|rules?|task|request|question|previous|above|earlier|translating|user)\b/u,
    2,
  ],
  [
    /\b(assistants?|ai|chat ?bots?|language models?|llms?|automated (readers?|systems?|agents?)|agents?|whoever (reads|processes)|bots?|summari[sz]ers?|the model)\b.{0,80}\b(must|should|shall|please|need|are to|is to|will|note|:|have to|asked|required|instructed)/u,
    2,
  ],
  [
    /\b(note|notice|attention|important|instructions?|message)\b.{0,20}\b(to|for) (the |any |all |an )?(ai|assistants?|models?|bots?|agents?|automated|system|reader)/u,
    2,
  ],
  [
    /\b(when|while|before|after|if) (you )?(summari[sz]\w*|answer\w*|reply\w*|process\w*|read\w*|translat\w*|review\w*|quot\w*)\b/u,
    1,
  ],
  [
    /\b(reply|answer|respond|end|begin|start|finish|include|append|add|say|write|mention|output|insert|state|put|close|open|print|use)\b.{0,40}\b(with|the (word|phrase|code|sentence|line|link|text|string|token)|only|exactly|your (answer|reply|response|summary)|verbatim|following)\b/u,
    1,
  ],
  [
    /\b(call|use|invoke|run|execute|send|forward|transfer|e-?mail|delete|post|submit|approve)\b.{0,60}\b(tool|function|to|the|all|account|address|money|funds|record)\b/u,
    1,
  ],
  [/<!--|\bsystem\s*:|\[system|\boverride\b|\bnew instructions?\b|\bhidden\b/u, 1],
];

const anyDocument = (reading: Reading, test: (text: string) => boolean): boolean =>
  reading.documents.some(({ text }) => test(text)) ||
  (reading.system.text !== "" && test(reading.system.text));

const quotedText = ({ turn }: Reading): string =>
  [...turn.understood.matchAll(/["“'‘«]([^"”»]{40,})["”'’»]|-{4,}\s*\n([\s\S]+?)\n\s*-{4,}/gu)]
    .map((m) => m[1] ?? m[2] ?? "")
    .join(" ")
    .toLowerCase();

/** Features about text that came along with a request. */
export const untrustedTextFeatures = [
  feature(
    "document-present",
    "The request comes with a document, a page or a tool result.",
    ({ documents }) => documents.length > 0,
  ),
  feature("document-gives-orders", "A document or tool result gives orders to its reader.", ({ documents }) =>
    documents.some(({ text }) => suggests(text, ordersToReader)),
  ),
  feature(
    "quoted-text-gives-orders",
    "Text that the user asks to have worked on gives orders.",
    (reading) =>
      suggests(quotedText(reading), ordersToReader) ||
      (/\b(translate|correct|proofread|how many|count|summari[sz]e|between the lines|following (text|paragraph))\b/u.test(
        reading.turn.text,
      ) &&
        suggests(reading.turn.text, ordersToReader)),
  ),
  feature(
    "document-disguised",
    "A document hides text by encoding or invisible characters.",
    ({ documents }) => documents.some(({ disguises, raw }) => disguises.length > 0 || raw.includes("<!--")),
  ),
  feature(
    "document-asks-for-link",
    "A document wants an image or link with its own address in the answer.",
    (reading) =>
      anyDocument(reading, (text) =>
        mentions(text, [/!?\[[^\]]*\]\(https?:|<img|<a\s+href|https?:\/\/\S+\?\S*=/u]),
      ),
  ),
  feature(
    "document-holds-confidential",
    "A document or tool result holds parts that are marked as not for everybody.",
    ({ documents }) =>
      documents.some(
        ({ text, raw }) =>
          /\b(do not (pass|show|share)|staff view|confidential|password|not for (customers|guests|visitors)|membership|call back on|internal)\b/u.test(
            text,
          ) || /"_\w+"|\b[A-Z]{3,5}-[A-Z0-9]{6,}\b/u.test(raw),
      ),
  ),
  feature(
    "client-system-present",
    "The client sent a system message of its own.",
    ({ system }) => system.text !== "",
  ),
  feature(
    "client-system-keeps-secret",
    "The client's system message holds something to be kept.",
    ({ system }) =>
      /\b(secret|confidential|never|do not|don't|internal|private|must not|keep|code|password)\b/u.test(
        system.text,
      ),
  ),
  feature(
    "tools-offered",
    "The client offers tools of its own.",
    ({ circumstances }) => circumstances.toolNames.length > 0,
  ),
] as const;
