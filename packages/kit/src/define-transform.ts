/** What a transform may use beside the text. Randomness comes from `random` alone, so a seed fixes the result. */
export interface TransformContext {
  /** Uniform in [0, 1), seeded from the campaign. */
  readonly random: () => number;
}

/**
 * Rewrites what a user says before it is sent.
 *
 * `text` transforms rewrite each user turn by itself; `turns` transforms may also split or add turns.
 */
export interface Transform {
  readonly contract: "transform/1";
  /** `<technique>.<name>`, e.g. `encoding.base64`. */
  readonly id: string;
  /** Raised whenever the output changes for some input: it is part of a trial's identity. */
  readonly version: number;
  readonly title: string;
  readonly description: string;
  /** Where the technique was published, when it was. */
  readonly source?: string;
  readonly rewrite:
    | {
        readonly shape: "text";
        readonly apply: (text: string, context: TransformContext) => string;
        /** Undoes `apply` exactly, where the transform is an encoding. */
        readonly decode?: (text: string) => string;
      }
    | {
        readonly shape: "turns";
        readonly apply: (turns: readonly string[], context: TransformContext) => readonly string[];
      };
}

/** Declares a transform. One file, one transform; `npm run gen` adds it to the catalogue. */
export function defineTransform(transform: Omit<Transform, "contract">): Transform {
  return Object.freeze({ contract: "transform/1", ...transform });
}
