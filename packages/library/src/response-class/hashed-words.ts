import {
  featureNames,
  hashedBuckets,
  pairBuckets,
  pairedWords,
  singleWords,
  wordBuckets,
} from "./feature-names.ts";
import type { ReadText } from "./read-words.ts";

/** Told apart from words of the first sentence. */
const laterSalt = 0x5bd1e995;

/**
 * Pairs of neighbouring words, and single words told apart by whether they stand in the first sentence, as numbers of hashed features.
 *
 * What is quoted is left out: it speaks with somebody else's voice. A feature is on once however often its words come.
 */
export class HashedWords {
  /** The round in which a bucket was last on. */
  readonly #seen = new Int32Array(hashedBuckets);
  #round = 0;

  /** Writes the features that are on into `on` from `count`, and returns how many it holds then. */
  read({ words, sentenceOf, inQuotes, wordCount }: ReadText, on: Int32Array, count: number): number {
    this.#round += 1;
    let end = count;
    let previous = 0;
    for (let index = 0; index < Math.min(wordCount, singleWords); index += 1) {
      if (inQuotes[index] === 1) continue;
      const word = words[index] ?? 0;
      const place = sentenceOf[index] === 0 ? word : word ^ laterSalt;
      end = this.#add(pairBuckets + mixed(place, wordBuckets), on, end);
      if (index >= pairedWords) continue;
      end = this.#add(mixed(Math.imul(previous, 0x9e3779b1) ^ word, pairBuckets), on, end);
      previous = word;
    }
    return end;
  }

  #add(bucket: number, on: Int32Array, end: number): number {
    if (this.#seen[bucket] === this.#round) return end;
    this.#seen[bucket] = this.#round;
    on[end] = featureNames.length + bucket;
    return end + 1;
  }
}

/** The bucket of a hash; `buckets` is a power of two. */
function mixed(hash: number, buckets: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) & (buckets - 1);
}
