/** Words that sound alike in most varieties of English and are written for one another. Negations and numbers are left out. */
const groups: readonly (readonly [string, string])[] = [
  ["their", "there"],
  ["your", "you're"],
  ["its", "it's"],
  ["where", "wear"],
  ["which", "witch"],
  ["whether", "weather"],
  ["here", "hear"],
  ["write", "right"],
  ["would", "wood"],
  ["through", "threw"],
  ["piece", "peace"],
  ["see", "sea"],
  ["buy", "by"],
  ["new", "knew"],
  ["week", "weak"],
  ["whole", "hole"],
  ["break", "brake"],
  ["mail", "male"],
  ["allowed", "aloud"],
  ["principal", "principle"],
  ["wait", "weight"],
  ["then", "than"],
  ["quiet", "quite"],
  ["from", "form"],
  ["off", "of"],
  ["were", "where"],
  ["affect", "effect"],
];

/** From a word to one that is written for it by mistake. */
export const homophoneOf: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([one, other]): [string, string][] => [
    [one, other],
    [other, one],
  ]),
);
