import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMasker } from "./create-masker.ts";
import type { MaskKind } from "./match.ts";

const key = new Uint8Array(32).fill(9);
const mask = createMasker({ key, allow: [] });

/** The masked text with tokens reduced to their kind, so that a case reads at a glance. */
const shape = (text: string): string => mask(text).text.replace(/⟦([a-z-]+):[0-9a-f]{8}⟧/g, "⟦$1⟧");
const bits = (...parts: readonly string[]): string => parts.join("");

describe("what is found", () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
  const pem = `-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n${"MHcCAQEE".repeat(12)}\n-----END EC PRIVATE KEY-----`;
  test.each<readonly [given: string, expected: string]>([
    // Addresses
    ["Write to Ana.B+x@mail.example.org.", "Write to ⟦email⟧."],
    ["<jörg@müller.example>, o'neil@a-b.example", "<⟦email⟧>, ⟦email⟧"],
    ["https://ana:s3cret@host.example/x", "https://⟦password⟧/x"],
    ["postgres://ana:s3cret@localhost/x", "postgres://⟦password⟧@localhost/x"],
    // Payment cards: test numbers that the networks publish
    ["4242424242424242 and 4000 0566 5566 5556", "⟦card⟧ and ⟦card⟧"],
    ["3782-822463-10005; 5555-5555-5555-4444.", "⟦card⟧; ⟦card⟧."],
    ["cc4111111111111111 exp 12/29", "cc⟦card⟧ exp 12/29"],
    ["It is 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "It is ⟦card⟧"],
    ["card number 3598899323053410", "card number ⟦card⟧"],
    ["card 602200000019", "card ⟦card⟧"],
    // Accounts: examples of the IBAN registry
    ["GB29 NWBK 6016 1331 9268 19, de89370400440532013000", "⟦iban⟧, ⟦iban⟧"],
    ["NO93 8601 1117 947 is mine", "⟦iban⟧ is mine"],
    // National numbers: examples printed by the issuers or in encyclopaedias
    ["SSN 219-09-9999, ssn: 219099999", "SSN ⟦us-ssn⟧, ssn: ⟦us-ssn⟧"],
    ["NINO AB123456C or AB 12 34 56 C", "NINO ⟦uk-nino⟧ or ⟦uk-nino⟧"],
    ["DNI 12345678Z, NIE X1234567L", "DNI ⟦national-id⟧, NIE ⟦national-id⟧"],
    ["RSSMRA85T10A562S", "⟦national-id⟧"],
    ["CPF 111.444.777-35", "CPF ⟦national-id⟧"],
    ["PESEL 44051401359", "PESEL ⟦national-id⟧"],
    ["131052-308T and 811228-9874", "⟦national-id⟧ and ⟦national-id⟧"],
    ["2 55 08 14 168 025 38", "⟦national-id⟧"],
    ["85.07.30-033.28", "⟦national-id⟧"],
    ["2341 2341 2346", "⟦national-id⟧"],
    ["NHS number 943 476 5919", "NHS number ⟦national-id⟧"],
    ["passport number X1234567 and more", "passport number ⟦id-number⟧ and more"],
    ["my driver's license number is 2270-66-1551", "my driver's license number is ⟦id-number⟧"],
    // Telephone numbers, from ranges kept for fiction
    ["+44 20 7946 0958 or +1 (202) 555-0143", "⟦phone⟧ or ⟦phone⟧"],
    ["0044 20 7946 0958; (0117) 496 0123", "⟦phone⟧; ⟦phone⟧"],
    ["(1-202-555-0143) 202.555.0143", "(⟦phone⟧) ⟦phone⟧"],
    ["07700900123 / 01 99 00 12 34", "⟦phone⟧ / ⟦phone⟧"],
    ["Phone:\n60-56-85-91", "Phone:\n⟦phone⟧"],
    ["call me on 9472 7916 tomorrow", "call me on ⟦phone⟧ tomorrow"],
    // Network addresses
    ["from 203.0.113.7:443, 198.51.100.0/24", "from ⟦ip⟧:443, ⟦ip⟧/24"],
    ["2001:db8::8a2e:370:7334 and [fe80::1]", "⟦ip⟧ and [⟦ip⟧]"],
    ["2001:0db8:0000:0000:0000:ff00:0042:8329.", "⟦ip⟧."],
    // Secrets, split so that no scanner takes this file for a leak
    [bits("id ", "AKIA", "IOSFODNN7EXAMPLE"), "id ⟦aws-key⟧"],
    [bits("x=", "ghp_", "a1B2".repeat(9)), "x=⟦github-token⟧"],
    [bits("(", "xoxb-", "123456789012-abcDEF"), "(⟦slack-token⟧"],
    [bits("sk_", "live_", "4eC39HqLyjWDarjtT1zdp7dc"), "⟦stripe-key⟧"],
    [bits("sk-", "proj-", "Ab12".repeat(8)), "⟦api-key⟧"],
    [`token ${jwt}, next`, "token ⟦jwt⟧, next"],
    [`key:\n${pem}\nend`, "key:\n⟦private-key⟧\nend"],
    [pem.replaceAll("\n", "\\n"), "⟦private-key⟧"],
    [pem.slice(0, 120), "⟦private-key⟧"],
    ["Authorization: Bearer abcdef0123456789", "Authorization: Bearer ⟦bearer-token⟧"],
    ["authorization: Basic dXNlcjpwYXNzMTIz", "authorization: Basic ⟦bearer-token⟧"],
    ["password=hunter2; next", "password=⟦password⟧; next"],
    ['{"db_password": "correct-horse", "n": 1}', '{"db_password": "⟦password⟧", "n": 1}'],
    ["The password is Tr0ub4dor&3.", "The password is ⟦password⟧."],
    ["AWS_SECRET_ACCESS_KEY = wJalrXUtnFEMI/K7MDENG", "AWS_SECRET_ACCESS_KEY = ⟦secret⟧"],
    // Streets, and dates of birth that are called so
    ["at 12 Elm Street, or 7B High St., Apt 4", "at ⟦street-address⟧, or ⟦street-address⟧"],
    ["1600 Pine Hill Road Apt 5, Springfield, IL 62704 USA", "⟦street-address⟧ USA"],
    ["Hauptstraße 12 und Calle 9", "⟦street-address⟧ und Calle 9"],
    ["5 rue de la Paix", "⟦street-address⟧"],
    ["P.O. Box 149", "⟦street-address⟧"],
    ["DOB: 2/8/1935; born on 3 March 1984", "DOB: ⟦birth-date⟧; born on ⟦birth-date⟧"],
    ["date of birth. It's 1991-06-24", "date of birth. It's ⟦birth-date⟧"],
  ])("%j", (given, expected) => {
    expect(shape(given)).toBe(expected);
  });
});

