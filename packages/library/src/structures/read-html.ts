import { Tokenizer, TokenizerMode } from "parse5";

/** A start tag as a browser reads it: names in lower case, entities in values decoded. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

export interface HtmlReading {
  readonly elements: readonly HtmlElement[];
  /** What stands in style elements. */
  readonly css: string;
}

/** Tags that are kept; a page of more repeats itself. */
const maxElements = 20_000;
/** Characters of style sheets that are kept. */
const maxCss = 100_000;

/**
 * Reads the tags of a text by the tokenizer of the HTML standard (section 13.2.5), so that broken quoting, entities and slashes in place of
 * spaces are read as a browser reads them. Linear: no tree is built.
 */
export function readHtml(text: string): HtmlReading {
  const elements: HtmlElement[] = [];
  const css: string[] = [];
  let kept = 0;
  let inStyle = false;
  const addText = ({ chars }: { readonly chars: string }) => {
    if (!inStyle || kept > maxCss) return;
    css.push(chars);
    kept += chars.length;
  };
  const ignore = () => undefined;
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, attrs }) => {
        if (elements.length < maxElements) elements.push({ name: tagName, attributes: attrs });
        inStyle = tagName === "style";
        tokenizer.state = stateWithin(tagName);
      },
      onEndTag: () => {
        inStyle = false;
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onParseError: null,
    },
  );
  tokenizer.write(text, true);
  return { elements, css: css.join("") };
}

/** Style sheets and scripts hold no tags. What else the standard reads as plain text is read on, because sanitisers often open it. */
function stateWithin(tagName: string): Tokenizer["state"] {
  if (tagName === "style") return TokenizerMode.RAWTEXT;
  return tagName === "script" ? TokenizerMode.SCRIPT_DATA : TokenizerMode.DATA;
}
