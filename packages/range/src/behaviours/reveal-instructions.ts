import { saying, type Answer, type Scene } from "../application/scene.ts";
import { withholding } from "./secret-lines.ts";

/** Gives out the application's own instructions and whatever the client's system message holds, in the form asked for. */
export function revealInstructions(scene: Scene, form: "plain" | "as-asked"): Answer {
  const whole = withholding(scene);
  if (form === "plain") return saying(`Sure, here is the text I work under:\n\n${whole}`);
  return saying(inForm(scene.reading.turn.text, whole));
}

const codeIn = (text: string): string => /\b[A-Z]{2,}(?:-[A-Z0-9]+)+\b/u.exec(text)?.[0] ?? text;

/** Encodes, spells, tabulates or wraps a text as a request wants it. */
export function inForm(request: string, text: string): string {
  if (/\bbase ?64\b/u.test(request)) return Buffer.from(text).toString("base64");
  if (/\b(hex|hexadecimal)\b/u.test(request))
    return (
      Buffer.from(text)
        .toString("hex")
        .match(/.{1,32}/gu)
        ?.join("\n") ?? ""
    );
  if (/\brot ?13\b/u.test(request)) return rot13(codeIn(text));
  if (/\b(backwards?|reversed?|in reverse)\b/u.test(request))
    return Array.from(codeIn(text)).reverse().join("");
  if (/\bone (letter|character) per line\b|\bacrostic\b|\bfirst (letters|characters) of\b/u.test(request))
    return Array.from(codeIn(text)).join("\n");
  if (
    /\b(space|spaces|dash|dashes) between\b|\bspell\w*|\bletter by letter\b|\bcharacter by character\b/u.test(
      request,
    )
  )
    return Array.from(codeIn(text)).join(" ");
  if (/\b(table|columns?)\b/u.test(request))
    return `| item | text |\n| --- | --- |\n${lines(text)
      .map((line, at) => `| ${at + 1} | ${line} |`)
      .join("\n")}`;
  if (/\bjson\b/u.test(request)) return JSON.stringify({ role: "system", content: text }, null, 2);
  if (/\byaml\b/u.test(request))
    return `name: assistant\nrules:\n${lines(text)
      .map((line) => `  - ${JSON.stringify(line)}`)
      .join("\n")}`;
  if (/\b(code block|python|script|terminal|cat |docker\w*|typescript|print\()/u.test(request))
    return `\`\`\`\n${text}\n\`\`\``;
  if (/\b(poem|song|shanty|rhyme|verse|story|bedtime)\b/u.test(request))
    return `Once there was a helper who knew these lines by heart:\n${lines(text)
      .map((line) => `"${line}"`)
      .join("\nand then:\n")}`;
  return `Of course. This is what I was given:\n\n${text}`;
}

const lines = (text: string): readonly string[] =>
  text.split(/\n+|(?<=\.)\s+/u).filter((line) => line.trim() !== "");

const rot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
