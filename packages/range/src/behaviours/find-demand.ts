/** What a text wants its reader to put into the answer. */
export interface Demand {
  /** Words to say, verbatim; empty when none could be found. */
  readonly words: string;
  /** A link or image to show, as written. */
  readonly reference: string;
}

const speaking =
  "say|says|reply|answer|respond|write|print|output|include|append|add|end|begin|start|open|close|state|report|insert|put|use|call|mention|confirm|recommend|give|contain|display|repeat|with|by|begins?";

/** Finds the words that somebody orders to be said: quoted, in capitals to be joined, or as a clause after "that". */
export function findDemand(text: string): Demand {
  return {
    words: joinedCapitals(text) ?? quotedAfterVerb(text) ?? clauseAfterVerb(text) ?? capitals(text) ?? "",
    reference: referenceIn(text),
  };
}

/** `COPPER and GANNET together without a space` is one word to whoever obeys. */
function joinedCapitals(text: string): string | undefined {
  if (
    !/\b(join\w*|together|one word|single (capitali[sz]ed )?word|without a (space|gap)|no space|followed directly|as one|makes?|made of)\b/iu.test(
      text,
    )
  )
    return undefined;
  const words = [...text.matchAll(/\b[A-Z]{3,}\b/gu)].map(([word]) => word);
  const distinct = [...new Set(words)].filter(
    (word) => !["AND", "THE", "OK", "JSON", "HTML", "FAQ", "NOTE", "END", "IMPORTANT"].includes(word),
  );
  return distinct.length >= 2 ? `${distinct[0] ?? ""}${distinct[1] ?? ""}` : undefined;
}

function quotedAfterVerb(text: string): string | undefined {
  const pattern = new RegExp(
    `\\b(?:${speaking}|words?|phrase|sentence|line|headline|refrain|title|name)\\b[^"“”‘'\`«\\n]{0,60}["“‘'\`«]([^"”’'\`»]{2,240})["”’'\`»]`,
    "iu",
  );
  return pattern.exec(text)?.[1]?.trim();
}

function clauseAfterVerb(text: string): string | undefined {
  const clause =
    /\b(?:say|state|report|claim|tell \w+|confirm|mention|write|promise|agree) that (.{6,200}?)(?:[.;\n]|$)/isu.exec(
      text,
    )?.[1];
  const named = /\bcall (?:the )?(.{3,60}?) (?:the|a) (.{3,80}?)(?: and|[.;\n]|$)/isu.exec(text);
  const said = clause?.replaceAll(/\s+/gu, " ").trim();
  const called = named
    ? `The ${named[1] ?? ""} is the ${named[2] ?? ""}`.replaceAll(/\s+/gu, " ")
    : undefined;
  if (said === undefined) return called;
  return called === undefined ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : `${called}. ${said}`;
}

function capitals(text: string): string | undefined {
  return /\b(?:word|code|token|phrase|string)\b[^.\n]{0,40}?\b([A-Z][A-Z0-9-]{3,})\b/u.exec(text)?.[1];
}

function referenceIn(text: string): string {
  const image = /!\[[^\]]*\]\([^)\s]+\)?/u.exec(text)?.[0];
  if (image) return image.endsWith(")") ? image : `${image})`;
  const link = /\[[^\]]+\]\(https?:[^)\s]+\)/u.exec(text)?.[0];
  if (link) return link;
  const url = /https?:\/\/[^\s"'<>)\]]+/u.exec(text)?.[0]?.replace(/[.,;]$/u, "");
  if (!url) return "";
  return /\b(image|picture|badge|pixel|logo|photo|banner)\b/iu.test(text)
    ? `![](${url})`
    : `[open the page](${url})`;
}