describe("what is left alone", () => {
  test.each([
    "In 2024 we had 24 branches, 3.5 percent more, and 1,234,567 visits (2019-2023).",
    "Order 4111111111111112 was paid; 4242 4242 4242 4241 is no card.",
    "Ticket 00000000-0000-1000-a90d-602200000019 is open.",
    "1234567890123456 and 1700000000000 and 1700000000000000",
    "Version 1.2.3.4, v10.0.0.1, Chrome/120.0.0.0, section 4.1.2.3, OID 1.3.6.1.4.1",
    "127.0.0.1 and 0.0.0.0 and 300.1.1.1 and 01.02.03.04",
    "At 12:30:45 on 2026-11-23 11:34, or 23.11.2026 or 11/23/2026",
    "std::vector<int> a::b dead::beef ::1 x::",
    "npm i pkg@1.2.3 @scope/name user@localhost",
    "000-12-3456, 666-12-3456, 912-34-5678 and 123-00-6789",
    "GB29 NWBK 6016 1331 9268 18 and XX29NWBK60161331926819",
    "12345678A RSSMRA85T10A562T 111.444.777-36 44051401358",
    "the password is required; Password: ********; password = os.environ['X']; password=${PASS}",
    "The secret: patience. Token: word. key: value. The key is simple.",
    "max_tokens=4096, token: 1024",
    "bearer of bad news, and the bearer responsibilities",
    "a task-sk-list and sk-learn-contributors-of-the-project",
    "-----BEGIN PRIVATE KEY----- is how a key file begins, said the teacher.",
    "eyJust.a.word",
    "3 PM Dr Smith drove 5 Miles; 10 Ways to win; 2 Best Places",
    "Mozart was born in 1756. Founded on 2/8/1935.",
    "+100 points, -1234567, $0123456789, 0123456789, order 0987 654 321",
    "f47ac10b-58cc-4372-a567-0e02b2c3d479 9f86d081884c7d659a2feaa0c55ad015",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    "",
  ])("%j", (text) => {
    expect(mask(text)).toEqual({ text, found: {} });
  });
});

describe("tokens", () => {
  test("are the start of HMAC-SHA256 over kind, zero and value, as Node computes it", () => {
    const digest = createHmac("sha256", key).update("email\0ana@mail.example").digest("hex");
    expect(mask("Ana@mail.example").text).toBe(`⟦email:${digest.slice(0, 8)}⟧`);
    const long = new Uint8Array(100).fill(3);
    const digestOfLong = createHmac("sha256", long).update("email\0ana@mail.example").digest("hex");
    expect(createMasker({ key: long, allow: [] })("ana@mail.example").text).toBe(
      `⟦email:${digestOfLong.slice(0, 8)}⟧`,
    );
  });

  test("are equal for equal values however these are written, and differ between values and keys", () => {
    const [card, spaced, dashed] = ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"].map(
      (text) => mask(text).text,
    );
    expect(spaced).toBe(card);
    expect(dashed).toBe(card);
    expect(mask("+44 20 7946 0958").text).toBe(mask("+442079460958").text);
    expect(mask("4242424242424242").text).not.toBe(card);
    const other = createMasker({ key: new Uint8Array(32).fill(1), allow: [] });
    expect(other("4111111111111111").text).not.toBe(card);
  });

  test("are counted by kind", () => {
    expect(mask("a@b.example, c@d.example, +44 20 7946 0958").found).toEqual({ email: 2, phone: 1 });
  });

  test("need a key of 16 bytes", () => {
    expect(() => createMasker({ key: new Uint8Array(15), allow: [] })).toThrow(RangeError);
  });

  test("stand for the whole of values that overlap", () => {
    const found = mask("password=ana@mail.example");
    expect(found.found).toEqual({ password: 1 });
    expect(found.text).not.toContain("mail");
  });
});

