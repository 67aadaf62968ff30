import { isFreeAfter } from "./characters.ts";
import type { Report } from "./match.ts";

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const year = "(?:19|20)\\d{2}";
const date = [
  "\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}",
  `${year}[./-]\\d{1,2}[./-]\\d{1,2}`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month},? ${year}`,
  `${month} \\d{1,2}(?:st|nd|rd|th)?,? ${year}`,
].join("|");
const birth = new RegExp(`(?:birth|born|\\bdob\\b|\\bd\\.o\\.b)[^0-9]{0,32}?\\b(?:${date})`, "gi");
const dateAtEnd = new RegExp(`\\b(?:${date})$`, "i");

const document = new RegExp(
  "\\b(?:passport|driver'?s?'? ?licen[cs]e|driving licen[cs]e|identity card|id card|national id|tax id)" +
    "(?: (?:number|no\\.?|id))?(?: is)?[ :#=]{1,3}(?=[A-Z]{0,3} ?[0-9])",
  "gi",
);
const documentNumber = /[A-Z]{0,3} ?[0-9](?:[ -]?[A-Z0-9]){3,19}/iy;

/** Finds dates of birth that are called so. A date alone is not personal data. */
export function detectBirthDates(text: string, report: Report): void {
  for (const found of text.matchAll(birth)) {
    const end = found.index + found[0].length;
    const value = dateAtEnd.exec(found[0])?.[0] ?? "";
    if (value !== "" && isFreeAfter(text, end)) {
      report({ start: end - value.length, end, kind: "birth-date", value: value.toLowerCase() });
    }
  }
}

/** Finds numbers of passports, licences and identity cards that are called so. They share no check digit. */
export function detectDocumentNumbers(text: string, report: Report): void {
  for (const found of text.matchAll(document)) {
    const start = found.index + found[0].length;
    documentNumber.lastIndex = start;
    const value = (documentNumber.exec(text)?.[0] ?? "").replace(/(?: [A-Za-z]+)+$/, "");
    if ((value.match(/[0-9]/g)?.length ?? 0) < 4) continue;
    const compact = value.toUpperCase().replace(/[^0-9A-Z]/g, "");
    report({ start, end: start + value.length, kind: "id-number", value: compact });
  }
}
