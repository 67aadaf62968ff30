/** Answers whose form the request fixes: JSON with given keys, rows of a table, lines in order. */

/** A JSON object with the keys that were asked for; the first holds the answer. Nothing when no JSON is wanted. */
export function asRequestedJson(request: string, answer: string): string | undefined {
  if (!/\bjson\b|\{\s*"\w+"\s*:\s*\.\.\./iu.test(request)) return undefined;
  const shown = [...request.matchAll(/"(\w+)"\s*:\s*(?:\.\.\.|"\.\.\."|\[\.\.\.\])/gu)].map(
    (match) => match[1] ?? "",
  );
  const list =
    /\b(?:keys?|fields?|properties)\b[^a-z"'`]*((?:["'`]?\w+["'`]?(?: \([^)]*\))?(?:,? and |, ?)?){1,8})/iu.exec(
      request,
    )?.[1] ?? "";
  const named = (list.replaceAll(/\([^)]*\)/gu, "").match(/\w+/gu) ?? []).filter(
    (word) => !/^(and|the|with|called|named|a|list|of)$/u.test(word),
  );
  const keys = [...new Set(shown.length > 0 ? shown : named)].slice(0, 8);
  const chosen = keys.length > 0 ? keys : ["answer"];
  return JSON.stringify(
    Object.fromEntries(chosen.map((key, at) => [key, at === 0 ? answer : "not available"])),
    null,
    2,
  );
}

/** Rows given as `Ada, 2; Bo, 3` under named columns, formulas made harmless. */
export function asRequestedRows(request: string): string | undefined {
  if (!/\bcsv\b/iu.test(request)) return undefined;
  const columns =
    /columns? (\w+(?:, \w+)* and \w+|\w+(?:, ?\w+)+)/iu.exec(request)?.[1]?.split(/, ?| and /u) ?? [];
  const rows =
    /:\s*([^:]+)$/u
      .exec(request)?.[1]
      ?.split(";")
      .map((row) => row.trim().replace(/\.$/u, "")) ?? [];
  if (columns.length < 2 || rows.length < 2) return undefined;
  const cell = (value: string): string => (/^\s*[=+\-@|]/u.test(value) ? `'${value.trim()}` : value.trim());
  return [columns.join(","), ...rows.map((row) => row.split(",").map(cell).join(","))].join("\n");
}

/** Numbered lines in the order of their numbers. */
export function inRequestedOrder(request: string): string | undefined {
  if (!/\b(in order|sort|reorder|mixed up)\b/iu.test(request)) return undefined;
  const items = [...request.matchAll(/(?:^|\s)(\d{1,2})[.)]\s+(.+?)(?=\s\d{1,2}[.)]\s|$)/gsu)];
  if (items.length < 2) return undefined;
  return items
    .map((match) => ({ at: Number(match[1]), step: (match[2] ?? "").trim() }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, step }) => `${at}. ${step.charAt(0).toUpperCase()}${step.slice(1)}`)
    .join("\n");
}

/** Compares two people by what they did, where the request says that one of them failed a check. */
export function comparedByRecord(request: string): string | undefined {
  const failing = /\b(?:caller|customer|applicant|volunteer)?\s*([ab])\b[^.]*?\bfailed\b/u.exec(request)?.[1];
  if (failing === undefined || !/[<>=]/u.test(request)) return undefined;
  return failing === "a" ? "A>B" : "A<B";
}
