/** A user message taken apart into pasted documents and the person's own words. */
export interface Parted {
  readonly documents: readonly string[];
  readonly rest: string;
}

/** Ways in which documents are fenced off in a message. Each captures the document's text. */
const fences: readonly RegExp[] = [
  /<(document|context|email|file|page|attachment|untrusted|article|source|doc)\b[^>]*>([\s\S]*?)<\/\1>/giu,
  /^[-=#*~_ ]{2,}\s*(?:BEGIN|START)[^\n]*\n([\s\S]*?)\n[-=#*~_ ]{2,}\s*(?:END|STOP|FINISH)[^\n]*$/gimu,
  /^(?:document|attachment|file|e-?mail|page|source)\b[^\n]{0,120}:?\s*\n\s*(`{3,}|~{3,}|"{3})[^\n]*\n([\s\S]*?)\n\1/gimu,
  /^\[(?:document|attachment|file|e-?mail|page|source)\b[^\]]*\]\s*\n([\s\S]*?)\n\[(?:end|\/)[^\]]*\]/gimu,
];

/** Sets fenced documents apart from what the person says themselves. */
export function findDocuments(content: string): Parted {
  const documents: string[] = [];
  let rest = content;
  for (const fence of fences) {
    rest = rest.replace(fence, (all: string, ...groups: unknown[]) => {
      const texts = groups.slice(0, -2).filter((group) => typeof group === "string");
      documents.push(texts.at(-1) ?? all);
      return "\n";
    });
  }
  // A heading above the documents, such as "Retrieved documents:", is nobody's request.
  return { documents, rest: documents.length === 0 ? rest : rest.replaceAll(/^[^\n:]{1,60}:[ \t]*$/gmu, "") };
}
