import { formatProblem, projectSchema, secretReferenceSchema } from "@probity/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "./read-document.ts";

const schema = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/, "use lower-case letters and hyphens"),
  repetitions: z.int().min(1).default(1).describe("How often."),
  share: z.number().min(0).max(1).optional(),
  severity: z.enum(["low", "medium", "high"]).optional(),
  enabled: z.boolean().optional(),
  tags: z.array(z.string()).min(1).optional(),
  teams: z
    .record(z.string().regex(/^[a-z]+$/, "use lower-case letters"), z.strictObject({ size: z.int() }))
    .default({}),
  rule: z
    .discriminatedUnion("when", [
      z.strictObject({ when: z.literal("cost"), moreThan: z.number().min(0) }),
      z.strictObject({ when: z.literal("latency"), moreThan: z.number().min(0), window: z.int().optional() }),
    ])
    .optional(),
  turns: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
  reply: z.union([z.string(), z.strictObject({ text: z.string() })]).optional(),
  apiKey: secretReferenceSchema.optional(),
  token: z.int().optional(),
  anything: z.unknown().optional(),
});

function problemsIn(text: string): string {
  const read = readDocument({ text, file: "a.yaml", schema });
  return read.kind === "ok" ? "ok" : read.problems.map(formatProblem).join("\n");
}

const cases: Record<string, string> = {
  "an empty file": "",
  "a comment alone": "# nothing\n",
  "a list where keys belong": "- a\n- b\n",
  "a missing key": "repetitions: 2\n",
  "a missing key of a group": "name: a\nteams:\n  red:\n    {}\n",
  "a word for a number": 'name: a\nrepetitions: "three"\n',
  "a fraction for a whole number": "name: a\nrepetitions: 1.5\n",
  "a number below its least": "name: a\nrepetitions: 0\n",
  "a number outside its range": "name: a\nshare: 1.2\n",
  "a value that breaks the schema's own rule": "name: Acme Chat\n",
  "an unknown key that is nearly right": "name: a\nrepetitons: 3\n",
  "an unknown key that is like nothing": "name: a\nxyzzy: 3\n",
  "an unknown key in a record": "name: a\nteams:\n  red: { sise: 3, size: 3 }\n",
  "an unknown key in a branch of a choice": "name: a\nrule: { when: latency, moreThan: 3, windo: 4 }\n",
  "a misspelt branch of a choice": "name: a\nrule:\n  when: latncy\n  moreThan: 3\n",
  "a missing branch of a choice": "name: a\nrule: { moreThan: 3 }\n",
  "a misspelt word of a list": "name: a\nseverity: hihg\n",
  "a word instead of true": "name: a\nenabled: yes\n",
  "an empty list": "name: a\ntags: []\n",
  "a bad entry deep inside": "name: a\ntags:\n  - ok\n  - [1]\n",
  "a bad name in a record": "name: a\nteams:\n  Red: { size: 1 }\n",
  "neither of two kinds": "name: a\nturns: 3\n",
  "the meant kind of two, wrong inside": 'name: a\nturns:\n  - hello\n  - ""\n',
  "an object kind of two, wrong inside": "name: a\nreply: { txt: x }\n",
  "a secret where a reference belongs": "name: a\napiKey: sk-live-4242\n",
  "a secret under a name that tells": "name: a\ntoken: sk-live-4242\n",
  "a reference in the wrong place": "name: ${env:HOME}\n",
  "a key that stands twice": "name: a\nname: b\n",
  "several problems at once": "nme: a\nrepetitions: no\nseverity: hgh\n",
  "a tab for indentation": "name: a\nteams:\n\tred: 1\n",
  "a colon in plain text": "name: a: b\n",
  "an open quote": 'name: "a\n',
  "an open bracket": "name: a\ntags: [x, y\n",
  "two syntax errors": 'name: ]\nreply: "\\q"\n',
  "bad indentation": "name: a\n  severity: low\n",
  "an alias of nothing": "name: *other\n",
  "an alias as a key": "name: &n a\n*n : b\n",
  "two documents": "name: a\n---\nname: b\n",
  "an unknown tag": "name: !include secret.txt\n",
  "a list as a key": "name: a\n[x, y]: 1\n",
  "a key of the prototype": "name: a\n__proto__: { severity: low }\n",
  "control characters in a value": 'name: "\\u001b[31mred\\u202e"\n',
  "Windows line ends": "name: a\r\nrepetitions: no\r\n",
  "characters outside the basic plane before the place": "name: a\nseverity: 😀\n",
  "an alias inside the value it names": "name: a\nanything: &x [*x]\n",
  "an alias bomb": `name: a\nanything:\n  a: &a [1,1,1,1,1,1,1,1,1,1]\n${"bcdefgh"
    .split("")
    .map((n, i) => `  ${n}: &${n} [${Array.from({ length: 10 }, () => `*${"abcdefg"[i]}`).join(",")}]\n`)
    .join("")}`,
  "nesting that is too deep": `name: a\nanything: ${"[".repeat(80)}${"]".repeat(80)}\n`,
  "a file of ten megabytes": "name: a\n".padEnd(10_000_000, "#"),
};

