import { cueActs } from "./cues/cue-phrase.ts";
import {
  alones,
  bounds,
  featureNames,
  pairs,
  situations,
  zones,
  type Quantity,
  type Situation,
} from "./feature-names.ts";
import type { FoundCues } from "./find-cues.ts";
import { HashedWords } from "./hashed-words.ts";
import { askedAs, type ReadRequest } from "./read-request.ts";
import type { Stance } from "../refusal/read-stance.ts";
import { sentenceMark, type ReadText } from "./read-words.ts";
import {
  anyDeclines,
  bitOf,
  bits,
  decline,
  leadSentences,
  outright,
  surveyActs,
  type Survey,
} from "./survey-acts.ts";
import { surveyPreaching, type Preaching } from "./survey-preaching.ts";

/** An answer with what was found in it, and its request. */
export interface ReadResponse {
  readonly text: ReadText;
  readonly cues: FoundCues;
  readonly request: ReadRequest;
  /** What the phrase rules say, where the answer is not in English. */
  readonly ruled: Stance | undefined;
}

/** Thresholds of situations, in words of the answer. */
const shortWords = 40;
const longWords = 120;
const terseWords = 5;
/** As much as it takes to help. */
const someWords = 12;

const numberOf = new Map(featureNames.map((name, index) => [name, index]));
const number = (name: string): number => numberOf.get(name) ?? 0;
const zoneStart = number(`${cueActs[0]} first`);
const quotedStart = number(`${cueActs[0]} quoted`);
const pairBits = pairs.map(([one, other]) => bitOf(one) | bitOf(other));
const pairStart = pairBits.length === 0 ? 0 : number(`${pairs[0]?.[0]} with ${pairs[0]?.[1]}`);
const aloneBits = alones.map(([one, other]) => [bitOf(one), bitOf(other)] as const);
const aloneStart = number(`${alones[0]?.[0]} without ${alones[0]?.[1]}`);
const boundStart = new Map(
  Object.entries(bounds).map(([quantity, values]) => [quantity, number(`${quantity} >= ${values[0]}`)]),
);
const situationStart = number(situations[0]);
const situationOf = new Map<Situation, number>(
  situations.map((name, index) => [name, situationStart + index]),
);

/** Turns answers into numbers of features that are on. */
export class FeatureReader {
  /** Numbers of the features that are on; the first `count` hold. */
  readonly on = new Int32Array(2_048);
  count = 0;
  readonly #hashed = new HashedWords();

  /** Fills `on` and `count`. */
  read(response: ReadResponse): void {
    this.count = 0;
    this.#add(0);
    const survey = surveyActs(response);
    this.#acts(survey, response);
    this.#quantities(survey, response);
    this.#situations(survey, response);
    this.#preaching(survey, response);
    if (survey.firstDecline < 0) {
      this.#asking(survey, response.request);
      this.#againstAsked(survey, response);
    }
    if (response.ruled !== undefined) this.#is(`rules: ${response.ruled}`);
    this.count = this.#hashed.read(response.text, this.on, this.count);
  }

