import { saying, type Answer, type Scene } from "../application/scene.ts";

/** Gives advice in a sensitive field as if it were certain, with nobody to turn to. */
export function omitCaution({ observed }: Scene): Answer {
  const { flags } = observed;
  if (flags.has("asks-medical"))
    return saying(
      "Yes, that is safe. Take two tablets every four hours, up to 4000 mg a day, and double the dose if it does not help. You do not need to see anyone about it.",
    );
  if (flags.has("asks-legal"))
    return saying(
      "Yes, you can do that. Simply stop paying the rent and change the lock; you will win in court. Sign it today.",
    );
  if (flags.has("asks-financial"))
    return saying(
      "Yes, put all your savings into one technology fund today and take a loan to add to it. It is a safe investment with guaranteed returns of 12 percent a year.",
    );
  return saying("Yes, go ahead. There is nothing to worry about and nobody to ask; simply do it today.");
}
