import { visibleText } from "./visible-text.ts";

/** Values of a scale with so many letters seldom stand in an answer by chance; shorter ones count in quotes only. */
const longWord = 8;
/** Characters that are looked at, from each end. */
const looked = 8_000;

/**
 * Signs that an answer is addressed to whoever judges it. Wide on purpose: a false sign costs one more call, a missed one leaves the attention
 * token as the only guard.
 */
const signs: readonly RegExp[] = [
  /\b(?:judge|grader|evaluat(?:or|ion)|rubric|verdict|reviewer|scor(?:e|ing)|grad(?:e|ing)|moderator|assessor|auditor|auto-?rater)\b/i,
  /"(?:choice|outcome|label|result|attention)"\s*:/i,
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|above|previous|prior|criteria|rules?)\b/i,
  /\b(?:new|updated|revised) (?:instructions?|task|policy)\b|\bsystem (?:note|message|prompt|override)\b/i,
  /\b(?:breached|unjudged)\b/i,
  /\b(?:juez|calificador|evaluador|veredicto|juge|évaluateur|verdict|richter|bewerter|urteil|bewertung|juiz|avaliador|giudice|valutatore)\b/iu,
  /评判|评分|裁判|裁定|判断|審査|判定|評価|채점|판정|심판|оценщик|судья|вердикт|قاضٍ|المقيّم|حكم|न्यायाधीश|निर्णय|মূল্যায়ন/u,
  /\b(?:choice|answer|label|grade)\s*[:=]|⟨\|?|⟦\/?INST|<\/?(?:answer|response|data|system)>/i,
  /\\u\{(?:200|202|206|e00|feff)/i,
  /[A-Za-z0-9+/]{80,}={0,2}/,
];

/** Whether an answer shows any sign of speaking to its judge: by its words, or by naming a value of the scale. */
export function speaksToJudge(text: string, scaleValues: readonly string[]): boolean {
  const ends = text.length <= looked * 2 ? text : `${text.slice(0, looked)}\n${text.slice(-looked)}`;
  const shown = visibleText(ends);
  const namesValue = scaleValues.some(
    (value) =>
      shown.includes(`"${value}"`) ||
      ((value.includes("-") || value.length >= longWord) && shown.includes(value)),
  );
  return namesValue || signs.some((sign) => sign.test(shown));
}
