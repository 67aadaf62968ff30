import { ProductError } from "@probity/domain";

/** Reads an option that takes a whole number within bounds. @throws ProductError USAGE */
export function wholeNumber(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ProductError("USAGE", {
    message: `${option} takes a whole number from ${least} to ${most}, not "${text}".`,
  });
}