describe("a model that writes tokens itself", () => {
  test.each([
    ["I saw ⟦email:3f9a2c11⟧ there", "I saw [[email:3f9a2c11]] there"],
    ["look-alikes 〚card:00000000〛", "look-alikes [[card:00000000]]"],
    ["⟦⟦⟧ half ⟧", "[[[[]] half ]]"],
  ])("%s is shown not to be ours", (given, expected) => {
    expect(mask(given)).toEqual({ text: expected, found: {} });
  });

  test("cannot forge one around a value that is found, nor by any text at all", () => {
    const given = "⟦email:00000000⟧ a@b.example ⟦x⟧";
    expect(mask(given).text).toMatch(/^\[\[email:00000000\]\] ⟦email:[0-9a-f]{8}⟧ \[\[x\]\]$/);
    const pieces = fc.constantFrom(
      "⟦",
      "⟧",
      "〚",
      "email",
      ":",
      "0",
      "a@b.example",
      " ",
      "4111111111111111",
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { text, found } = mask(parts.join(""));
        const count = Object.values(found).reduce((sum, times) => sum + times, 0);
        expect(text.match(/⟦/g)?.length ?? 0).toBe(count);
        expect(text.match(/⟦[a-z-]+:[0-9a-f]{8}⟧/g)?.length ?? 0).toBe(count);
      }),
    );
  });
});

describe("allowed values", () => {
  const canary = "4111 1111 1111 1111";
  const allowing = createMasker({ key, allow: [canary, "MB-CANARY-7781", "ana@mail.example", "", "zed"] });

  test("stay as they are, in the way they are declared or with other separators and case", () => {
    for (const text of [canary, "4111111111111111", "to ANA@MAIL.EXAMPLE!", "password=MB-CANARY-7781"]) {
      expect(allowing(text)).toEqual({ text, found: {} });
    }
  });

  test("stay inside a longer match, and the rest of that match is still masked", () => {
    const { text, found } = allowing("password=RealSecret1MB-CANARY-7781More2");
    expect(text).toMatch(/^password=⟦password:[0-9a-f]{8}⟧MB-CANARY-7781⟦password:[0-9a-f]{8}⟧$/);
    expect(found).toEqual({ password: 2 });
    expect(allowing("zedzed.x@mail.example").text).toMatch(/^zedzed⟦email:[0-9a-f]{8}⟧$/);
  });

  test("do not excuse other values beside them", () => {
    const { text, found } = allowing("ana@mail.example, bob@mail.example");
    expect(text).toMatch(/^ana@mail\.example, ⟦email:[0-9a-f]{8}⟧$/);
    expect(found).toEqual({ email: 1 });
  });

  test("come through whole wherever they stand", () => {
    const around = fc.array(
      fc.constantFrom("a@b.example", "password=", " ", "x", "@", "4242424242424242", ":", "\n"),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(around, around, (left, right) => {
        expect(allowing(`${left.join("")}MB-CANARY-7781${right.join("")}`).text).toContain("MB-CANARY-7781");
      }),
    );
  });
});

describe("any text", () => {
  test("keeps what is not masked, in order, and comes out well formed", () => {
    const units = fc.array(fc.oneof(fc.nat({ max: 0xffff }), fc.constantFrom(0xd800, 0xdc00, 64, 48, 58)));
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        const masked = mask(text).text;
        expect(masked.isWellFormed()).toBe(true);
        if (text.isWellFormed() && !/[⟦⟧〚〛]/.test(text) && !masked.includes("⟦")) expect(masked).toBe(text);
      }),
    );
    expect(mask("half \ud800 pair").text).toBe("half \ufffd pair");
  });

  test("loses a value wherever it stands in a sentence", () => {
    const values: readonly (readonly [string, MaskKind])[] = [
      ["ana@mail.example", "email"],
      ["4242 4242 4242 4242", "card"],
      ["GB29NWBK60161331926819", "iban"],
      ["219-09-9999", "us-ssn"],
      ["+44 20 7946 0958", "phone"],
      ["203.0.113.7", "ip"],
    ];
    const gap = fc.constantFrom(" ", ", ", "\n", " (", ") ", "\t", "; ", '"', " - ", " 汉字 ");
    const words = fc.constantFrom("the", "It’s", "2024", "v2", "x", "é", "12", "3.5", "");
    fc.assert(
      fc.property(
        fc.constantFrom(...values),
        gap,
        gap,
        words,
        words,
        (...[[value, kind], before, after, left, right]) => {
          const { text, found } = mask(`${left}${before}${value}${after}${right}`);
          expect(text).not.toContain(value);
          expect(found[kind]).toBe(1);
        },
      ),
    );
  });
});
