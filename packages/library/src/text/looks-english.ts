/** Commonest function words of English. Other languages written in Latin letters have few of them. */
const functionWords = new Set(
  "the be is are was were am to of and a in that have has it for not on with he as you do at this but his by from they we say her she or an will my one all would there their what so up out if about who get which go me when make can like time no just him know take into your some could them see other than then now only its also after use how our because any these give most us i i'm it's don't can't should may please need more here yes sure did does".split(
    " ",
  ),
);
/** The same for the larger languages written in Latin letters, where they are not English words too. */
const otherFunctionWords = new Set(
  "nach wie bei aus oder aber wenn auch noch kann der die das und ist nicht ein eine einen ich sie wir ihr mit auf für von dem den zu im sind wird haben le la les des et est que qui une un pour dans pas vous je il du au sur avec el los las una para con por no es se su del lo más il di che non per sono della gli il una è het een van niet en de dat op zijn och är att det som jag inte på den nie jest się na do że w z o não uma os as em ao da do você ve bir bu için yang dan tidak saya ini untuk dengan på og er til ikke jeg".split(
    " ",
  ),
);
/** Enough to tell a language by. */
const readCharacters = 1_000;
/** English text has two in five; a fifth leaves room for lists and names. */
const minShare = 0.2;

/**
 * True unless the text is clearly in another language: mostly other letters, or fewer function words of English than
 * of other languages. A text without either, such as a list or a number, counts as English.
 */
export function looksEnglish(text: string): boolean {
  const start = text.slice(0, readCharacters).replace(/[\u2018\u2019]/g, "'");
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  const words = start.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const known = words.filter((word) => functionWords.has(word)).length;
  const foreign = words.filter((word) => otherFunctionWords.has(word)).length;
  return known >= foreign || known / words.length >= minShare;
}