test("says what is wrong, where, and what to do", () => {
  const said = Object.entries(cases).map(([name, text]) => {
    const lines = problemsIn(text).split("\n");
    const shown = lines.length > 4 ? [...lines.slice(0, 4), `(${lines.length} lines)`] : lines;
    return `# ${name}\n${shown.join("\n")}`;
  });
  expect(`\n${said.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    # an empty file
    a.yaml:1:1 The file is empty. Write the document, or restore it.
    # a comment alone
    a.yaml:1:1 The file is empty. Write the document, or restore it.
    # a list where keys belong
    a.yaml:1:1 must be a group of keys, not a list.
    # a missing key
    a.yaml:1:1 name: is missing. Add it; it must be text.
    # a missing key of a group
    a.yaml:3:3 teams.red.size: is missing. Add it; it must be a whole number.
    # a word for a number
    a.yaml:2:14 repetitions: must be a whole number of at least 1, not "three".
    # a fraction for a whole number
    a.yaml:2:14 repetitions: must be a whole number of at least 1, not 1.5.
    # a number below its least
    a.yaml:2:14 repetitions: must be a whole number of at least 1, not 0.
    # a number outside its range
    a.yaml:2:8 share: must be a number from 0 to 1, not 1.2.
    # a value that breaks the schema's own rule
    a.yaml:1:7 name: "Acme Chat" is not accepted. Use lower-case letters and hyphens.
    # an unknown key that is nearly right
    a.yaml:2:1 "repetitons" is not a known key here. Did you mean "repetitions"?
    # an unknown key that is like nothing
    a.yaml:2:1 "xyzzy" is not a known key here. Known keys: name, repetitions, share, severity, enabled, tags, teams, rule, turns, reply, apiKey, token, anything.
    # an unknown key in a record
    a.yaml:3:10 teams.red: "sise" is not a known key here. Did you mean "size"?
    # an unknown key in a branch of a choice
    a.yaml:2:37 rule: "windo" is not a known key here. Did you mean "window"?
    # a misspelt branch of a choice
    a.yaml:3:9 rule.when: must be one of cost, latency, not "latncy". Did you mean "latency"?
    # a missing branch of a choice
    a.yaml:2:1 rule.when: is missing. Add it; it must be one of cost, latency.
    # a misspelt word of a list
    a.yaml:2:11 severity: must be one of low, medium, high, not "hihg". Did you mean "high"?
    # a word instead of true
    a.yaml:2:10 enabled: must be true or false, not "yes".
    # an empty list
    a.yaml:2:7 tags: must have at least 1 entry.
    # a bad entry deep inside
    a.yaml:4:5 tags.1: must be text, not a list.
    # a bad name in a record
    a.yaml:3:3 teams: "Red" cannot be a name here. Use lower-case letters.
    # neither of two kinds
    a.yaml:2:8 turns: must be text that is not empty, or a list, not 3.
    # the meant kind of two, wrong inside
    a.yaml:4:5 turns.1: must not be empty.
    # an object kind of two, wrong inside
    a.yaml:2:1 reply.text: is missing. Add it; it must be text.
    a.yaml:2:10 reply: "txt" is not a known key here. Did you mean "text"?
    # a secret where a reference belongs
    a.yaml:2:9 apiKey: what stands here is not accepted. Write a reference like \${env:MY_API_KEY}; secrets never stand in files.
    # a secret under a name that tells
    a.yaml:2:8 token: must be a whole number, not what stands there.
    # a reference in the wrong place
    a.yaml:1:7 name: a reference to the environment is not accepted. Use lower-case letters and hyphens.
    # a key that stands twice
    a.yaml:2:1 The key "name" stands here and in line 1. Keep one of them.
    # several problems at once
    a.yaml:1:1 name: is missing. Add it; it must be text.
    a.yaml:1:1 "nme" is not a known key here. Did you mean "name"?
    a.yaml:2:14 repetitions: must be a whole number of at least 1, not "no".
    a.yaml:3:11 severity: must be one of low, medium, high, not "hgh". Did you mean "high"?
    # a tab for indentation
    a.yaml:3:1 A tab is used for indentation. Use spaces.
    # a colon in plain text
    a.yaml:1:7 A second \`key:\` stands on this line. Put it on a line of its own, or put the text in quotes: "…".
    # an open quote
    a.yaml:2:1 A text in quotes is not closed. Close it with the mark it starts with.
    # an open bracket
    a.yaml:3:1 A list or group in brackets is not closed before this line. Close it, and indent its lines more than the key it belongs to.
    # two syntax errors
    a.yaml:1:7 What stands here does not fit the lines around it. Look for a stray bracket, quotation mark or colon, here or above.
    a.yaml:2:1 What stands here does not fit the lines around it. Look for a stray bracket, quotation mark or colon, here or above.
    a.yaml:2:6 What stands here does not fit the lines around it. Look for a stray bracket, quotation mark or colon, here or above.
    a.yaml:2:8 What stands here does not fit the lines around it. Look for a stray bracket, quotation mark or colon, here or above.
    # bad indentation
    a.yaml:1:7 A second \`key:\` stands on this line. Put it on a line of its own, or put the text in quotes: "…".
    # an alias of nothing
    a.yaml:1:7 The alias "other" names no anchor that stands before it. Define it first with \`&name\`, or put the text in quotes.
    # an alias as a key
    a.yaml:2:1 A key must be text. Put it in quotes.
    # two documents
    a.yaml:2:1 A second document starts here. Keep one document in a file: remove the \`---\`.
    # an unknown tag
    a.yaml:1:7 This tag is not known. Remove the word that starts with \`!\`.
    # a list as a key
    a.yaml:2:1 A key must be text. Put it in quotes.
    # a key of the prototype
    a.yaml:2:1 The key "__proto__" may not be used. Rename or remove it.
    a.yaml:2:1 "__proto__" is not a known key here. Known keys: name, repetitions, share, severity, enabled, tags, teams, rule, turns, reply, apiKey, token, anything.
    # control characters in a value
    a.yaml:1:7 name: "\\u{1b}[31mred\\u{202e}" is not accepted. Use lower-case letters and hyphens.
    # Windows line ends
    a.yaml:2:14 repetitions: must be a whole number of at least 1, not "no".
    # characters outside the basic plane before the place
    a.yaml:2:11 severity: must be one of low, medium, high, not "😀".
    # an alias inside the value it names
    a.yaml:2:15 The values are nested deeper than 64 levels. Flatten them; look for an alias inside the value it names.
    # an alias bomb
    a.yaml:10:37 Aliases repeat more than 10000 values. Write the values out, or leave them away.
    # nesting that is too deep
    a.yaml:2:75 The values are nested deeper than 64 levels. Flatten them; look for an alias inside the value it names.
    # a file of ten megabytes
    a.yaml:1:1 The file has 10000000 characters; at most 1000000 are read. Nothing of it was read. Split it into several files.
    "
  `);
});

