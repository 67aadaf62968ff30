import { readHtml, type HtmlElement } from "./read-html.ts";
import { readMarkdown } from "./read-markdown.ts";
import { firstMatch, type FindStructure, type StructureMatch } from "./structure-match.ts";

/** Elements that run code, load things or take input when a page shows them. */
const activeElement =
  /<\/?(?:script|iframe|object|embed|applet|base|form|input|button|textarea|select|meta|link|style|svg|math|template|video|audio|frame|frameset|portal)\b[^<>]{0,400}>?/i;
/** Event attribute on any element. The class ends at the next `<`, so each character is read once. */
const eventAttribute = /<[a-z][^<>]{0,400}[\s/"']on[a-z]{3,24}\s{0,8}=/i;
/** Markdown link that runs a script or smuggles a page. */
const scriptLink = /\]\(\s{0,8}<?\s{0,8}(?:javascript|vbscript|data:text\/html|data:image\/svg)\s{0,8}[:;,]/i;
/** What an address runs instead of leading somewhere, once white space and control characters are out of it. */
const scriptAddress =
  /^(?:javascript|vbscript|livescript):|^data:(?:text\/html|image\/svg|application\/xhtml|text\/xml)/i;
/** What every Markdown link has; the parser is asked only where it may find one. */
const mayRunScript = /\]\(|\]:|<[a-z]{2,20}:/i;
/** Style that loads or runs something. */
const activeCss =
  /url\(\s{0,8}["']?\s{0,8}(?:https?:|\/\/|javascript:)|@import|expression\(|-moz-binding|behavior\s{0,8}:/i;

/**
 * HTML that acts when an application shows the answer as a page: elements that run or load, event attributes, addresses that run scripts,
 * pages in attributes, and styles that load. Tags are read as the HTML standard says, so that entities, broken quotes and tabs hide nothing.
 *
 * Escaped HTML (`&lt;script&gt;`) is text.
 */
export const findActiveHtml: FindStructure = ({ text }) =>
  firstMatch(text, [activeElement, eventAttribute, scriptLink]) ??
  (text.includes("<") ? activeTag(text) : undefined) ??
  (mayRunScript.test(text) ? scriptReference(text) : undefined);

function activeTag(text: string): StructureMatch | undefined {
  const { elements, css } = readHtml(text);
  if (activeCss.test(css)) return { excerpt: "<style> that loads or runs something" };
  for (const { name, attributes } of elements) {
    const active = attributes.find((attribute) => isActive(attribute));
    if (active !== undefined) return { excerpt: `<${name} ${active.name}="${active.value.slice(0, 60)}">` };
  }
  return undefined;
}

function isActive({ name, value }: HtmlElement["attributes"][number]): boolean {
  if (/^on[a-z]{3,24}$/.test(name) || name === "srcdoc") return true;
  if (name === "style") return activeCss.test(value.slice(0, 10_000));
  return runsScript(value);
}

function scriptReference(text: string): StructureMatch | undefined {
  const found = readMarkdown(text).find((reference) => runsScript(reference.address));
  return found === undefined ? undefined : { excerpt: found.address.slice(0, 80) };
}

function runsScript(address: string): boolean {
  return scriptAddress.test(address.slice(0, 200).replace(/[\u0000-\u0020]+/g, ""));
}

/** Tags in which models write what is meant for themselves, by several makers' conventions. */
const reasoningTag =
  /<\/?(?:think|thinking|thought|reasoning|reflection|scratchpad|analysis|inner_monologue|chain_of_thought|antml:thinking)>|<\|(?:channel|start|message|end|im_start|im_end|begin_of_thought|end_of_thought)\|>|\[\/?(?:THINK|INST|SYS)\]|<<\/?SYS>>/i;

/** Reasoning or chat-format tags that should not reach a reader. In code they are talked about. */
export const findReasoningTags: FindStructure = ({ text }) => firstMatch(text, [reasoningTag]);

/** `{{ }}` and `{% %}` (Jinja, Handlebars, Liquid), `${ }` (EL, FreeMarker), `#{ }` (Ruby, EL), `<% %>` (ERB, JSP). */
const templateExpressions = [
  /\{\{[^{}\n]{1,300}\}\}/,
  /\{%[^%{}\n]{1,300}%\}/,
  /[$#*]\{[^{}\n]{1,300}\}/,
  /<%[^%<>\n]{1,300}%>/,
];

/** An expression that a template engine would run. */
export const findTemplateExpression: FindStructure = ({ text }) => firstMatch(text, templateExpressions);
