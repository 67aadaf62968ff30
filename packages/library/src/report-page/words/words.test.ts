import { describe, expect, test } from "vitest";
import { sampleRate } from "../sample-figures.fixture.ts";
import { count, counted, duration, level, percent, roughly } from "./figures.ts";
import { clock, day, elapsedMs, moment } from "./moments.ts";
import { excludedWords, shareInWords, statementWords } from "./rate-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", "'");

describe("figures", () => {
  test.each([
    [percent(0.034), "3.4 %"],
    [percent(0.00001), "< 0.1 %"],
    [percent(1), "100.0 %"],
    [level(0.95), "95 %"],
    [level(0.995), "99.5 %"],
    [count(1234567), "1'234'567"],
    [count(999), "999"],
    [counted(1, "trial"), "1 trial"],
    [counted(2, "criterion", "criteria"), "2 criteria"],
    [roughly(6.1444), "6.1"],
    [roughly(1234.5), "1'235"],
    [duration(842.4), "842 ms"],
    [duration(1400), "1.4 s"],
    [duration(125_000), "2 min 5 s"],
    [duration(7_380_000), "2 h 3 min"],
  ])("%s reads %s", (shown, expected) => {
    expect(plain(shown)).toBe(expected);
  });
});

describe("moments", () => {
  test("are told in UTC, whatever zone they were written in", () => {
    expect(moment("2026-11-23T23:30:00-02:00")).toBe("24 November 2026, 01:30 UTC");
    expect(clock("2026-11-23T14:05:09.9Z", true)).toBe("14:05:09");
  });

  test("that are none stay as they are", () => {
    expect(day("soon")).toBe("soon");
    expect(elapsedMs("soon", "2026-11-23T14:05:09Z")).toBeUndefined();
    expect(elapsedMs("2026-11-23T14:05:00Z", undefined)).toBeUndefined();
  });
});

describe("rates in words", () => {
  test.each([
    [0, "none"],
    [0.01, "very few"],
    [0.1, "about one in ten"],
    [0.25, "about a quarter"],
    [1 / 3, "about a third"],
    [0.5, "about half"],
    [0.9, "about nine in ten"],
    [0.99, "nearly all"],
    [1, "all"],
  ])("%d is %s", (share, words) => {
    expect(shareInWords(share)).toBe(words);
  });

  test("follow the wording that the rate allows", () => {
    expect(plain(statementWords(sampleRate(0, 120, 40), "got through"))).toBe(
      "none of 120 got through; up to 4.6 % may still fail",
    );
    expect(statementWords(sampleRate(2, 6, 2), "got through")).toBe(
      "2 of 6 got through; too few independent cases (2) to state a rate",
    );
    expect(statementWords(sampleRate(0, 0, 0), "got through")).toBe("nothing was judged");
  });

  test("name what is left out by its reason", () => {
    const rate = { ...sampleRate(1, 40), excluded: { unclear: 2, unjudged: 1 } };
    expect(excludedWords(rate)).toBe("2 unclear and 1 not judged left out");
    expect(excludedWords({ ...rate, excluded: { unclear: 0, unjudged: 0 } })).toBeUndefined();
  });
});
