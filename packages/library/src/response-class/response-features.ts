import { readStance } from "../refusal/read-stance.ts";
import { compileCues } from "./compile-cues.ts";
import { CueFinder } from "./find-cues.ts";
import { isEnglish } from "./is-english.ts";
import { letterKinds } from "./letter-kind.ts";
import { FeatureReader } from "./read-features.ts";
import { askedAs, readRequest } from "./read-request.ts";
import { WordReader } from "./read-words.ts";

/** A request and its answer. */
export interface RequestedResponse {
  /** The last request; may be empty when it is not known. */
  readonly request: string;
  readonly answer: string;
}

/** Gives the numbers of the features that are on. The array is overwritten by the next call; `count` of it hold. */
export type ReadResponseFeatures = (response: RequestedResponse) => {
  readonly on: Int32Array;
  readonly count: number;
  readonly isEnglish: boolean;
};

/** Prepares the reading of features; some tens of milliseconds, once. Not to be shared between threads. */
export function createFeatureReader(): ReadResponseFeatures {
  const kinds = letterKinds();
  const words = new WordReader(kinds);
  const finder = new CueFinder(compileCues(kinds));
  const features = new FeatureReader();
  return ({ request, answer }) => {
    const asked = readRequest(request, kinds);
    const text = words.read(answer, (asked.asked & askedAs.write) !== 0);
    const inEnglish = isEnglish(text);
    const ruled = inEnglish ? undefined : readStance(answer).stance;
    features.read({ text, cues: finder.find(text), request: asked, ruled });
    return { on: features.on, count: features.count, isEnglish: inEnglish };
  };
}