test("says that nesting is too deep where the parser itself gives up", () => {
  // The column depends on the size of the stack, so only the words are compared.
  const texts = [`name: ${"[".repeat(50_000)}\n`, `name: a\nanything:\n  ${"- ".repeat(50_000)}x\n`];
  for (const text of texts)
    expect(problemsIn(text)).toContain("The values are nested too deeply to be read.");
});

test("gives a document that fits, with its defaults", () => {
  const read = readDocument({ text: "name: a\nteams: { red: { size: 3 } }\n", file: "a.yaml", schema });
  expect(read).toMatchObject({
    kind: "ok",
    value: { name: "a", repetitions: 1, teams: { red: { size: 3 } } },
  });
});

test("reads JSON, a byte-order mark and aliases", () => {
  const texts = [
    '{"name": "a", "tags": ["x"]}',
    "\uFEFFname: a\ntags: [x]\n",
    "name: &n a\ntags: [x]\nturns: *n\n",
  ];
  for (const text of texts) {
    expect(readDocument({ text, file: "a.yaml", schema })).toMatchObject({
      kind: "ok",
      value: { tags: ["x"] },
    });
  }
});

test("tells where values stand, so that later checks can name the place", () => {
  const text =
    "name: a\nteams:\n  red:\n    size: 3\ntags:\n  - x\n  - y\nanything: &n { deep: 1 }\nturns: z\n";
  const read = readDocument({ text, file: "a.yaml", schema });
  if (read.kind !== "ok") throw new Error("should have been read");
  expect(read.placeOf(["teams", "red", "size"])).toEqual({ file: "a.yaml", line: 4, column: 11 });
  expect(read.placeOf(["tags", 1])).toEqual({ file: "a.yaml", line: 7, column: 5 });
  expect(read.placeOf(["repetitions"])).toEqual({ file: "a.yaml", line: 1, column: 1 });
  expect(read.placeOf(["teams", "red", "colour"])).toEqual({ file: "a.yaml", line: 3, column: 3 });
  expect(read.placeOf([])).toEqual({ file: "a.yaml", line: 1, column: 1 });
});

