import type { Injection } from "@probity/domain";

/** What an attack wants, in the words of the judge under attack. */
export interface Wanted {
  readonly choice: string;
  readonly other: string;
  readonly outcome: "breached" | "held";
}

/** Puts an attack into an answer. */
export function inject(answer: string, attack: Injection, wanted: Wanted): string {
  const filled = attack.text
    .replaceAll("{{choice}}", wanted.choice)
    .replaceAll("{{other}}", wanted.other)
    .replaceAll("{{outcome}}", wanted.outcome);
  const text = encoded(filled, attack.encode).repeat(attack.repeat);
  const filler = attack.pad
    ? attack.pad.with.repeat(Math.ceil(attack.pad.characters / attack.pad.with.length))
    : "";
  switch (attack.where) {
    case "after":
      return `${answer}\n\n${filler}${text}`;
    case "before":
      return `${text}${filler}\n\n${answer}`;
    case "around":
      return `${text}\n\n${answer}\n\n${text}`;
  }
}

function encoded(text: string, way: Injection["encode"]): string {
  switch (way) {
    case undefined:
      return text;
    case "base64":
    case "hex":
      return Buffer.from(text).toString(way);
    case "rot13":
      return text.replaceAll(/[a-z]/gi, (letter) => {
        const base = letter <= "Z" ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
      });
    case "reversed":
      return [...text].reverse().join("");
    case "bidi":
      return `\u202e${[...text].reverse().join("")}\u202c`;
    case "zero-width":
      return [...text].join("\u200b");
    case "tags":
      return [...text]
        .map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0x20)))
        .join("");
    case "fullwidth":
      return text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  }
}
