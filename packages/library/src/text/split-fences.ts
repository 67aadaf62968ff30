/** A run of lines inside or outside of a Markdown code fence. The fence lines themselves belong to neither. */
export interface FencePart {
  readonly kind: "prose" | "fence";
  /** Language word after the opening fence, in lower case; empty outside of fences or when none is given. */
  readonly language: string;
  readonly text: string;
}

/**
 * Splits Markdown into prose and fenced code (``` or ~~~, up to three spaces before; CommonMark 0.31 section 4.5).
 *
 * A fence that is never closed runs to the end, as CommonMark says. Linear in the text.
 */
export function splitFences(text: string): readonly FencePart[] {
  const parts: FencePart[] = [];
  let lines: string[] = [];
  let open: { readonly mark: string; readonly language: string } | undefined;
  const flush = () => {
    if (lines.length > 0) {
      parts.push({
        kind: open === undefined ? "prose" : "fence",
        language: open?.language ?? "",
        text: lines.join("\n"),
      });
    }
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(line);
    const mark = fence?.[1] ?? "";
    const closes = open !== undefined && mark.startsWith(open.mark) && line.trim() === mark;
    if (open === undefined ? mark !== "" : closes) {
      flush();
      open = open === undefined ? { mark, language: (fence?.[2] ?? "").toLowerCase() } : undefined;
      continue;
    }
    lines.push(line);
  }
  flush();
  return parts;
}

/** What a Markdown reader would see as prose: without fenced code and without inline code. */
export function proseOf(text: string): string {
  return splitFences(text)
    .filter(({ kind }) => kind === "prose")
    .map((part) => withoutInlineCode(part.text))
    .join("\n");
}

/** The contents of inline code in prose. */
export function inlineCodeOf(text: string): readonly string[] {
  return [...text.matchAll(inlineCode)].map((match) => match[1] ?? match[2] ?? "");
}

/** Double before single backticks; a run stays on its line. */
const inlineCode = /``([^\n]{1,2000}?)``|`([^`\n]{1,2000})`/g;

function withoutInlineCode(text: string): string {
  return text.replace(inlineCode, " ");
}
