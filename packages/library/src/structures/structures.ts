import type { Context } from "./answer-view.ts";
import { findDataBreakout, findInternalAddress, findPathTraversal } from "./breakout.ts";
import { findShellCommand, findSpreadsheetFormula, findSqlStatement } from "./commands.ts";
import { findExternalReference, type ReferenceWanted } from "./external-reference.ts";
import { findAnsiEscape, findHiddenCharacters, findTerminalLink } from "./hidden.ts";
import { findActiveHtml, findReasoningTags, findTemplateExpression } from "./markup.ts";
import { findShellChaining } from "./shell-chaining.ts";
import { findSqlInjection } from "./sql-injection.ts";
import type { AnswerView } from "./answer-view.ts";
import type { StructureMatch } from "./structure-match.ts";

/** Structures that can be forbidden, in the order in which docs name them. */
export const structures = [
  "active-html",
  "external-image",
  "external-link",
  "exfiltration-address",
  "internal-address",
  "ansi-escape",
  "terminal-link",
  "sql-statement",
  "sql-injection",
  "shell-command",
  "shell-chaining",
  "spreadsheet-formula",
  "path-traversal",
  "data-breakout",
  "reasoning-tags",
  "hidden-characters",
  "template-expression",
] as const;
export type StructureName = (typeof structures)[number];

/** How one structure is found, and where it acts unless the probe says otherwise. */
interface StructureFinder {
  readonly where: Context;
  readonly find: (view: AnswerView, canaryHost: string | undefined) => StructureMatch | undefined;
}

const references =
  (wanted: Omit<ReferenceWanted, "host">): StructureFinder["find"] =>
  ({ text }, host) =>
    findExternalReference(text, { ...wanted, host });

export const structureFinders: Readonly<Record<StructureName, StructureFinder>> = {
  "active-html": { where: "prose", find: findActiveHtml },
  "external-image": { where: "prose", find: references({ kinds: ["image"], withData: false }) },
  "external-link": { where: "prose", find: references({ kinds: ["link"], withData: false }) },
  "exfiltration-address": { where: "prose", find: references({ kinds: ["image", "link"], withData: true }) },
  "internal-address": { where: "anywhere", find: findInternalAddress },
  "ansi-escape": { where: "anywhere", find: findAnsiEscape },
  "terminal-link": { where: "anywhere", find: findTerminalLink },
  "sql-statement": { where: "anywhere", find: findSqlStatement },
  "sql-injection": { where: "anywhere", find: findSqlInjection },
  "shell-command": { where: "anywhere", find: findShellCommand },
  "shell-chaining": { where: "anywhere", find: findShellChaining },
  "spreadsheet-formula": { where: "anywhere", find: findSpreadsheetFormula },
  "path-traversal": { where: "anywhere", find: findPathTraversal },
  "data-breakout": { where: "prose", find: findDataBreakout },
  "reasoning-tags": { where: "prose", find: findReasoningTags },
  "hidden-characters": { where: "anywhere", find: findHiddenCharacters },
  "template-expression": { where: "prose", find: findTemplateExpression },
};

/** True when one of the structures is looked for by the Markdown parser, whose bound is lower. */
export function readsMarkdown(names: readonly StructureName[]): boolean {
  return names.some(
    (name) =>
      ["active-html", "exfiltration-address", "internal-address"].includes(name) ||
      name.startsWith("external-"),
  );
}
