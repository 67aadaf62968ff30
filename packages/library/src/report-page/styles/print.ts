/**
 * On paper: light, black on white, controls gone, sections and findings kept whole, the evidence of findings unfolded.
 *
 * A transcript is a line unless its reader unfolded it: hundreds of them are 500 pages that nobody asked for.
 */
export const print = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " of " counter(pages); font: 9pt system-ui, sans-serif; color: #4a5360; } }
.paper-only { display: none; }
@media print {
  .paper-only { display: block; }
  :root, :root[data-theme] { color-scheme: light; }
  html { font-size: 10.5pt; }
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .bar .actions, .skip, .contents, .filter, .screen-only, [data-copy], .definitions, .foot a, .verdict a { display: none !important; }
  .frame, .bar, .foot { max-width: none; padding-inline: 0; display: block; }
  .cover { padding-top: 1rem; }
  .cover > .facts { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  main section { padding-top: 2.25rem; }
  #findings, #appendix { break-before: page; }
  h2, h3, h4, caption, thead, .message-role, summary { break-after: avoid; }
  .summary-part h3 { break-after: auto; }
  .finding, .summary-part, .words div, tr, .facts > div, .verdict { break-inside: avoid; }
  #criteria, #timeline, section > h3 + .rates { break-inside: avoid; }
  .lead { break-inside: avoid; break-after: avoid; }
  .rates .plot-cell { width: 10rem; }
  .rates .figure { width: 6rem; }
  .rates:not(.criteria) th:nth-child(3) { width: 12rem; }
  p, li { orphans: 3; widows: 3; }
  details:not(.full-text, .trial)::details-content { content-visibility: visible; display: block; block-size: auto; }
  .full-text { display: none; }
  .trial > summary::before { display: none; }
  .trial > summary { padding: 0.3rem 0; break-inside: avoid; }
  .trial:not([open]) > summary { break-after: auto; }
  .axis text { font-size: 20px; }
  .term { text-decoration: none; }
  a { color: inherit; }
  .scroll { overflow: visible; }
  .plain td, .plain th { min-width: 0; }
  .finding { padding-block: 1.1rem; }
  .finding-more { margin-top: 0.25rem; }
  .finding { grid-template-columns: minmax(0, 1fr) 13rem; }
  .summary-part { grid-template-columns: 8.5rem minmax(0, 1fr); }
  .verdict { grid-template-columns: 1.35fr 1fr 1fr; }
  .verdict > * { padding: 1rem 1.1rem; }
}
`;
