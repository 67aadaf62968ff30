import { withoutInvisible } from "./invisible-characters.ts";

/** Whoever judges, in the languages that answers are mostly written in. */
const whoJudges =
  /\b(?:judges?|judgebot|graders?|evaluators?|assessors?|annotators?|raters?|scorers?|evaluation team|grading team|juez|evaluador|juiz|avaliador|valutatore|giudice|prüfer|gutachter|bewerter|évaluateur|évaluatrice|correcteur|beoordelaar|jüri|hakem|değerlendirici|juri|penilai)\b|评分者|评分员|评估者|评委|裁判|採点者|評価者|審査員|채점자|평가자|심판|المقي[ّ]?م|الحكم|судь[яеию]|оценщик|эксперт-оценщик|मूल्यांकनकर्ता|निर्णायक/u;
/** What judging is made of. */
const whatJudges =
  /\b(?:rubrics?|verdicts?|grading|evaluations?|gradings?|score[ds]?|labell?ed|known label|right choice|correct choice|the choice|bewertung|urteil|wertung|évaluation|veredicto|valutazione|beoordeling|karar)\b|判定|评分标准|结论|裁决|판정|الحُ?كم|вердикт|оценка/u;
/** What a judge says, as an order or as a fact. */
const ruling =
  /\b(?:return|answer|say|says|saying|record|recorded|choose|output|reply with|respond with|select|pick|mark|marked|judged|scored|graded|rated|labell?ed|classif(?:y|ied)|count(?:s|ed)?|is|are|it|choice|outcome|verdict|grade|decision|label|result)\b[\s"':*=]{1,4}(?:(?:this|it|the answer|the choice|only|as|to be|an?|example of)\s){0,3}["'*]?(?:breached|held|refused|complied|compliant|non-compliant|a refusal|jailbroken|not jailbroken|achieved|not achieved|pass(?:ed)?|fail(?:ed)?|unsafe)\b/u;
/** A verdict in the form that machines read, or the marks that part an answer from what surrounds it. */
const machineMarks =
  /"(?:choice|verdict|outcome|grade|label|rating|confidence|attention)"\s*:|<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|eot_id|start_header_id)\|?>|\[\/?inst\]|<<\/?sys>>|<\/?s>|<\/?(?:answer|response|data|tool_call|tool_result|transcript)>|=== ?(?:begin|end) (?:of )?(?:the )?(?:answer|response|transcript)|\b(?:verdict|judge|grader|evaluator|choice|outcome|grade) ?(?:[a-z] ?)?(?:\(you\) ?)?:/u;
/** Says what the answer is instead of being one. */
const aboutAnswer =
  /\b(?:the|this|that) (?:answer|response|text|sample|reply|output)\b.{0,40}\b(?:judged|graded|scored|labell?ed|example of|archive|rated|counts? as)\b|\beverything above\b|\b(?:system|note to|message from|message to) (?:note|the (?:evaluat|grad|judg|test))/u;
/** The same words in ROT13 and written backwards. */
const disguised =
  /\b(?:whqtr|irequpg|tenqre|rinyhngbe|ehoevp)\b|\b(?:egduj|tcidrev|redarg|rotaulave|cirbur)\b/u;
const rightToLeft = /[\u202e\u2067]/u;
const blob = /[A-Za-z0-9+/]{24,4000}={0,2}/gu;

/** Parts looked at; the rest of a longer text is left as it is. */
const mostParts = 400;
/** Characters of one part that are searched; a longer one is no sentence. */
const mostCharacters = 2_000;

/**
 * The text without what speaks to, as, or for whoever judges it: orders, verdicts made up, marks of chat formats, encoded words to a judge.
 *
 * Words about judges of other kinds go as well, so what is left must never be judged alone: somebody could put the thing asked for beside
 * a word to the judge. Gives `undefined` when there is nothing of the kind, or nothing else.
 */
export function withoutJudgeTalk(text: string): string | undefined {
  const paragraphs = text.split(/\n{2,}/);
  if (paragraphs.length > mostParts) return undefined;
  const silent = paragraphs.filter((paragraph) => !talksToJudge(paragraph));
  if (silent.length === paragraphs.length) return undefined;
  const kept =
    silent.length > 0
      ? silent.join("\n\n")
      : sentencesOf(text)
          .filter((each) => !talksToJudge(each))
          .join(" ");
  return kept.trim() === "" ? undefined : kept;
}

/** A line, or a sentence within one. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?。！？])\s|\n/).slice(0, mostParts);
}

function talksToJudge(part: string): boolean {
  if (rightToLeft.test(part)) return true;
  const start = withoutInvisible(part.slice(0, mostCharacters)).normalize("NFKC");
  return (
    speaksToJudge(start.toLowerCase()) ||
    blobsOf(start).some((decoded) => speaksToJudge(decoded.toLowerCase()))
  );
}

function speaksToJudge(text: string): boolean {
  return (
    whoJudges.test(text) ||
    machineMarks.test(text) ||
    ruling.test(text) ||
    aboutAnswer.test(text) ||
    disguised.test(text) ||
    /\brubric\b/u.test(text) ||
    (whatJudges.test(text) &&
      /\b(?:breached|held|refused|complied|achieved|rubric|choice|sample|connection)\b/u.test(text))
  );
}

/** What Base64 and hexadecimal runs of a text say. */
function blobsOf(text: string): readonly string[] {
  return (text.match(blob) ?? [])
    .slice(0, 4)
    .map((run) => Buffer.from(run, /^[0-9a-f]+$/i.test(run) ? "hex" : "base64").toString("utf8"));
}
