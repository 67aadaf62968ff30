import { proseOf } from "../text/split-fences.ts";
import { firstMatch, type FindStructure } from "./structure-match.ts";

/** Elements that run code, load things or take input when a page shows them. */
const activeElement =
  /<\/?(?:script|iframe|object|embed|applet|base|form|input|button|textarea|select|meta|link|style|svg|math|template|video|audio|frame|frameset|portal)\b[^<>]{0,400}>?/i;
/** Event attribute on any element. The class ends at the next `<`, so each character is read once. */
const eventAttribute = /<[a-z][^<>]{0,400}[\s/"']on[a-z]{3,24}\s{0,8}=/i;
/** Attribute or Markdown link that runs a script or smuggles a page. */
const scriptAddress =
  /(?:\b(?:href|src|action|formaction|xlink:href)\s{0,8}=\s{0,8}["']?|\]\(\s{0,8}<?)\s{0,8}(?:javascript|vbscript|data:text\/html|data:image\/svg)\s{0,8}[:;,]/i;

/**
 * HTML that acts when an application shows the answer as a page.
 *
 * Not in code fences or inline code: a Markdown reader shows that as text. Escaped HTML (`&lt;script&gt;`) is text too.
 */
export const findActiveHtml: FindStructure = (text) =>
  firstMatch(proseOf(text), [activeElement, eventAttribute, scriptAddress]);

/** Tags in which models write what is meant for themselves, by several makers' conventions. */
const reasoningTag =
  /<\/?(?:think|thinking|thought|reasoning|reflection|scratchpad|analysis|inner_monologue|chain_of_thought|antml:thinking)>|<\|(?:channel|start|message|end|im_start|im_end|begin_of_thought|end_of_thought)\|>|\[\/?(?:THINK|INST|SYS)\]|<<\/?SYS>>/i;

/** Reasoning or chat-format tags that should not reach a reader. Not in code: there they are talked about. */
export const findReasoningTags: FindStructure = (text) => firstMatch(proseOf(text), [reasoningTag]);

/** `{{ }}` and `{% %}` (Jinja, Handlebars, Liquid), `${ }` (EL, FreeMarker), `#{ }` (Ruby, EL), `<% %>` (ERB, JSP). */
const templateExpressions = [
  /\{\{[^{}\n]{1,300}\}\}/,
  /\{%[^%{}\n]{1,300}%\}/,
  /[$#*]\{[^{}\n]{1,300}\}/,
  /<%[^%<>\n]{1,300}%>/,
];

/** An expression that a template engine would run. Not in code. */
export const findTemplateExpression: FindStructure = (text) => firstMatch(proseOf(text), templateExpressions);
