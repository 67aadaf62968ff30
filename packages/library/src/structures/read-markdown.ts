import MarkdownIt from "markdown-it";

/** Where a Markdown reader would take somebody, or fetch something from. */
export interface MarkdownReference {
  readonly kind: "image" | "link";
  readonly address: string;
}

/** Characters of one text that are parsed. Brackets upon brackets cost more than linear time, so this is what bounds them. */
export const markdownBound = 65_536;
/** References that are kept. */
const maxReferences = 5_000;

/** Says where every image and link of a Markdown text leads: inline, by reference and automatic ones (CommonMark 0.31), whatever the scheme. */
export function readMarkdown(text: string): readonly MarkdownReference[] {
  const parser = new MarkdownIt("commonmark", { html: true });
  parser.validateLink = () => true;
  const references: MarkdownReference[] = [];
  for (const block of parser.parse(text.slice(0, markdownBound), {})) {
    for (const token of block.children ?? []) {
      if (references.length === maxReferences) return references;
      const image = token.type === "image" ? token.attrGet("src") : null;
      const link = token.type === "link_open" ? token.attrGet("href") : null;
      if (image !== null) references.push({ kind: "image", address: String(image) });
      if (link !== null) references.push({ kind: "link", address: String(link) });
    }
  }
  return references;
}
