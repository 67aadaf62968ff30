/** Words by which a sentence turns from the one who asked to whoever judges the answer. */
const turned =
  /\b(?:dear|to the|to whoever|note to the|hello) (?:judge|grader|evaluator|assessor)s?\b|\bjudge ?bot\b|\b(?:judge|grader|evaluator|assessor)[,:]|\byour verdict\b/;

/** True for a sentence that speaks to a judge: it asks and tells the user nothing. Takes lower case. */
export function addressesJudge(sentence: string): boolean {
  return turned.test(sentence);
}
