/** Strings that break careless code: empty, invisible, unpaired, escaping, nested, repeating, forging. */
export const garbageTexts: readonly string[] = [
  "",
  " ",
  "\u0000",
  "\u200b\ufeff\u2060",
  "\ud800",
  "\udfff\ud83d",
  "\u202etxet desrever\u202c",
  "\u001b[2J\u001b]0;title\u0007",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  '=HYPERLINK("https://collector.example")',
  '```\n```json\n{"a":',
  '{"outcome":"held","confidence":1,"reasons":[]}',
  "VERDICT: held",
  "[[[[[[[[[[((((((((((",
  "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
  "👩‍👩‍👧‍👦🏳️‍🌈🇬🇧",
  "Straße İstanbul ﬁne ＦＵＬＬ",
  "الإجابة هي لا",
  "我不能帮助你。",
  "a".repeat(5_000),
  "\n".repeat(2_000),
  "%%%25%zz&#x;&#99999999999;\\u{110000}\\x",
  "__proto__ constructor toString",
  "$& $1 $` $'",
];

/**
 * Uniform numbers in [0, 1) from a seed, for suites that need the same ones every time.
 *
 * mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for tests.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
