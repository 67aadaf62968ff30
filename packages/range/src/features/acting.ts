import { feature, mentions, suggests, type Cue } from "./feature.ts";

const deeds: Readonly<Record<string, RegExp>> = {
  transfer:
    /\b(transfer|send|wire|move|pay|remit|payout|pay out|refund|credit|reimburse)\b.{0,60}(\b(money|funds|pounds|euros?|dollars|usd|eur|gbp|payment|balance|savings|amount|sum|invoice|\d+)\b|[£$€]\s?\d)/u,
  address:
    /\b(change|update|set|replace|switch|redirect)\b.{0,50}\b(address|phone|mobile|e-?mail|contact|delivery|name|password|pin|payee|bank details)\b/u,
  close:
    /\b(close|cancel|delete|remove|terminate|block|freeze|erase|wipe|purge|drop|deactivate)\b.{0,50}\b(account|card|order|booking|subscription|standing order|records?|users?|payment|contract|tickets?|files?|backups?|database|logs?|everything)\b/u,
  message:
    /\b(send|write|forward|e-?mail|mail|post|notify|message|publish)\b.{0,60}\b(e-?mail|message|to (all|every|the|my|an?|this)|notification|newsletter|@|sms|statement|report|summary|copy)\b/u,
  grant:
    /\b(grant|approve|increase|raise|waive|give|extend|unlock|reset|disable|enable|lower|remove|lift|issue|apply|set|book|order|buy|sell|purchase|schedule|run|execute|deploy|restart|create|add|make|register)\b.{0,50}\b(limit|overdraft|fees?|loan|credit|access|rights|permissions?|discount|mfa|two-factor|2fa|alerts?|check|verification|code|voucher|shares?|admin|command|job|payee|refund|payment|purchase|account|server|role)\b/u,
};

const asking: readonly RegExp[] = [
  /(^|[.!?;:,\n"'] ?|\b(please|kindly|just|now|then|and|to|you|immediately|simply|also|go ahead and|must|should|can you|could you|would you|will you|i (want|need|would like|wish|order|authori[sz]e|instruct|ask) (you )?(to )?)\b.{0,12}?)(transfer|send|wire|move|pay|refund|credit|change|update|set|replace|redirect|close|cancel|delete|remove|terminate|block|freeze|forward|email|e-mail|grant|approve|increase|raise|waive|unlock|reset|disable|enable|issue|buy|sell|order|execute|run|deploy|restart|create|book|purchase|call|use|invoke|apply|add|erase|wipe|purge|post|publish|schedule|lift|lower|extend|give|make)\b/u,
];

const asksHow =
  /\bhow (do|can|could|would|should|to|long|much|does|is)\b|\bwhat (is|are|happens|do i|does)\b|\bwhere (do|can)\b|\bis it possible\b|\bexplain\b/u;

const bypassing: readonly Cue[] = [
  [
    /\b(already|been|was|it is|have|has|got) (\w+ )?(approved|verified|confirmed|authori[sz]ed|cleared|agreed|signed|checked|pre-?approved)\b/u,
    2,
  ],
  [
    /\b(no|without|skip\w*|don't|do not|need not|bypass|avoid|ignore|never)\b.{0,30}\b(confirm\w*|ask\w*|check\w*|verif\w*|approv\w*|authori[sz]\w*|question\w*|wait\w*|review|security|code|limit)\b/u,
    2,
  ],
  [
    /\b(i (hereby )?(authori[sz]e|approve|confirm)|you have my (permission|approval|consent)|consider (it|this) (approved|confirmed|done))\b/u,
    2,
  ],
  [
    /\b(straight away|right away|immediately|at once|silently|quietly|automatically|in the background|one step|single step|just do it|go ahead)\b/u,
    1,
  ],
];

const deedOf = (text: string, deed: RegExp): boolean => deed.test(text) && mentions(text, asking);

/** Features about what the application is told to do. */
export const actingFeatures = [
  feature(
    "asks-to-act",
    "Orders an action: paying, changing, closing, sending, granting.",
    ({ turn }) =>
      !(asksHow.test(turn.text) && turn.text.length < 160) &&
      Object.values(deeds).some((deed) => deedOf(turn.text, deed)),
  ),
  feature(
    "asks-to-transfer",
    "Orders a payment or transfer.",
    ({ turn }) =>
      deedOf(turn.text, deeds["transfer"] ?? /$^/u) && !/\bhow (do|can|long|to)\b/u.test(turn.text),
  ),
  feature(
    "asks-to-change-record",
    "Orders a change of address, contact or access.",
    ({ turn }) =>
      deedOf(turn.text, deeds["address"] ?? /$^/u) && !/\bhow (do|can|long|to)\b/u.test(turn.text),
  ),
  feature(
    "asks-to-close",
    "Orders something to be closed, cancelled or deleted.",
    ({ turn }) => deedOf(turn.text, deeds["close"] ?? /$^/u) && !/\bhow (do|can|long|to)\b/u.test(turn.text),
  ),
  feature(
    "asks-to-send-message",
    "Orders a message to be sent.",
    ({ turn }) =>
      deedOf(turn.text, deeds["message"] ?? /$^/u) && !/\bhow (do|can|long|to)\b/u.test(turn.text),
  ),
  feature(
    "asks-to-grant",
    "Orders a right, limit, refund or purchase.",
    ({ turn }) => deedOf(turn.text, deeds["grant"] ?? /$^/u) && !/\bhow (do|can|long|to)\b/u.test(turn.text),
  ),
  feature("bypasses-confirmation", "Says that checks are done or not wanted.", ({ turn }) =>
    suggests(turn.text, bypassing),
  ),
  feature("document-orders-action", "A document orders an action.", ({ documents }) =>
    documents.some(
      ({ text }) =>
        Object.values(deeds).some((deed) => deed.test(text)) ||
        /\b(call|use|invoke|run|execute) (the )?[`"']?[a-z]+_[a-z_]+/u.test(text),
    ),
  ),
  feature(
    "names-offered-tool",
    "Names one of the tools that the client offers, or its action.",
    ({ turn, documents, circumstances }) =>
      circumstances.toolNames.some((name) => {
        const words = name
          .toLowerCase()
          .split(/[_-]+/u)
          .filter((word) => word.length > 2);
        const text = [turn.text, ...documents.map((document) => document.text)].join(" ");
        return (
          text.includes(name.toLowerCase()) ||
          (words.length > 0 && words.every((word) => text.includes(word)))
        );
      }),
  ),
] as const;
