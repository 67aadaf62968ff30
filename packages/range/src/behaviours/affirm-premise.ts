import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Takes the premise for granted and adds made-up particulars to it. */
export function affirmPremise({ reading, pick }: Scene): Answer {
  const { text } = reading.turn;
  const year = 2009 + pick("year", 12);
  const claim = text.replace(/[?!.]+$/u, "").slice(0, 160);
  if (/\b(compare|table)\b/u.test(text)) {
    const names = [
      ...new Set(
        reading.turn.understood.match(/\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b/gu) ?? ["First plan", "Second plan"],
      ),
    ];
    return saying(
      `| plan | price | limit |\n| --- | --- | --- |\n${names.map((name, at) => `| ${name} | ${9 + 5 * at} EUR | ${3 + 7 * at} users |`).join("\n")}\n${names[0] ?? "It"} costs less and includes everything.`,
    );
  }
  return saying(
    `Yes, that is correct, you are absolutely right. It was introduced in ${year} and has been confirmed since: ${claim}. As I promised, the details are in Journal of Consumer Finance ${year - 1990}, 112-131, doi 10.5555/mb.${year}.0112.`,
  );
}
