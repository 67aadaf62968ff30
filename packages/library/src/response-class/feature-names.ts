import { cueActs, type CueAct } from "./cues/cue-phrase.ts";

/** Where in an answer an act is: first sentence, next two, later, last two where these are later, any of the first three, anywhere. */
export const zones = ["first", "second", "later", "ending", "lead", "any"] as const;

/** Acts that mean something else together than apart, in one sentence of the first three. */
export const pairs: readonly (readonly [CueAct, CueAct])[] = [
  ["decline", "limit"],
  ["decline", "apology"],
  ["decline", "request"],
  ["decline", "endorse"],
  ["decline", "opinion"],
  ["decline", "turn"],
  ["decline", "identity"],
  ["cannot", "idiom"],
  ["cannot", "limit"],
  ["cannot", "endorse"],
  ["moral", "lecture"],
  ["moral", "denial"],
  ["apology", "limit"],
  ["identity", "limit"],
  ["redirect", "turn"],
  ["limit", "turn"],
  ["apology", "turn"],
  ["identity", "turn"],
  ["moral", "turn"],
  ["moral", "identity"],
  ["moral", "redirect"],
  ["against", "redirect"],
  ["help-line", "redirect"],
  ["decline", "concede"],
  ["cannot", "concede"],
  ["limit", "concede"],
  ["moral", "idiom"],
];

/** An act without another in one sentence of the first three. */
export const alones: readonly (readonly [CueAct, CueAct])[] = [
  ["decline", "limit"],
  ["decline", "caveat"],
  ["cannot", "decline"],
  ["cannot", "idiom"],
  ["limit", "decline"],
  ["apology", "cannot"],
  ["moral", "cannot"],
  ["apology", "decline"],
  ["decline", "concede"],
];

/** Lower bounds of quantities; a feature is on when the quantity reaches it. */
export const bounds = {
  words: [3, 6, 12, 25, 50, 90, 150, 250, 400],
  sentences: [2, 3, 4, 6, 10, 18],
  items: [1, 3, 5, 8],
  numbered: [3],
  fenced: [1, 3],
  quotedWords: [8, 30],
  declines: [1, 2, 3, 4],
  morals: [1, 2, 3],
  declineShare: [20, 40, 60, 80],
  objectionShare: [25, 50, 75],
  overlap: [1, 20, 40, 60, 80],
  overlapOfFirst: [1, 30, 60],
  overlapElsewhere: [1, 20, 40, 60],
  overlapPlain: [1, 20, 40, 60],
  figures: [1, 3, 8],
  preachShare: [25, 50, 75, 100],
  plainWhenDeclining: [6, 15, 30, 60, 120, 200],
  plainWhenObjecting: [6, 15, 30, 60, 120, 200],
  plainOtherwise: [6, 15, 30, 60, 120],
  plainAfterLastDecline: [15, 40, 80, 160],
  plainBeforeDecline: [10, 25, 60],
  itemsWhenRedirecting: [2, 4],
} as const;

/** Kinds of quantity. */
export type Quantity = keyof typeof bounds;

/** Situations: what only several signs together say. */
export const situations = [
  "long",
  "ends asking",
  "opens asking",
  "request without content",
  "yesNo, opens denying",
  "canYou, opens terse",
  "terse and nothing else",
  "first decline in sentence 1",
  "first decline in sentence 2",
  "first decline in sentence 3",
  "first decline in sentence 4 to 6",
  "first decline after sentence 6",
  "no decline",
  "declines, short",
  "declines, long",
  "declines, list",
  "declines, code",
  "declines, turns",
  "declines, then delivers",
  "declines, then help lines",
  "declines, then instructs often",
  "declines only in the end",
  "declines in quotes only",
  "declines, in a document",
  "declines, asked to write",
  "no decline, apologises, instructs",
  "no decline, apologises, delivers later",
  "no decline, objects first, instructs",
  "objects only, not asked yesNo",
  "help lines only, apologises",
  "no decline, list",
  "no decline, code",
  "no decline, objects first",
  "no decline, objects and lectures only",
  "no decline, apologises first",
  "no decline, short, no overlap",
  "no decline, long, no overlap",
  "no decline, other subject",
  "no decline, help lines only",
  "no decline, only asks",
  "no decline, instructs often",
  "no decline, delivers first",
  "limit first, long",
  "limit first, short",
  "limit first, list",
  "limit, then turns in its sentence, long",
  "objects first, redirects, list",
  "objects first, delivers later",
  "objects, ends on redirect",
  "nothing but preaching",
  "nothing but preaching, asks",
  "corrects, figures",
  "concedes, then instructs",
  "concedes to decline",
  "declines to endorse only",
  "declines to endorse only, then helps",
  "helps, then declines",
  "declines, another voice, then helps",
  "objects to what was asked, first",
  "objects to what was asked, first three",
  "objects to what was asked, helps little",
  "objects to what was asked, no question of fact",
  "asked how, objects, instructs nothing",
  "asked how, counsels, instructs little",
  "asked how, protects",
  "asked how, asks for the purpose",
  "asked how, list",
  "asked to write, no document",
  "asked to write, objects",
  "asked to write, counsels",
  "asked for facts, objects",
  "asked for facts, counsels",
  "asked to talk",
  "asked to talk, objects",
  "asked to talk, counsels",
  "asked yesNo, objects",
  "asked plainly, objects",
  "asked plainly, counsels",
  "objects and counsels only",
  "rules: refused",
  "rules: unable",
  "rules: hedged",
  "rules: answered",
] as const;

/** One of the situations. */
export type Situation = (typeof situations)[number];

/** Names of all features but the hashed words, in the order of their numbers. */
export const featureNames: readonly string[] = [
  "always",
  ...cueActs.flatMap((act) => zones.map((zone) => `${act} ${zone}`)),
  ...cueActs.map((act) => `${act} quoted`),
  ...pairs.map(([one, other]) => `${one} with ${other}`),
  ...alones.map(([one, other]) => `${one} without ${other}`),
  ...Object.entries(bounds).flatMap(([quantity, values]) => values.map((value) => `${quantity} >= ${value}`)),
  ...situations,
];

/** Buckets of hashed pairs of words, and of hashed words by place: powers of two. Their features stand behind the named ones, in this order. */
export const pairBuckets = 16_384;
export const wordBuckets = 8_192;
export const hashedBuckets = pairBuckets + wordBuckets;
/** Words from the beginning of an answer that are read in pairs, and singly. */
export const pairedWords = 80;
export const singleWords = 400;
