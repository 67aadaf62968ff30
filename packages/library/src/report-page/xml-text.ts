/**
 * Text for an XML 1.0 document: markup escaped, line breaks kept as references where an attribute would fold them, and
 * everything that XML forbids even as a reference replaced by U+FFFD.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/gu, "\uFFFD")
    .replaceAll(/[&<>"'\t\r\n]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Attributes of one element, in the order given; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element. `children` is XML already: made by this function, or by `xmlText`.
 *
 * @param name - an element name of ours
 */
export function xmlElement(name: string, attributes: XmlAttributes, children = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join("");
  return children === "" ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}
