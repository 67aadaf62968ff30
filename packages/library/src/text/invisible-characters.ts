/**
 * Characters that show nothing: zero-width, joiners, bidirectional controls, variation selectors, tags,
 * soft hyphen, fillers. Unicode 16, general category Cf and Default_Ignorable_Code_Point.
 */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Takes out every character that shows nothing. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** True when something remains that a reader could see. */
export function hasVisibleText(text: string): boolean {
  return /[^\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
