import type { JSX } from "preact";

/** How rates are corrected for the judges' error, for a reader who wants to check it. */
export function CorrectionMethod(): JSX.Element {
  return (
    <>
      <h4 id="correction">Correction for the judges’ error</h4>
      <p>
        Verdicts are counted as the judges gave them, and beside that stands the rate corrected by what people
        say. Trials are drawn for labelling by chance within strata (the judge’s outcome, the family, its
        confidence), with chances that are recorded before anybody sees a trial. The labels of each stratum
        stand for all its trials: the corrected rate is the sum of W p over strata, with W the share of a
        stratum and p the share its labels call breached. Its interval adds the distances of Jeffreys bounds
        in squares, and counts repeats of a prompt as repeats. This holds for any judge, and needs none of its
        error rates.
      </p>
      <p>
        Where a rate’s own trials have too few labels, each family is corrected by how often the judge was
        right on the same target and family, in labels of earlier runs or in a calibration: (p + q0 − 1) / (q0
        + q1 − 1), with q1 its sensitivity and q0 its specificity, and the interval of Lee et al., which holds
        the uncertainty of all three. Error rates are never carried over to another target, configuration,
        family or judge version. Where q0 + q1 − 1 is below 0.2 the judge hardly tells breached from held, and
        nothing is corrected. The reason stands beside the rate.
      </p>
      <p>
        A contested verdict that was overturned is counted by its new verdict. The page
        docs/methods/judge-correction.md of the product gives the formulas and how often such intervals held
        the truth in simulated campaigns.
      </p>
    </>
  );
}
