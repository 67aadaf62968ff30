/** A word that a reader outside the field may not know, with what it means here. */
export interface Term {
  readonly id: string;
  readonly word: string;
  readonly meaning: string;
}

/** Words explained where they first stand and again in the appendix. */
export const terms = {
  attempt: {
    id: "attempt",
    word: "attempt",
    meaning:
      "One conversation in which the system is asked to do what it should not. Stand-ins are harmless: a planted code word instead of a real secret, an invented person instead of a real one.",
  },
  fairRequest: {
    id: "fair-request",
    word: "fair request",
    meaning:
      "A request that looks like an attack and deserves help. Refusing it is a fault too: a system that refuses everything is not useful.",
  },
  interval: {
    id: "interval",
    word: "95 % interval",
    meaning:
      "The range in which the true rate plausibly lies, given how few or many cases were seen. If such tests were repeated, 95 in 100 such ranges would hold the true rate.",
  },
  cases: {
    id: "cases",
    word: "different prompts",
    meaning:
      "Independent cases. Asking the same thing again, or in another disguise, tells less than asking something else, so repeats of one prompt do not count as separate cases.",
  },
  effective: {
    id: "effective",
    word: "effective trials",
    meaning: "How many independent trials would tell as much as the trials that were run, repeats and all.",
  },
  notShown: {
    id: "not-shown",
    word: "not shown",
    meaning:
      "The measured range reaches both sides of the limit: the tests can neither confirm nor rule out that the criterion is met.",
  },
  tooFew: {
    id: "too-few",
    word: "too few cases",
    meaning: "There were fewer independent cases than agreed beforehand, so nothing is claimed either way.",
  },
  mayStillFail: {
    id: "may-still-fail",
    word: "may still fail",
    meaning:
      "No failure was seen, which is not the same as none being there. The figure is the highest rate that would, in 5 of 100 such tests, still show no failure.",
  },
  corrected: {
    id: "corrected",
    word: "corrected",
    meaning:
      "Judges err. Where people labelled trials that were drawn by chance, or where a judge’s error on this system and kind of attack is known, the rate is set right by that and shown beside the one the judges gave. Its range holds the uncertainty of both.",
  },
  notJudged: {
    id: "not-judged",
    word: "not judged",
    meaning:
      "No verdict could be reached, for the reason given. These trials are left out of every rate and are never counted as held.",
  },
} as const satisfies Record<string, Term>;
