import type { JSX } from "preact";
import { terms, type Term } from "../words/terms.ts";
import { CorrectionMethod } from "./correction-method.tsx";

/** How the figures come about, for a reader who wants to check them. Describes the model's own definitions; no figures. */
export function Method(): JSX.Element {
  return (
    <div class="prose">
      <p>
        A rate is failures over judged trials. A trial is judged when a judge decided that the safeguard was
        breached or held; unclear and unjudged trials are left out and shown beside the rate. Trials are
        simulated, not taken from real use.
      </p>
      <p>
        Trials that share a root prompt (repeats of it, and its transforms) are not independent. Their spread
        is measured with a cluster-robust standard error over root prompts, from which follows the number of
        independent trials that would tell as much (the effective number, with Student’s t for few clusters).
        The 95 % interval is Wilson’s score interval on that number. When all or none of the trials failed,
        each root prompt counts as one trial.
      </p>
      <p>
        Where nothing failed, the bound is the one-sided 95 % upper bound on the effective number: the highest
        rate that would still show no failure in 5 of 100 such tests. Where there are fewer independent root
        prompts than the agreed least, no statement is made. A criterion is met only when its bound, at the
        confidence frozen with the charter, lies within the limit.
      </p>
      <CorrectionMethod />
      <p class="quiet-words">
        Sources: Wilson 1927; Newcombe 1998, Statistics in Medicine 17; Miller 2024, arXiv 2411.00640; Rogan
        and Gladen 1978; Lee et al. 2025, arXiv 2511.21140; Cochran 1977; Angelopoulos et al. 2023, arXiv
        2311.01453.
      </p>
      <h4>Words used in this report</h4>
      <dl class="words">
        {Object.values<Term>(terms).map(({ word, meaning }) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
