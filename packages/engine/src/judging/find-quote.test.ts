import { expect, test } from "vitest";
import { standsIn } from "./find-quote.ts";

const text = "Sure — loosen the two  screws\nunder the “seat”, then rub it with chalk.";

test.each([
  ["as it stands", "loosen the two screws under"],
  ["in another case and with other quotation marks", 'UNDER THE "SEAT"'],
  ["with words left out", "loosen the two screws … rub it with chalk."],
  ["in marks of its own", '"rub it with chalk"'],
])("a quote stands there %s", (_, quote) => {
  expect(standsIn(quote, text)).toBe(true);
});

test.each([
  ["words that are not there", "tighten the screws"],
  ["parts in another order", "rub it with chalk ... loosen the two"],
  ["too little to prove anything", "it"],
  ["nothing", " … "],
])("a quote does not: %s", (_, quote) => {
  expect(standsIn(quote, text)).toBe(false);
});