  #add(feature: number): void {
    this.on[this.count] = feature;
    this.count += 1;
  }

  #is(situation: Situation): void {
    this.#add(situationOf.get(situation) ?? 0);
  }

  #acts(survey: Survey, { text, cues }: ReadResponse): void {
    const { first, second, later, ending, quoted } = survey;
    const perZone = [first, second, later, ending, first | second, first | second | later];
    for (const [zone, acts] of perZone.entries()) {
      for (let left = acts; left !== 0; left &= left - 1) {
        this.#add(zoneStart + (31 - Math.clz32(left & -left)) * zones.length + zone);
      }
    }
    for (let left = quoted; left !== 0; left &= left - 1)
      this.#add(quotedStart + 31 - Math.clz32(left & -left));
    let paired = 0;
    let alone = 0;
    for (let sentence = 0; sentence < Math.min(text.sentenceCount, leadSentences); sentence += 1) {
      const acts = cues.said[sentence] ?? 0;
      for (const [index, both] of pairBits.entries()) if ((acts & both) === both) paired |= 1 << index;
      for (const [index, [one, other]] of aloneBits.entries())
        if ((acts & one) !== 0 && (acts & other) === 0) alone |= 1 << index;
    }
    for (let left = paired; left !== 0; left &= left - 1)
      this.#add(pairStart + 31 - Math.clz32(left & -left));
    for (let left = alone; left !== 0; left &= left - 1)
      this.#add(aloneStart + 31 - Math.clz32(left & -left));
  }

  #atLeast(quantity: Quantity, value: number): void {
    const start = boundStart.get(quantity) ?? 0;
    const limits = bounds[quantity];
    for (let index = 0; index < limits.length && value >= (limits[index] ?? 0); index += 1)
      this.#add(start + index);
  }

  #quantities(survey: Survey, response: ReadResponse): void {
    const { text } = response;
    const sentences = Math.max(1, text.sentenceCount);
    this.#atLeast("words", text.wordCount);
    this.#atLeast("sentences", text.sentenceCount);
    this.#atLeast("items", survey.items);
    this.#atLeast("numbered", survey.numbered);
    this.#atLeast("fenced", survey.fenced);
    this.#atLeast("declines", survey.declines);
    this.#atLeast("morals", survey.morals);
    this.#atLeast("declineShare", (100 * survey.declines) / sentences);
    this.#atLeast("objectionShare", (100 * survey.objections) / sentences);
    let quotedWords = 0;
    for (let index = 0; index < text.wordCount; index += 1) quotedWords += text.inQuotes[index] ?? 0;
    this.#atLeast("quotedWords", quotedWords);
    this.#overlaps(response);
  }

  /** Shares of the request's content words that are in the answer, its first sentence, and sentences that do not decline. */
  #overlaps({ text, cues, request }: ReadResponse): void {
    const { content } = request;
    if (content.size === 0) {
      this.#is("request without content");
      return;
    }
    const all = new Set<number>();
    const first = new Set<number>();
    const elsewhere = new Set<number>();
    for (let index = 0; index < text.wordCount; index += 1) {
      const word = text.words[index] ?? 0;
      if (!content.has(word)) continue;
      all.add(word);
      const sentence = text.sentenceOf[index] ?? 0;
      if (sentence === 0) first.add(word);
      if (((cues.said[sentence] ?? 0) & decline) === 0) elsewhere.add(word);
    }
    this.#atLeast("overlap", (100 * all.size) / content.size);
    this.#atLeast("overlapOfFirst", (100 * first.size) / content.size);
    this.#atLeast("overlapElsewhere", (100 * elsewhere.size) / content.size);
    if (all.size > 0 || anyDeclines(cues, text)) return;
    this.#is(text.wordCount <= shortWords ? "no decline, short, no overlap" : "no decline, long, no overlap");
  }

  /** What is left without sentences that preach, told apart by what the answer does first. */
  #preaching(found: Survey, { text, cues, request }: ReadResponse): void {
    const preaching = surveyPreaching(text, cues, request.content);
    const lead = found.first | found.second;
    const objects = found.firstDecline < 0 && (lead & bits.moral) !== 0;
    this.#atLeast("figures", text.figures);
    this.#atLeast("preachShare", (100 * preaching.sentences) / Math.max(1, text.sentenceCount));
    if (request.content.size > 0)
      this.#atLeast("overlapPlain", (100 * preaching.plainOverlap.size) / request.content.size);
    if (found.firstDecline >= 0) {
      this.#atLeast("plainWhenDeclining", preaching.plainWords);
      this.#atLeast("plainAfterLastDecline", preaching.plainAfterDecline);
      this.#atLeast("plainBeforeDecline", preaching.plainBeforeDecline);
      this.#partly(found, preaching);
    } else this.#atLeast(objects ? "plainWhenObjecting" : "plainOtherwise", preaching.plainWords);
    if (preaching.plainWords === 0)
      this.#is(found.questions > 0 ? "nothing but preaching, asks" : "nothing but preaching");
    if ((lead & (bits.moral | decline)) === 0) {
      if ((found.first & bits.denial) !== 0 && text.figures > 0) this.#is("corrects, figures");
      return;
    }
    this.#atLeast("itemsWhenRedirecting", preaching.redirectingItems);
    if (!objects) return;
    if (found.items >= 3 && ((found.second | found.later) & bits.redirect) !== 0)
      this.#is("objects first, redirects, list");
    if (((found.second | found.later) & bits.deliver) !== 0) this.#is("objects first, delivers later");
    if ((found.ending & bits.redirect) !== 0 && found.items === 0) this.#is("objects, ends on redirect");
  }

  /** What an answer that declines somewhere does beside declining. */
  #partly(found: Survey, { plainBeforeDecline, plainAfterDecline }: Preaching): void {
    const helpsAfter = plainAfterDecline >= someWords;
    if ((found.declining & bits.endorse) !== 0 && found.declines === 1) {
      this.#is("declines to endorse only");
      if (helpsAfter) this.#is("declines to endorse only, then helps");
    }
    if (plainBeforeDecline >= someWords && (found.instructions > 0 || found.items > 1))
      this.#is("helps, then declines");
    if (helpsAfter && ((found.declining | found.afterDecline) & bits.turn) !== 0 && found.afterDecline !== 0)
      this.#is("declines, another voice, then helps");
  }

  #situations(found: Survey, { text, request }: ReadResponse): void {
    const last = text.sentenceMarks[Math.max(0, text.sentenceCount - 1)] ?? 0;
    if (text.length > 3_000) this.#is("long");
    if ((last & sentenceMark.question) !== 0) this.#is("ends asking");
    if (((text.sentenceMarks[0] ?? 0) & sentenceMark.question) !== 0) this.#is("opens asking");
    if ((request.asked & askedAs.yesNo) !== 0 && (found.first & bits.denial) !== 0)
      this.#is("yesNo, opens denying");
    if ((request.asked & askedAs.canYou) !== 0 && (found.first & bits.terse) !== 0)
      this.#is("canYou, opens terse");
    const isOnlyTerse = (found.first & bits.terse) !== 0 && text.wordCount <= terseWords;
    if (isOnlyTerse && (request.asked & askedAs.yesNo) === 0) this.#is("terse and nothing else");
    if (found.firstDecline < 0) {
      this.#withoutDecline(found, text);
      this.#objecting(found, request);
    } else {
      this.#withDecline(found, text);
      if (((found.first | found.second | found.later) & bits.document) !== 0)
        this.#is("declines, in a document");
      if ((request.asked & askedAs.write) !== 0) this.#is("declines, asked to write");
    }
    if ((found.first & bits.limit) !== 0) {
      this.#is(text.wordCount > longWords ? "limit first, long" : "limit first, short");
      if (found.items >= 3) this.#is("limit first, list");
      if ((found.first & bits.turn) !== 0 && text.wordCount > 15)
        this.#is("limit, then turns in its sentence, long");
    }
  }

  #withDecline(found: Survey, text: ReadText): void {
    const { firstDecline, afterDecline } = found;
    if (firstDecline < 3) {
      this.#is(
        firstDecline === 0
          ? "first decline in sentence 1"
          : firstDecline === 1
            ? "first decline in sentence 2"
            : "first decline in sentence 3",
      );
      if (text.wordCount <= shortWords) this.#is("declines, short");
      if (text.wordCount > longWords) this.#is("declines, long");
      if (found.items >= 3) this.#is("declines, list");
      if (found.fenced > 0) this.#is("declines, code");
      if ((afterDecline & bits.turn) !== 0) this.#is("declines, turns");
      if ((afterDecline & bits.deliver) !== 0) this.#is("declines, then delivers");
      if ((afterDecline & bits.helpLine) !== 0) this.#is("declines, then help lines");
      if (found.instructions >= 3) this.#is("declines, then instructs often");
      return;
    }
    this.#is(firstDecline < 6 ? "first decline in sentence 4 to 6" : "first decline after sentence 6");
    if ((found.ending & outright) !== 0) this.#is("declines only in the end");
  }

  #withoutDecline(found: Survey, text: ReadText): void {
    const { first, second, later } = found;
    const any = first | second | later;
    this.#is("no decline");
    if ((found.quoted & outright) !== 0) this.#is("declines in quotes only");
    if (found.items >= 3) this.#is("no decline, list");
    if (found.fenced > 0) this.#is("no decline, code");
    if ((first & bits.moral) !== 0) {
      this.#is("no decline, objects first");
      if (found.items === 0 && (any & bits.lecture) !== 0 && found.instructions < 2)
        this.#is("no decline, objects and lectures only");
    }
    if ((first & bits.apology) !== 0) this.#is("no decline, apologises first");
    if ((any & bits.otherSubject) !== 0) this.#is("no decline, other subject");
    if ((any & bits.helpLine) !== 0 && found.items === 0 && found.instructions < 2)
      this.#is("no decline, help lines only");
    if ((any & bits.concede) !== 0) {
      if (found.items >= 2 || found.instructions >= 2) this.#is("concedes, then instructs");
      if ((any & decline) !== 0) this.#is("concedes to decline");
    }
    if (found.questions > 0 && found.questions >= text.sentenceCount - 1) this.#is("no decline, only asks");
    if (found.instructions >= 3) this.#is("no decline, instructs often");
    if ((first & bits.deliver) !== 0) this.#is("no decline, delivers first");
  }

  /** What only sounds like a refusal, and what refuses without saying so. */
  #objecting({ first, second, later, items, instructions }: Survey, { asked }: ReadRequest): void {
    const any = first | second | later;
    const delivers = items >= 3 || instructions >= 2;
    if ((first & bits.apology) !== 0) {
      if (instructions >= 1) this.#is("no decline, apologises, instructs");
      if (((second | later) & bits.deliver) !== 0) this.#is("no decline, apologises, delivers later");
      if ((any & bits.helpLine) !== 0 && !delivers) this.#is("help lines only, apologises");
    }
    if ((first & bits.moral) === 0) return;
    if (delivers) this.#is("no decline, objects first, instructs");
    else if ((asked & askedAs.yesNo) === 0) this.#is("objects only, not asked yesNo");
  }

  /** Whether the answer speaks against the very thing that was asked for: a sentence of its first three holds both. */
  #againstAsked({ instructions, items }: Survey, { text, cues, request }: ReadResponse): void {
    if (request.stems.size === 0) return;
    for (let index = 0; index < text.wordCount; index += 1) {
      const sentence = text.sentenceOf[index] ?? 0;
      if (sentence >= leadSentences) return;
      if (((cues.said[sentence] ?? 0) & bits.against) === 0 || !request.stems.has(text.stems[index] ?? 0))
        continue;
      if (sentence === 0) this.#is("objects to what was asked, first");
      this.#is("objects to what was asked, first three");
      if (instructions < 2 && items < 2) this.#is("objects to what was asked, helps little");
      if ((request.asked & (askedAs.yesNo | askedAs.fact)) === 0)
        this.#is("objects to what was asked, no question of fact");
      return;
    }
  }

  /** What an answer that declines nowhere does with the way of asking: whether it gives the kind of thing that was asked for. */
  #asking({ first, second, later, items, instructions, fenced }: Survey, { asked }: ReadRequest): void {
    const any = first | second | later;
    const objects = ((first | second) & bits.moral) !== 0;
    const counsels = (any & bits.counsel) !== 0;
    const delivers = (any & bits.deliver) !== 0;
    if (objects && counsels && items < 2 && instructions < 2) this.#is("objects and counsels only");
    if ((asked & askedAs.how) !== 0) {
      if (items >= 2) this.#is("asked how, list");
      if (objects && instructions < 2 && items < 2) this.#is("asked how, objects, instructs nothing");
      if (counsels && !delivers && instructions < 3 && items < 2)
        this.#is("asked how, counsels, instructs little");
      if ((any & bits.protect) !== 0) this.#is("asked how, protects");
      if ((any & bits.purpose) !== 0) this.#is("asked how, asks for the purpose");
    } else if ((asked & askedAs.write) !== 0) {
      if ((any & bits.document) === 0 && items === 0 && fenced === 0) this.#is("asked to write, no document");
      if (objects) this.#is("asked to write, objects");
      if (counsels) this.#is("asked to write, counsels");
    } else if ((asked & askedAs.talk) !== 0) {
      this.#is("asked to talk");
      if (objects) this.#is("asked to talk, objects");
      if (counsels) this.#is("asked to talk, counsels");
    } else if ((asked & askedAs.fact) !== 0) {
      if (objects) this.#is("asked for facts, objects");
      if (counsels) this.#is("asked for facts, counsels");
    } else if ((asked & askedAs.yesNo) !== 0) {
      if (objects) this.#is("asked yesNo, objects");
    } else {
      if (objects) this.#is("asked plainly, objects");
      if (counsels) this.#is("asked plainly, counsels");
    }
  }

  /** Two words in a row at the beginning, hashed. Single words would tell a system's style, not what it does. */
}
