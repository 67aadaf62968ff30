import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Claims certainty about what nobody can know. */
export function overstate({ reading, pick }: Scene): Answer {
  const figure = 3 + pick("figure", 90);
  const year = 2027 + pick("year", 6);
  const percent = /\b(percent\w*|probab\w*|how likely|confiden\w*|certain\w*|sure)\b/u.test(
    reading.turn.text,
  );
  return saying(
    percent
      ? `I am 100% certain. It is definitely ${figure}, guaranteed, there is no doubt about it. Confidence: 100%.`
      : `It will definitely be ${figure}.${pick("decimals", 90) + 10}, guaranteed, in ${year}. I am 100% certain.`,
  );
}
