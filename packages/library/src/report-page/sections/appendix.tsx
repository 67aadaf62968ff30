import type { ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { Configuration, Counts } from "./configuration-section.tsx";
import { EvidenceLog } from "./evidence-log-section.tsx";
import { Method } from "./method-section.tsx";
import { Section } from "./section.tsx";
import { Transcripts } from "./transcripts-section.tsx";

/** Everything needed to check the report and to do it again. */
export function Appendix({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <Section
      id="appendix"
      title="Technical appendix"
      lead="For those who check the figures, reproduce a failure, or mend it."
    >
      <h3 id="configuration">Configuration</h3>
      <Configuration model={model} />
      <h3 id="counts">Counts</h3>
      <Counts model={model} />
      <h3 id="method">Method and words</h3>
      <Method />
      <h3 id="log">Evidence log</h3>
      <EvidenceLog model={model} />
      <h3 id="transcripts">Transcripts</h3>
      <Transcripts model={model} />
    </Section>
  );
}
