import { inertText } from "./text/inert-text.ts";

/** Characters with which spreadsheets take a cell for a formula, after any blanks; full-width forms count as well. */
const formula = /^[\s\u00a0\u3000]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * One row of a CSV file (RFC 4180): every text in quotes, line ends CR LF.
 *
 * Text that a spreadsheet would compute gets an apostrophe in front, which it takes for "this is text"; what cannot be
 * seen is shown as a label. Numbers stand bare; a value that is missing is an empty cell.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvRow(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const shown = inertText(cell);
  const safe = formula.test(shown) || formula.test(cell) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}
