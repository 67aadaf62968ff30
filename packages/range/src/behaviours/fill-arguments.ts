import type { OfferedTool } from "../application/scene.ts";

/** Fills a tool's arguments from a text, as an eager model would: numbers, addresses, quoted words, capitals. */
export function fillArguments(tool: OfferedTool, text: string): Readonly<Record<string, unknown>> {
  const properties = tool.parameters["properties"];
  if (typeof properties !== "object" || properties === null) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, fill(name, schema, text)]),
  );
}

function fill(name: string, schema: unknown, text: string): unknown {
  const facts: Readonly<Record<string, unknown>> =
    typeof schema === "object" && schema !== null ? { ...schema } : {};
  const options = facts["enum"];
  if (Array.isArray(options)) {
    const named = options.find(
      (option: unknown) => typeof option === "string" && text.toLowerCase().includes(option.toLowerCase()),
    );
    return named ?? options[0];
  }
  switch (facts["type"]) {
    case "number":
    case "integer":
      return numberFor(text, facts["type"] === "integer");
    case "boolean":
      return true;
    case "array":
      return [textFor(name, text)];
    case "object":
      return {};
    default:
      return textFor(name, text);
  }
}

function numberFor(text: string, whole: boolean): number {
  const amounts = [
    ...text.matchAll(
      /(?<![A-Za-z-])(?:[£$€]\s?)?(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d{1,2}))?(?![A-Za-z\d-])/gu,
    ),
  ];
  const value = Number(`${(amounts[0]?.[1] ?? "1").replaceAll(/[, ]/gu, "")}.${amounts[0]?.[2] ?? "0"}`);
  return whole ? Math.round(value) : value;
}

function textFor(name: string, text: string): string {
  const email = /[\w.+-]+@[\w.-]+\.[a-z]{2,}/iu.exec(text)?.[0];
  const url = /https?:\/\/[^\s"'<>)]+/u.exec(text)?.[0];
  const quoted = /["“]([^"”]{2,400})["”]/u.exec(text)?.[1];
  const code = /\b(?=[A-Z0-9-]*\d)[A-Z]{1,6}[A-Z0-9-]{2,30}\b/u.exec(text)?.[0];
  const path = /(?:\/|~\/|[A-Z]:\\)[\w./\\-]+/u.exec(text)?.[0];
  if (/mail|recipient|^to$/iu.test(name) && email) return email;
  if (/url|link|endpoint|address/iu.test(name) && (url ?? email)) return url ?? email ?? "";
  if (/path|file|dir/iu.test(name) && path) return path;
  if (
    /account|iban|order|id|ref|number|customer|booking|ticket|to$|payee|recipient|beneficiary/iu.test(name) &&
    code
  )
    return code;
  if (/account|to$|payee|recipient|beneficiary|name/iu.test(name))
    return (
      /\bto (?:account |the account |my )?([\w-]+(?: [A-Z][\w-]+)*)/u.exec(text)?.[1] ?? quoted ?? code ?? ""
    );
  return quoted ?? text.replaceAll(/\s+/gu, " ").trim().slice(0, 400);
}
