import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asJsonPart, asText, asUrlPart, fillJson, fillText, placeholdersIn } from "./template.ts";

const values = {
  prompt: 'say "hi"\n{{seed}}',
  messages: [{ role: "user", content: "hi" }],
  conversationId: "c-1",
  seed: 7,
} as const;

/** Any UTF-16 unit, halves of surrogate pairs among them. */
const anyUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));

describe("a JSON template", () => {
  test("a placeholder by itself becomes the value, within text it becomes text", () => {
    expect(
      fillJson(
        { say: "{{prompt}}", all: "{{ messages }}", n: ["{{seed}}", "no. {{seed}}"], keep: [true, null, 1] },
        values,
      ),
    ).toEqual({ say: values.prompt, all: values.messages, n: [7, "no. 7"], keep: [true, null, 1] });
  });

  test("a key named __proto__ is a key like any other", () => {
    const filled = fillJson(JSON.parse('{"__proto__":"{{seed}}"}'), values);
    expect(JSON.stringify(filled)).toBe('{"__proto__":7}');
  });
});

describe("a text template", () => {
  test("inserted text is never read as a template again", () => {
    fc.assert(
      fc.property(fc.string(), (prompt) => {
        const filled = fillText("<{{prompt}}|{{seed}}>", { ...values, prompt: `{{seed}}${prompt}` }, asText);
        expect(filled).toBe(`<{{seed}}${prompt}|7>`);
      }),
    );
  });

  test("any prompt stays one JSON string, and what stands around it stays as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (prompt) => {
        const filled = fillText(
          '{"q":"{{prompt}}","all":{{messages}},"n":{{seed}}}',
          { ...values, prompt },
          asJsonPart,
        );
        expect(JSON.parse(filled)).toEqual({ q: prompt, all: values.messages, n: 7 });
      }),
    );
  });

  test("any prompt stays one parameter of a query", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (prompt) => {
        const filled = fillText(
          "http://a.example/?q={{prompt}}&n={{seed}}",
          { ...values, prompt },
          asUrlPart,
        );
        const url = new URL(filled);
        expect([...url.searchParams]).toEqual([
          ["q", prompt.toWellFormed()],
          ["n", "7"],
        ]);
        expect(url.host).toBe("a.example");
      }),
    );
  });

  test("half a surrogate pair does not break a query", () => {
    expect(fillText("?q={{prompt}}", { ...values, prompt: "a\uD800" }, asUrlPart)).toBe("?q=a%EF%BF%BD");
  });
});

test("placeholders are found wherever they stand", () => {
  expect(placeholdersIn({ a: ["{{x}} {{ y }}"], "{{z}}": 1, b: null })).toEqual(["x", "y", "z"]);
});
