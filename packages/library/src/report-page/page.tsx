import type { ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { pageScript } from "./page-script.ts";
import { Definitions } from "./parts/explained.tsx";
import { Visible } from "./parts/visible-text.tsx";
import { Appendix } from "./sections/appendix.tsx";
import { BreakdownSection } from "./sections/breakdown-section.tsx";
import { Contents } from "./sections/contents.tsx";
import { Cover } from "./sections/cover.tsx";
import { CriteriaSection } from "./sections/criteria-section.tsx";
import { FindingsSection } from "./sections/findings-section.tsx";
import { HeldSection } from "./sections/held-section.tsx";
import { JudgingSection } from "./sections/judging-section.tsx";
import { SummarySection } from "./sections/summary-section.tsx";
import { TimelineSection } from "./sections/timeline-section.tsx";
import { UntestedSection } from "./sections/untested-section.tsx";
import { colour } from "./styles/colour.ts";
import { layout } from "./styles/layout.ts";
import { parts } from "./styles/parts.ts";
import { print } from "./styles/print.ts";
import { transcript } from "./styles/transcript.ts";
import { inertText } from "./text/inert-text.ts";
import { moment } from "./words/moments.ts";

const style = colour + layout + parts + transcript + print;

/** The whole report as one document: cover, summary, findings, what held, what is unknown, and the appendix. */
export function ReportPage({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <html lang="en-GB">
      <Head model={model} />
      <body>
        <a class="skip" href="#main">
          Skip to the report
        </a>
        <Bar />
        <div class="frame">
          <Cover model={model} />
          <Contents />
          <main id="main" tabindex={-1}>
            <SummarySection model={model} />
            <CriteriaSection model={model} />
            <FindingsSection model={model} />
            <HeldSection model={model} />
            <BreakdownSection model={model} />
            <JudgingSection model={model} />
            <UntestedSection model={model} />
            <TimelineSection model={model} />
            <Appendix model={model} />
          </main>
        </div>
        <footer class="foot">
          <p>
            <Visible text={model.product} limit={120} />, written {moment(model.generatedAt)}. A pass here is
            not a promise: it says what was tried and what was seen. <a href="#top">Back to the top</a>
          </p>
        </footer>
        <Definitions />
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </body>
    </html>
  );
}

function Head({ model }: { readonly model: ReportModel }): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content={contentSecurityPolicy({ style, script: pageScript })}
      />
      <meta name="referrer" content="no-referrer" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${inertText(model.charter.title).slice(0, 200)} – red-team report`}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
  );
}

function Bar(): JSX.Element {
  return (
    <div class="bar" role="region" aria-label="Report controls">
      <p class="wordmark">
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M10 1.5 17 4v5.5c0 4.2-2.9 7.4-7 9-4.1-1.6-7-4.8-7-9V4z" />
          <path d="m6.8 9.8 2.4 2.4 4.2-4.6" />
        </svg>
        Probity
      </p>
      <div class="actions">
        <button type="button" class="quiet" data-action="fold" hidden>
          Unfold all
        </button>
        <button type="button" class="quiet" data-action="print" hidden>
          Print
        </button>
        <button type="button" class="quiet" data-action="theme" hidden>
          Dark
        </button>
      </div>
    </div>
  );
}
