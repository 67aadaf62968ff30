/** Type, spacing and the frame of the page. */
export const layout = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.6 "Inter", "Inter Variable", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-feature-settings: "cv05", "ss03";
  text-rendering: optimizeLegibility; -webkit-font-smoothing: antialiased;
}
code, pre, .text { font-family: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.8125rem; }
code { overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.2; letter-spacing: -0.015em; font-weight: 640; text-wrap: balance; overflow-wrap: anywhere; margin: 0; }
h1 { font-size: clamp(2rem, 1.4rem + 2.4vw, 3rem); letter-spacing: -0.028em; line-height: 1.08; }
h2 { font-size: clamp(1.5rem, 1.3rem + 0.8vw, 1.875rem); letter-spacing: -0.022em; }
h3 { font-size: 1.1875rem; }
h4 { font-size: 1rem; margin-top: 1.5rem; }
p { margin: 0 0 0.75rem; text-wrap: pretty; overflow-wrap: break-word; }
ul, ol { margin: 0 0 0.75rem; padding-left: 1.25rem; }
li { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
h2:focus { outline: none; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 10; padding: 0.6rem 1rem; background: var(--paper); border: 2px solid var(--focus); border-radius: 6px; }
.skip:focus { top: 1rem; }

.bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; max-width: 78rem; margin: 0 auto; padding: 1.25rem clamp(1.25rem, 4vw, 3rem); }
.wordmark { display: flex; align-items: center; gap: 0.55rem; font-weight: 640; letter-spacing: -0.01em; margin: 0; }
.wordmark svg { width: 1.25rem; height: 1.25rem; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.actions { display: flex; flex-wrap: wrap; justify-content: end; gap: 0.5rem; }
button { font: inherit; color: inherit; cursor: pointer; }
.quiet { min-height: 2.25rem; padding: 0.3rem 0.8rem; font-size: 0.875rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 1px 1px rgb(0 0 0 / 4%); }
.quiet:hover { border-color: var(--edge); }

.frame { max-width: 78rem; margin: 0 auto; padding: 0 clamp(1.25rem, 4vw, 3rem) 6rem; }
@media (min-width: 68rem) {
  .frame { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); column-gap: 4rem; }
  .frame > .cover { grid-column: 1 / -1; }
  .contents { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow: auto; }
}
.contents { margin-top: 4.5rem; font-size: 0.9rem; }
.contents h2 { font-size: 0.8125rem; letter-spacing: 0; font-weight: 560; color: var(--ink-soft); margin-bottom: 0.6rem; }
.contents ol { list-style: none; padding: 0; margin: 0; border-left: 1px solid var(--line); }
.contents li a { display: block; padding: 0.28rem 0 0.28rem 0.9rem; margin-left: -1px; color: var(--ink-soft); text-decoration: none; border-left: 2px solid transparent; line-height: 1.35; }
.contents li a:hover { color: var(--ink); border-color: var(--edge); text-decoration: underline; }
.contents li li a { padding-left: 1.9rem; font-size: 0.85rem; }
.contents ol ol { border: 0; }
@media (max-width: 67.99rem) { .contents { margin-top: 3rem; } .contents > ol { columns: 2; column-gap: 1.5rem; border: 0; } .contents li a { padding-left: 0; border: 0; } .contents li li a { padding-left: 0.9rem; } .contents li { break-inside: avoid-column; } }
main section { padding-top: 4.5rem; }
.lead { color: var(--ink-soft); font-size: 1.0625rem; max-width: 42rem; margin: 0.6rem 0 2rem; }
section > h3, section > div > h3 { margin: 3rem 0 0.9rem; }
.prose { max-width: 44rem; }
.foot { max-width: 78rem; margin: 0 auto; padding: 2rem clamp(1.25rem, 4vw, 3rem) 4rem; border-top: 1px solid var(--line); color: var(--ink-soft); font-size: 0.875rem; }

.cover { padding-top: clamp(1.5rem, 5vw, 4rem); }
.eyebrow { color: var(--ink-soft); font-size: 0.9375rem; margin: 0 0 0.75rem; }
.subject { font-size: 1.25rem; line-height: 1.4; color: var(--ink-soft); margin: 1rem 0 0; max-width: 44rem; letter-spacing: -0.008em; }
.notice { border-left: 4px solid var(--high); background: color-mix(in srgb, var(--high) 8%, var(--paper)); padding: 0.85rem 1.1rem; border-radius: 0 8px 8px 0; margin: 1.75rem 0 0; max-width: 48rem; }
.verdict { display: grid; gap: 1px; margin: 2.5rem 0 0; background: var(--line); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.verdict > * { background: var(--wash); padding: 1.6rem 1.75rem; }
@media (min-width: 52rem) { .verdict { grid-template-columns: 1.35fr 1fr 1fr; } .verdict > :only-child { grid-column: 1 / -1; } }
.verdict-words { font-size: clamp(1.375rem, 1.2rem + 0.7vw, 1.75rem); font-weight: 640; letter-spacing: -0.022em; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
.pips { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; margin: 0 0 1rem; }
.pip { display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 8px; border: 1.5px solid currentColor; }
.key-label { margin: 0; color: var(--ink-soft); font-size: 0.9375rem; }
.key-figure { font-size: 2.25rem; line-height: 1.15; font-weight: 600; letter-spacing: -0.03em; margin: 0.15rem 0 0.35rem; }
.key-rate .quiet-words { margin: 0.35rem 0 0; }
.quiet-words { color: var(--ink-soft); font-size: 0.875rem; }
p.quiet-words:last-child { margin-bottom: 0; }
.cover > .facts { margin-top: 2rem; }
`;
