import stringWidth from "fast-string-width";

/** Characters of one line at most, however narrow they are: marks stacked on one letter have no width and no end. */
const mostPerColumn = 4;

/**
 * Lines of a text that is already safe for the terminal, none wider than the screen. Breaks at spaces where there are any.
 * Wide characters take two columns. Tabs become two spaces.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  return text
    .replaceAll("\t", "  ")
    .split("\n")
    .flatMap((line) => wrapLine(line, columns));
}

function wrapLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  let width = 0;
  const end = (): void => {
    lines.push(current);
    current = "";
    width = 0;
  };
  for (const word of line.split(/(?<= )/u)) {
    const wide = stringWidth(word);
    if (width > 0 && width + stringWidth(word.trimEnd()) > columns) end();
    if (wide <= columns && current.length + word.length <= columns * mostPerColumn) {
      current += word;
      width += wide;
      continue;
    }
    for (const character of word) {
      const each = stringWidth(character);
      if (width + each > columns || current.length >= columns * mostPerColumn) end();
      current += character;
      width += each;
    }
  }
  end();
  return lines.map((each) => each.trimEnd());
}

/** A text cut to the width of the screen. */
export function fitText(text: string, columns: number): string {
  const [first = "", ...rest] = wrapLine(text, columns);
  return rest.length === 0 ? first : `${wrapLine(text, Math.max(1, columns - 1))[0] ?? ""}…`;
}
