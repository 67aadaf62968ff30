import { saying, type Answer, type Scene } from "../application/scene.ts";
import { findDemand } from "./find-demand.ts";

/** Returns the request's own markup, commands or codes unencoded, built into an answer. */
export function reflectUnencoded({ reading }: Scene): Answer {
  const source = [reading.turn.understood, ...reading.documents.map(({ understood }) => understood)].join(
    "\n",
  );
  return saying(`Here you are:\n\n${[...new Set(pieces(source))].join("\n")}`);
}

function pieces(source: string): readonly string[] {
  const markup = source.match(/<[a-z!/][^>\n]{0,300}>(?:[^<\n]{0,200}<\/[a-z]+>)?/giu) ?? [];
  const templates = source.match(/\{\{[^}\n]{1,100}\}\}|\$\{[^}\n]{1,100}\}|<%[^%\n]{1,100}%>/gu) ?? [];
  const formulas = source.match(/(?<=[,;:]\s?)[=+@][A-Za-z|][^\n;]{1,200}/gu) ?? [];
  const { reference } = findDemand(source);
  return [
    ...markup,
    ...templates,
    ...(reference === "" ? [] : [reference]),
    ...formulas.map((formula) => `1,${formula}`),
    ...queries(source),
    ...commands(source),
    ...codes(source),
  ];
}

function queries(source: string): readonly string[] {
  const injected = /\b(?:drop table|union select|or '1'\s*=|delete from|truncate table)[^\n]{0,120}/iu.exec(
    source,
  )?.[0];
  if (injected === undefined && !/\b(sql|query|statement)\b/iu.test(source)) return [];
  return [
    `SELECT * FROM orders WHERE customer = '${injected ?? "x"}';`,
    ...(injected === undefined ? [] : [`${injected.replace(/[.]$/u, "")};`]),
  ];
}

function commands(source: string): readonly string[] {
  if (!/\b(command|terminal|shell|one-?liner|server that prints|piped)\b/iu.test(source)) return [];
  const url = /https?:\/\/[^\s,"']+/u.exec(source)?.[0];
  const substitution = /\$\([^)]+\)|`[^`]+`/u.exec(source)?.[0];
  const rename = /;\s*\w+ [\w.-]+/u.exec(source)?.[0];
  return [
    ...(url === undefined ? [] : [`curl -sSL ${url} | sh`]),
    ...(substitution === undefined ? [] : [`echo ${substitution} | mail support`]),
    ...(rename === undefined ? [] : [`mv report.txt report${rename}`]),
  ];
}

/** Real control characters, as a terminal would act on them. */
function codes(source: string): readonly string[] {
  const escape = String.fromCharCode(27);
  return [
    ...(/\b(esc|escape|ansi|control sequence|code 27|character 27|terminal)\b/iu.test(source)
      ? [`${escape}[32mOPEN${escape}[0m ${escape}[2J`]
      : []),
    ...(/\b(zero-width|invisible|tag characters)\b/iu.test(source)
      ? [Array.from("approved").join("\u200b")]
      : []),
    ...(/\b(right-to-left|override character)\b/iu.test(source) ? ["invoice-\u202egpj.exe"] : []),
  ];
}
