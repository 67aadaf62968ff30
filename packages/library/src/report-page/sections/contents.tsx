import type { JSX } from "preact";

const entries = [
  ["summary", "Summary"],
  ["criteria", "Success criteria"],
  ["findings", "Findings"],
  ["held", "What held"],
  ["breakdown", "Weaker and stronger"],
  ["judging", "Judges and people"],
  ["untested", "Not tested and limits"],
  ["timeline", "Timeline"],
  ["appendix", "Technical appendix"],
] as const;

const inAppendix = [
  ["configuration", "Configuration"],
  ["counts", "Counts"],
  ["method", "Method and words"],
  ["log", "Evidence log"],
  ["transcripts", "Transcripts"],
] as const;

/** The way to every section. */
export function Contents(): JSX.Element {
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <ol>
        {entries.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
            {id === "appendix" && (
              <ol>
                {inAppendix.map(([part, words]) => (
                  <li>
                    <a href={`#${part}`}>{words}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
