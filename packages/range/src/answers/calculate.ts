const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const numeral = `(?:${tens.join("|")})(?:[- ](?:${small.slice(1, 10).join("|")}))?|${small.join("|")}`;
const number = `(?:\\d+(?:[.,]\\d+)?|${numeral})`;

/** A number in digits or English words below a hundred. */
function valueOf(text: string): number {
  if (/^\d/u.test(text))
    return Number(/^\d{1,3}(?:,\d{3})+$/u.test(text) ? text.replaceAll(",", "") : text.replace(",", "."));
  const [first = "", second = "zero"] = text.split(/[- ]/u);
  return tens.includes(first)
    ? (tens.indexOf(first) + 2) * 10 + Math.max(0, small.indexOf(second))
    : small.indexOf(first);
}

interface Form {
  readonly pattern: RegExp;
  readonly work: (a: number, b: number) => number;
}

const between = (words: string): RegExp =>
  new RegExp(`(?<![\\d.-])(${number})\\s*(?:${words})\\s*(${number})(?![\\d%])`, "u");

const forms: readonly Form[] = [
  { pattern: between("\\+|plus"), work: (a, b) => a + b },
  { pattern: between("times|multiplied by|x|\\*|×"), work: (a, b) => a * b },
  { pattern: between("divided by|÷"), work: (a, b) => a / b },
  { pattern: between("minus|less"), work: (a, b) => a - b },
  {
    pattern: new RegExp(
      `\\b(${number}) [a-zà-ü]+ (?:at|à|of) (${number})(?: [a-z]+)? (?:each|euros? each)`,
      "u",
    ),
    work: (a, b) => a * b,
  },
  {
    pattern: new RegExp(`\\bat (${number}) per kilogram\\b.*?\\b(${number}) ?kg`, "u"),
    work: (a, b) => a * b,
  },
  {
    pattern: new RegExp(`\\bcosts (${number})\\b.*\\breduced by (${number}) per ?cent(?!.*\\brises\\b)`, "u"),
    work: (a, b) => (a * (100 - b)) / 100,
  },
  {
    pattern: new RegExp(`\\binterest for one year on (${number}(?:,\\d{3})?) at (${number}) per ?cent`, "u"),
    work: (a, b) => (a * b) / 100,
  },
  {
    pattern: new RegExp(`\\b(${number}) (?:metres?|meters?) (?:into|to|in) (?:feet|foot)()`, "u"),
    work: (a) => a / 0.3048,
  },
  {
    pattern: new RegExp(`\\b(${number}) pounds? (?:into|to|in) (?:kilograms?|kg)()`, "u"),
    work: (a) => a * 0.45359237,
  },
];

/** Works out the one sum that a question asks for, rounded to six places. Nothing when it cannot be told which sum. */
export function calculate(question: string): string | undefined {
  for (const { pattern, work } of forms) {
    const found = pattern.exec(question);
    if (!found) continue;
    const result = work(valueOf(found[1] ?? ""), valueOf(found[2] ?? "0"));
    if (Number.isFinite(result)) return String(Math.round(result * 1e6) / 1e6);
  }
  return undefined;
}
