import type { Canary } from "@probity/domain";
import type { Mask } from "@probity/engine";
import { createMasker } from "@probity/evidence";

/** Masks personal data, and a configuration's own secrets wherever the other side repeats them. Declared canaries stay readable. */
export function maskFor(key: Uint8Array, canaries: readonly Canary[], secrets: readonly string[]): Mask {
  const mask = createMasker({ key, allow: canaries.map(({ value }) => value) });
  return (text) => {
    let safe = text;
    for (const secret of secrets)
      if (safe.includes(secret)) safe = safe.replaceAll(secret, "[secret of this configuration]");
    return mask(safe);
  };
}
