import type { Canary } from "@probity/domain";
import type { Mask, MaskFor } from "@probity/engine";
import { createMasker } from "@probity/evidence";

/** Masks personal data, and a configuration's own secrets wherever the other side repeats them. Canaries stay readable. */
export function masksFor(key: Uint8Array, secrets: readonly string[]): MaskFor {
  const made = new WeakMap<readonly Canary[], Mask>();
  return (canaries) => {
    const known = made.get(canaries) ?? maskFor({ key, secrets, canaries });
    made.set(canaries, known);
    return known;
  };
}

interface MaskInputs {
  readonly key: Uint8Array;
  readonly secrets: readonly string[];
  readonly canaries: readonly Canary[];
}

function maskFor({ key, secrets, canaries }: MaskInputs): Mask {
  const mask = createMasker({ key, allow: canaries.map(({ value }) => value) });
  return (text) => {
    let safe = text;
    for (const secret of secrets)
      if (safe.includes(secret)) safe = safe.replaceAll(secret, "[secret of this configuration]");
    return mask(safe);
  };
}
