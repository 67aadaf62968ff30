import { parse, type DefaultTreeAdapterTypes } from "parse5";

/** An element as the tests look at it. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of the element and all within. */
  readonly text: string;
}

/** A page as a browser would read it. */
export interface Markup {
  readonly elements: readonly MarkupElement[];
  readonly errors: readonly string[];
  readonly text: string;
}

type Node = DefaultTreeAdapterTypes.Node;

/** Parses a page by the HTML standard, as browsers do, and lists its elements in order. */
export function markupOf(page: string): Markup {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
  const elements = [...elementsOf(document)];
  return { elements, errors, text: textOf(document) };
}

function* elementsOf(node: Node): Generator<MarkupElement> {
  if ("tagName" in node) {
    yield {
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: textOf(node),
    };
  }
  for (const child of childrenOf(node)) yield* elementsOf(child);
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return childrenOf(node).map(textOf).join("");
}

function childrenOf(node: Node): readonly Node[] {
  return "childNodes" in node ? node.childNodes : [];
}
