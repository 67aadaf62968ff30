/** Transcripts: what was said, as letters only. */
export const transcript = `
.trials { border-top: 1px solid var(--line); }
.trial { border-bottom: 1px solid var(--line); }
.trial > summary { display: flex; align-items: center; gap: 0.5rem 1rem; padding: 0.7rem 0; list-style: none; }
.trial > summary:hover .trial-name { text-decoration: underline; text-underline-offset: 0.2em; }
.trial > summary .tag { min-width: 6.6rem; }
.trial-name { flex: 1; min-width: 0; line-height: 1.35; overflow-wrap: anywhere; }
.trial > summary code { color: var(--ink-soft); }
.trial[open] { padding-bottom: 2rem; }
.trial .notice { margin: 0 0 1rem; }
.trial:target > summary { background: var(--wash); box-shadow: -0.75rem 0 0 var(--wash), 0.75rem 0 0 var(--wash), calc(-0.75rem - 3px) 0 0 var(--link); }
.reason { margin: 0.25rem 0 1rem; font-size: 0.9375rem; }
.reason p { margin: 0 0 0.25rem; }
.reason ul { margin: 0; }
.conversation { list-style: none; padding: 0; margin: 0 0 1.5rem; display: grid; gap: 0.75rem; }
.message { padding: 0.9rem 1.1rem; border-radius: 10px; border: 1px solid var(--line); background: var(--raised); min-width: 0; }
.from-user { background: var(--wash); margin-right: clamp(0rem, 6vw, 4rem); }
.from-assistant { margin-left: clamp(0rem, 6vw, 4rem); }
.from-system, .from-tool { border-style: dashed; }
.message-role { margin: 0 0 0.35rem; font-size: 0.8125rem; font-weight: 560; }
.trial .facts.dense { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2.5rem; }
.trial .facts.dense > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.message-role span { font-weight: 400; color: var(--ink-soft); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; line-height: 1.6; overflow: clip; overflow-clip-margin: 0.5em; tab-size: 4; }
.empty { color: var(--ink-soft); font-style: italic; margin: 0; }
.text mark, .call mark { background: var(--cited); color: inherit; font-weight: 600; text-decoration: underline 2px; text-decoration-color: var(--medium); text-underline-offset: 0.2em; border-radius: 2px; }
.hidden-mark { display: inline; padding: 0 0.3em; margin: 0 0.1em; font: 600 0.86em/1.4 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; color: var(--high); border: 1px dashed currentColor; border-radius: 4px; unicode-bidi: isolate; direction: ltr; overflow-wrap: anywhere; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.gap { display: block; margin: 0.6rem 0; padding: 0.2rem 0; font: 400 0.8125rem/1.5 ui-sans-serif, system-ui, sans-serif; color: var(--ink-soft); text-align: center; border-block: 1px dashed var(--edge); }
.cut { color: var(--ink-soft); }
.full-text { margin-top: 0.6rem; }
.full-text .text { max-height: 32rem; overflow: auto; }
.call { margin-top: 0.6rem; padding-left: 0.9rem; border-left: 3px solid var(--line); }
.call-name { margin: 0 0 0.2rem; font-size: 0.875rem; }
.command { display: flex; gap: 0.5rem; align-items: stretch; margin: 0 0 0.75rem; max-width: 52rem; }
.command pre { flex: 1; min-width: 0; margin: 0; padding: 0.55rem 0.85rem; background: var(--wash); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.block { margin: 0.5rem 0 1rem; padding: 0.85rem 1rem; background: var(--wash); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 52rem; }
@media (max-width: 46rem) { .trial > summary { flex-wrap: wrap; } .trial-name { flex-basis: calc(100% - 9rem); } .from-user, .from-assistant { margin: 0; } }
`;
