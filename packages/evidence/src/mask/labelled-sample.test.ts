import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createMasker } from "./create-masker.ts";
import type { MaskKind } from "./match.ts";

// Synthetic texts with labelled spans (presidio-research, MIT). Not part of the project; read where it is laid beside it.
const sample = fileURLToPath(
  new URL("../../../../../shared/data/personal-data-synthetic.jsonl", import.meta.url),
);
const isPresent = existsSync(sample);

interface LabelledText {
  readonly text: string;
  readonly spans: readonly { readonly type: string; readonly start: number; readonly end: number }[];
}

/** Labels of the sample, the kinds that cover them, and the least share that must be masked. */
const floors: readonly { readonly label: string; readonly kind: MaskKind; readonly recall: number }[] = [
  { label: "EMAIL_ADDRESS", kind: "email", recall: 1 },
  { label: "CREDIT_CARD", kind: "card", recall: 0.98 },
  { label: "IBAN_CODE", kind: "iban", recall: 1 },
  { label: "US_SSN", kind: "us-ssn", recall: 1 },
  { label: "PHONE_NUMBER", kind: "phone", recall: 0.95 },
  { label: "US_DRIVER_LICENSE", kind: "id-number", recall: 0.8 },
  // Most of its addresses are of invented forms, and many spans are a bare postcode or flat number.
  { label: "STREET_ADDRESS", kind: "street-address", recall: 0.28 },
];
/** A kind may stand for a span of another label only this often. */
const precision = 0.95;

describe.skipIf(!isPresent)(
  `labelled sample${isPresent ? "" : " (skipped: ../shared/data is not here)"}`,
  () => {
    const texts: readonly LabelledText[] = isPresent
      ? readFileSync(sample, "utf8")
          .trim()
          .split("\n")
          .map((line): LabelledText => JSON.parse(line))
      : [];
    const mask = createMasker({ key: new Uint8Array(32), allow: [] });

    test.each(floors)("$label is masked at least $recall of the time", ({ label, recall }) => {
      let spans = 0;
      let gone = 0;
      for (const { text, spans: all } of texts) {
        const masked = mask(text).text;
        for (const { start, end } of all.filter(({ type }) => type === label)) {
          spans += 1;
          if (!masked.includes(text.slice(start, end))) gone += 1;
        }
      }
      expect(spans).toBeGreaterThan(0);
      expect(gone / spans).toBeGreaterThanOrEqual(recall);
    });

    test.each(floors)("$kind is seldom found where $label is not", ({ label, kind }) => {
      let found = 0;
      let wrong = 0;
      for (const { text, spans } of texts) {
        const times = mask(text).found[kind] ?? 0;
        found += times;
        wrong += Math.max(0, times - spans.filter(({ type }) => type === label).length);
      }
      expect(found).toBeGreaterThan(0);
      expect(1 - wrong / found).toBeGreaterThanOrEqual(precision);
    });

    test("dates of birth are masked, other dates are not", () => {
      const dates = texts.filter(({ spans }) => spans.some(({ type }) => type === "DATE_TIME"));
      const births = dates.filter(({ text }) => /birth|born/i.test(text));
      expect(births.length).toBeGreaterThan(10);
      expect(births.filter(({ text }) => mask(text).found["birth-date"] === 1)).toEqual(births);
      const others = dates.filter(({ text }) => !/birth|born/i.test(text));
      expect(others.filter(({ text }) => mask(text).found["birth-date"] !== undefined)).toEqual([]);
    });
  },
);
