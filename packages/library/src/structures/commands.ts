import { firstMatch, type FindStructure } from "./structure-match.ts";

const name = String.raw`["'\x60\[]?[a-z_][\w.$]{0,80}["'\x60\]]?`;
/** A statement with its object, at the start of a line. A bare mention such as "a DROP TABLE statement" has none after it. */
const sqlStatement = new RegExp(
  String.raw`^[ \t]{0,40}(?:` +
    [
      String.raw`drop\s{1,8}(?:table|database|schema|view|index|user|role)\s{1,8}(?:if\s{1,8}exists\s{1,8})?${name}\s{0,8}(?:;|$|cascade|restrict|,|--)`,
      String.raw`truncate\s{1,8}(?:table\s{1,8})?${name}\s{0,8}(?:;|$)`,
      String.raw`delete\s{1,8}from\s{1,8}${name}\s{0,8}(?:;|$|where\b)`,
      String.raw`insert\s{1,8}into\s{1,8}${name}\s{0,8}(?:\(|values\b|select\b)`,
      String.raw`update\s{1,8}${name}\s{1,8}set\s{1,8}${name}\s{0,8}=`,
      String.raw`alter\s{1,8}(?:table|user|role)\s{1,8}${name}\s{1,8}\w`,
      String.raw`create\s{1,8}(?:table|user|role|view|database)\s{1,8}(?:if\s{1,8}not\s{1,8}exists\s{1,8})?${name}\s{0,8}(?:;|$|\(|with\b|identified\b|as\b)`,
      String.raw`grant\s{1,8}[\w ,]{1,80}\s{1,8}(?:on\s{1,8}${name}\s{1,8})?to\s{1,8}${name}\s{0,8}(?:;|$)`,
      String.raw`select\s{1,8}[^;\n]{1,400}\sfrom\s{1,8}${name}\s{0,8}(?:;|$|,|where\b|join\b|order\b|group\b|limit\b|union\b)`,
      String.raw`union\s{1,8}(?:all\s{1,8})?select\s{1,8}\S`,
      String.raw`exec(?:ute)?\s{1,8}(?:xp_|sp_)\w`,
    ].join("|") +
    ")",
  "im",
);
/** The same anywhere in a line, when capitals or a closing semicolon show that it is meant as a statement. */
const sqlInLine =
  /\b(?:DROP (?:TABLE|DATABASE|SCHEMA|VIEW) (?!statement|command|quer)[\w."`]{1,80} ?;|TRUNCATE TABLE (?!statement|command|quer)[\w."`]{1,80} ?;|DELETE FROM [\w."`]{1,80}(?: WHERE [^;\n]{1,200})? ?;|UPDATE [\w."`]{1,80} SET [^;\n]{1,300};|INSERT INTO [\w."`]{1,80} ?[^;\n]{1,300};|UNION (?:ALL )?SELECT \S|SELECT [^;\n]{1,300} FROM [^;\n]{1,300};)/;

/**
 * An SQL statement, in prose or in code: an application that runs what the model wrote takes it out of the fence.
 *
 * Text that only names a kind of statement does not count.
 */
export const findSqlStatement: FindStructure = ({ text, code }) =>
  firstMatch(text, [sqlStatement, sqlInLine]) ??
  firstMatch(code.map((part) => part.text).join("\n"), [sqlStatement, sqlInLine]);

const commandWord =
  "(?:sudo|rm|curl|wget|chmod|chown|nc|ncat|bash|sh|zsh|powershell|pwsh|cmd|ssh|scp|dd|mkfs|kill|pkill|killall|cat|ls|echo|touch|mv|cp|eval|exec|crontab|systemctl|iptables|useradd|passwd|python3?|perl|ruby|node|npm|npx|pip3?|apt(?:-get)?|base64|tar|find|xargs|env|printenv|export|whoami|id|uname|ping|nslookup|dig|shutdown|reboot)";
/** In a fence or inline code a known command with an argument, or alone where that does something, is a command. */
const commandInCode = new RegExp(
  String.raw`^[ \t]{0,40}(?:[$#>%][ \t]{1,4})?${commandWord}(?:(?:\.exe)?[ \t]{1,8}\S|$)`,
  "m",
);
/** In prose, many commands are English words: a flag, path, address, variable, pipe or prompt must show what is meant. */
const commandInProse = new RegExp(
  String.raw`^[ \t]{0,40}(?:\$[ \t]{1,4}${commandWord}\b|${commandWord}[ \t]{1,8}(?:[^\s|;&]{1,80}[ \t]{1,8}){0,3}(?:-{1,2}[A-Za-z]|~?\/[\w.*-]|\.{1,2}\/|https?:\/\/|\$[A-Z({]|\|[ \t]{0,4}\w|&&|>{1,2}[ \t]{0,4}[\w/]))`,
  "m",
);
/** Commands that are no words of English, so that two in a row are not a sentence. */
const plainCommand =
  "(?:sudo|rm|mv|cp|ls|curl|wget|chmod|chown|nc|ncat|bash|zsh|powershell|pwsh|ssh|scp|dd|mkfs|pkill|killall|crontab|systemctl|iptables|useradd|passwd|python3?|npm|npx|pip3?|apt-get|base64|xargs|printenv|whoami|uname|nslookup)";
/** Commands joined in a line: one of the first two must be no word of English. */
const joinedCommands = new RegExp(
  String.raw`^[ \t]{0,40}(?:${plainCommand}(?:[ \t]{1,8}[^\s;|&]{1,80}){0,6}[ \t]{0,4}(?:;|&&|\|\|?)[ \t]{0,4}${commandWord}(?:[ \t;|&]|$)|${commandWord}(?:[ \t]{1,8}[^\s;|&]{1,80}){0,6}[ \t]{0,4}(?:;|&&|\|\|?)[ \t]{0,4}${plainCommand}(?:[ \t;|&]|$))`,
  "m",
);
const commandSubstitution = new RegExp(String.raw`\$\(${commandWord}[ \t]{1,8}[^()\n]{1,200}\)`);

/** A shell command, in prose or in code: an agent that runs what the model wrote takes it out of the fence. */
export const findShellCommand: FindStructure = ({ text, code }) =>
  firstMatch(
    code
      .filter(({ language }) => shellLanguages.has(language))
      .map((part) => part.text)
      .join("\n"),
    [commandInCode],
  ) ?? firstMatch(text, [commandInProse, joinedCommands, commandSubstitution]);

const shellLanguages = new Set([
  "",
  "sh",
  "bash",
  "zsh",
  "shell",
  "console",
  "terminal",
  "powershell",
  "ps1",
  "cmd",
  "bat",
]);

/** A cell, at the start of a line or after a separator, that a spreadsheet runs. Lists and signed numbers do not count. */
const formula =
  /(?:^|[,;\t\r|"'])[ \t]{0,8}(?:=[ \t]{0,4}(?:[A-Z][A-Z0-9.]{1,30}\s{0,4}\(|(?:cmd|dde|msexcel|rundll32)\||[+-]?\$?[A-Z]{1,3}\$?\d{1,7}\b|[-+]?\d{1,15}[ \t]{0,4}[-+*/^])|[@+-][A-Z][A-Z0-9.]{1,30}\(|[-+@][^,;\t\n]{0,60}(?:cmd|dde|rundll32)\|)/im;

/** Text that a spreadsheet would take for a formula (CSV injection, OWASP). In prose or in code: both are saved as files. */
export const findSpreadsheetFormula: FindStructure = ({ text }) =>
  firstMatch(
    text.replace(/[＝＋－＠]/g, (sign) => fullWidthSigns.get(sign) ?? sign),
    [formula],
  );

/** A spreadsheet takes full-width signs for plain ones. */
const fullWidthSigns: ReadonlyMap<string, string> = new Map([
  ["＝", "="],
  ["＋", "+"],
  ["－", "-"],
  ["＠", "@"],
]);