test("checks a part by a schema of its own, with places in the whole", () => {
  const read = readDocument({ text: "name: a\nanything:\n  url: 3\n  modle: x\n", file: "a.yaml", schema });
  if (read.kind !== "ok") throw new Error("should have been read");
  const part = read.checkPart(["anything"], z.strictObject({ url: z.string(), model: z.string() }));
  expect(part.kind === "problems" ? part.problems.map(formatProblem) : part).toMatchInlineSnapshot(`
    [
      "a.yaml:2:1 anything.model: is missing. Add it; it must be text.",
      "a.yaml:3:8 anything.url: must be text, not 3.",
      "a.yaml:4:3 anything: "modle" is not a known key here. Did you mean "model"?",
    ]
  `);
  expect(read.checkPart(["anything", "url"], z.int())).toEqual({ kind: "ok", value: 3 });
});

test("reports at most a hundred problems, and says how many more there are", () => {
  const text = `name: a\n${Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join("\n")}\n`;
  const lines = problemsIn(text).split("\n");
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toBe("4900 more problems are not shown. Mend these first.");
});

test("never shows what stands where a secret belongs", () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/);
  fc.assert(
    fc.property(secret, (value) => {
      expect(problemsIn(`name: a\napiKey: "${value}"\ntoken: "${value}"\n`)).not.toContain(value);
    }),
  );
});

test("never throws, and always either reads or says why not", () => {
  const yamlish = fc
    .array(
      fc.constantFrom(
        "name",
        ": ",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!t ",
        '"',
        "'",
        "|",
        ">",
        "#",
        "%",
        "---",
        "\t",
        "a",
        "1",
        "<<",
        "?",
        ",",
        "\u0000",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), yamlish), (text) => {
      for (const each of [schema, projectSchema]) {
        const read = readDocument<unknown>({ text, file: "a.yaml", schema: each });
        if (read.kind === "problems") {
          expect(read.problems.length).toBeGreaterThan(0);
          for (const { place } of read.problems) {
            expect(place === undefined || (place.line >= 1 && place.column >= 1)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});
