/** The parts of the report: tables, plots, findings, tags. */
export const parts = `
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1.25rem 2rem; margin: 0; }
.facts dt { color: var(--ink-soft); font-size: 0.8125rem; }
.facts dd { margin: 0.1rem 0 0; overflow-wrap: anywhere; }
.facts.dense { display: block; margin: 1rem 0; border-top: 1px solid var(--line); }
.facts.dense > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 1rem; padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
.facts.dense dt { font-size: 0.875rem; }
.facts.dense dd { margin: 0; font-size: 0.9375rem; }

.summary-part { display: grid; gap: 0.4rem 2.5rem; padding: 1.6rem 0; border-top: 1px solid var(--line); }
.summary { margin-top: 1.75rem; }
.summary-part p, .summary-part li { font-size: 1.0625rem; line-height: 1.6; max-width: 42rem; }
.summary-part ul { margin: 0; }
.summary-part li { margin-bottom: 0.35rem; }
.summary-part > div > :last-child { margin-bottom: 0; }
@media (min-width: 46rem) { .summary-part { grid-template-columns: 11rem minmax(0, 1fr); } .summary-part h3 { line-height: 1.6rem; font-size: 1.0625rem; } }
.term { display: inline; padding: 0; border: 0; background: none; text-align: inherit; text-decoration: underline dotted 1.5px var(--edge); text-underline-offset: 0.22em; }
.term:hover { text-decoration-style: solid; }
.definition { max-width: 24rem; padding: 1rem 1.25rem; color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: 10px; box-shadow: 0 12px 32px rgb(0 0 0 / 18%); font-size: 0.9375rem; }
.definition p { margin: 0 0 0.25rem; }
@supports (position-area: block-end) { .definition { position-area: block-end span-inline-end; position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline; margin: 0.5rem 0 0; inset: auto; } }
.words div { padding: 0.6rem 0; border-top: 1px solid var(--line); }
.words dt { font-weight: 600; }
.words dd { margin: 0; color: var(--ink-soft); }

.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.icon.filled { fill: currentColor; stroke-width: 1; stroke-linejoin: miter; }
.tag { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.1rem 0.55rem; font-size: 0.8125rem; line-height: 1.5rem; font-weight: 560; white-space: nowrap; border-radius: 6px; color: var(--tone); background: color-mix(in srgb, var(--tone) 9%, var(--paper)); }
.tag .icon { width: 0.85em; height: 0.85em; }
.tag .icon.filled { width: 1em; height: 1em; }
.severity-critical { --tone: var(--critical); } .severity-high { --tone: var(--high); } .severity-medium { --tone: var(--medium); } .severity-low { --tone: var(--low); }
.standing-met, .outcome-held { --tone: var(--good); } .standing-not-met, .outcome-breached { --tone: var(--critical); }
.standing-not-shown, .outcome-unclear { --tone: var(--medium); } .standing-underpowered, .outcome-unjudged, .outcome-pending { --tone: var(--low); }
.pip { color: var(--tone); }

table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
caption { text-align: left; color: var(--ink-soft); font-size: 0.875rem; padding-bottom: 0.6rem; }
th, td { text-align: left; vertical-align: top; padding: 0.7rem 1rem 0.7rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-weight: 500; }
thead th { color: var(--ink-soft); font-size: 0.8125rem; font-weight: 500; padding-block: 0.35rem; vertical-align: bottom; border-bottom-color: var(--edge); }
th:last-child, td:last-child { padding-right: 0; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td { font-variant-numeric: tabular-nums; }
.rates td strong { font-weight: 600; }
caption.unseen { padding: 0; }
@media (min-width: 46.01rem) {
  .rates { table-layout: fixed; }
  .rates .figure { width: 8.25rem; }
  .rates .figure:last-child { width: 6.5rem; }
  .rates .plot-cell { width: 13rem; }
  .rates:not(.criteria) th:nth-child(3) { width: 11.5rem; }
  .rates:not(.criteria) td:nth-child(3), .rates:not(.criteria) th:nth-child(3) { padding-left: 1rem; }
  .criteria th:nth-child(2) { width: 9rem; }
  .criteria th:nth-child(3) { width: 13rem; }
}
td.plot-cell { vertical-align: middle; }
.rates tr.whole th, .rates tr.whole td { font-weight: 600; border-top: 1px solid var(--edge); border-bottom: 0; }
.figure .aside { white-space: normal; }
.aside { display: block; color: var(--ink-soft); font-size: 0.8125rem; font-weight: 400; }
.no-statement { color: var(--ink-soft); }
.scroll { overflow-x: auto; }
.counts { max-width: 40rem; }
.counts .part th { padding-left: 1.25rem; color: var(--ink-soft); font-weight: 400; }
.plain.small { font-size: 0.8125rem; }
.plain td, .plain th { min-width: 5rem; }
.plain code { overflow-wrap: break-word; }
.plain time { white-space: nowrap; }
.key { color: var(--ink-soft); font-size: 0.875rem; margin-top: 1rem; }
.plot-key.wide { width: 1.1rem; }
.plot-key { width: 0.75rem; height: 1rem; vertical-align: -0.15rem; }
@media (max-width: 46rem) {
  .rates, .rates caption, .rates tbody, .rates tr, .rates th, .rates td { display: block; width: auto; }
  .rates thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .rates tr { display: grid; grid-template-columns: 1fr auto; gap: 0.1rem 1rem; padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
  .rates th, .rates td { border: 0; padding: 0; }
  .rates th, .rates .plot-cell { grid-column: 1 / -1; }
  .rates .figure { text-align: left; }
  .rates:not(.criteria) td:nth-child(3) { text-align: right; grid-row: 2; grid-column: 2; }
  .rates td:nth-child(5) { display: none; }
  .facts.dense > div, .trial .facts.dense > div { grid-template-columns: 1fr; gap: 0; }
  .filter label { flex: 1 1 9rem; }
  .filter select { width: 100%; max-width: none; }
}

.plot { display: block; width: 100%; max-width: 15rem; height: auto; overflow: visible; }
.plot path { fill: none; }
@media (max-width: 46rem) { .plot { max-width: none; } }
.plot-grid { stroke: var(--plot-grid); stroke-width: 1; }
.plot-base { stroke: var(--plot-grid); stroke-width: 1; }
.plot-interval { stroke: var(--plot); stroke-width: 2; stroke-linecap: round; }
.plot-estimate { fill: var(--plot); }
.plot-corrected { stroke: var(--plot-corrected); stroke-width: 2; stroke-linecap: round; }
.plot .plot-diamond, .plot-diamond { fill: var(--paper); stroke: var(--plot-corrected); stroke-width: 2; }
.correction .term { font: inherit; color: inherit; }
.correction strong { color: var(--ink); }
.plot-remainder { stroke: var(--edge); stroke-width: 7; stroke-dasharray: 2 2; }
.plot-zero { fill: var(--paper); stroke: var(--plot); stroke-width: 2; }
.plot-limit { stroke: var(--high); stroke-width: 1.5; stroke-dasharray: 3 2; fill: none; }
.plot .plot-flag, .plot-flag { fill: var(--high); }
.axis text { font: 500 11px ui-sans-serif, system-ui, sans-serif; fill: var(--ink-soft); }

.filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: end; margin: 0 0 1.5rem; }
.filter label { display: grid; gap: 0.2rem; font-size: 0.8125rem; color: var(--ink-soft); }
.filter select { font: inherit; font-size: 0.9375rem; min-height: 2.5rem; min-width: 9rem; max-width: 16rem; padding: 0.3rem 2rem 0.3rem 0.7rem; color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: 8px; }
.filter-count { margin: 0 0 0.6rem; color: var(--ink-soft); font-size: 0.875rem; }

.finding { display: grid; gap: 1rem 3rem; padding: 1.75rem 0; border-top: 1px solid var(--line); }
.finding:last-child { border-bottom: 1px solid var(--line); }
@media (min-width: 46rem) { .finding { grid-template-columns: minmax(0, 1fr) 15rem; } .finding-more { grid-column: 1 / -1; } }
.finding h3 { margin: 0.55rem 0 0.45rem; }
.finding-words p { max-width: 40rem; }
.finding-tags { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.9rem; margin: 0; }
.finding-kind, .finding-tags code { color: var(--ink-soft); font-size: 0.8125rem; }
.finding-figure { display: flex; justify-content: space-between; align-items: baseline; margin: 0 0 0.3rem; font-variant-numeric: tabular-nums; }
.finding-figure strong { font-size: 1.375rem; font-weight: 600; letter-spacing: -0.02em; }
.finding-figure span { font-size: 1.0625rem; color: var(--ink-soft); }
.finding-rate .quiet-words { margin: 0.35rem 0 0; font-size: 0.8125rem; }
.standards { list-style: none; display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0; margin: 0; }
.standards li { font-size: 0.75rem; line-height: 1.375rem; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 5px; color: var(--ink-soft); }
.evidence-links { list-style: none; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1rem; padding: 0; }
.evidence-links a { display: inline-block; padding: 0.15rem 0; }
.evidence-links .aside { display: inline; }

summary { cursor: pointer; }
.more > summary, .finding-more > summary, .reasons summary, .full-text > summary { display: inline-flex; align-items: center; gap: 0.55rem; padding: 0.25rem 0; color: var(--link); font-size: 0.9375rem; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; width: 0.42rem; height: 0.42rem; border-right: 1.5px solid currentColor; border-bottom: 1.5px solid currentColor; transform: rotate(-45deg); margin: 0 0.1rem; }
details[open] > summary::before { transform: translateY(-0.1rem) rotate(45deg); }
.more > summary:hover, .finding-more > summary:hover, .reasons summary:hover, .full-text > summary:hover { text-decoration: underline; text-underline-offset: 0.2em; }
.more { margin-top: 1rem; }
.finding-more[open] > summary { margin-bottom: 0.5rem; }
.reasons { padding: 0; list-style: none; }
.reasons > li { padding: 0.7rem 0; border-top: 1px solid var(--line); }
.limits li { margin-bottom: 0.5rem; max-width: 44rem; }
.timeline { list-style: none; padding: 0; margin: 0; }
.timeline li { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0.25rem 1.5rem; padding: 0.5rem 0; border-top: 1px solid var(--line); }
.timeline p { margin: 0; }
.timeline time { color: var(--ink-soft); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
@media (max-width: 46rem) { .timeline li { grid-template-columns: 1fr; } }
`;
