import { prepareJudging } from "@probity/engine";
import { canonicalJson, createMasker } from "@probity/evidence";
import { judges } from "@probity/library";
import type { Transcript } from "@probity/domain";

/** One step of recording a trial, and what it takes of the thread that sends requests, in microseconds per trial. */
export interface Stage {
  readonly name: string;
  readonly microseconds: number;
}

/** So often a step goes over all transcripts: what V8 compiles for it should be compiled before it is timed. */
const passes = 20;

/** Times the steps that can be repeated on their own, over transcripts of the campaign that was just measured. */
export function timeStages(transcripts: readonly Transcript[]): readonly Stage[] {
  const judge = prepareJudging(new Map(judges.map((each) => [each.id, each])));
  const mask = createMasker({ key: new Uint8Array(32), allow: [] });
  const verdicts = transcripts.map(judge);
  const time = (name: string, step: (transcript: Transcript, index: number) => unknown): Stage => {
    const pass = () => transcripts.forEach(step);
    for (let done = 0; done < passes; done += 1) pass();
    const since = performance.now();
    for (let done = 0; done < passes; done += 1) pass();
    return { name, microseconds: ((performance.now() - since) * 1000) / (passes * transcripts.length) };
  };
  return [
    time("masking", ({ messages }) => messages.map(({ content }) => mask(content))),
    time("judging", judge),
    time("canonical JSON, two entries", (transcript, index) => [
      canonicalJson({ at: "", kind: "transcript", run: transcript.runId, transcript }),
      canonicalJson({ at: "", kind: "verdict", run: transcript.runId, verdict: verdicts[index] }),
    ]),
  ];
}
