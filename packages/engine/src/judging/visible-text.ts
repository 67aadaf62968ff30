/** What a reader would not see, and what moves text about: controls, format characters, separators, default-ignorable ones. Tabs and new lines stay. */
const unseen = /(?:(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])+/gu;
/** Of a run of unseen characters, so many are written out; the rest is counted. */
const writtenOut = 8;
/** Marks by which chat formats begin and end turns. A judge's tokeniser may take them for its own. */
const turnMarks = [
  [/<\|/g, "⟨|"],
  [/\|>/g, "|⟩"],
  [/<(\/?(?:s|bos|eos|start_of_turn|end_of_turn))>/gi, "⟨$1⟩"],
  [/\[(\/?INST)\]/gi, "⟦$1⟧"],
  [/<<(\/?SYS)>>/gi, "⟨⟨$1⟩⟩"],
] as const;

/**
 * Text as a judge model may be shown it: every unseen character is written out, like `\u{202e}`, and turn marks of chat formats are spelled
 * differently. Linear in the text's length; a long run of unseen characters becomes a short one and its count.
 */
export function visibleText(text: string): string {
  let shown = text.toWellFormed().replaceAll("\r\n", "\n").replace(unseen, writeOut);
  for (const [mark, spelled] of turnMarks) shown = shown.replace(mark, spelled);
  return shown;
}

function writeOut(run: string): string {
  const characters = [...run];
  const shown = characters
    .slice(0, writtenOut)
    .map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .join("");
  const more = characters.length - writtenOut;
  return more > 0 ? `${shown}[and ${more} more unseen characters]` : shown;
}
