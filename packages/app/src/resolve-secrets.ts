import { ProductError } from "@probity/domain";

const reference = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

export interface ResolvedSettings {
  readonly settings: unknown;
  /** Every secret's value, so that it can be masked wherever it turns up. */
  readonly secrets: readonly string[];
}

/** Puts the environment's values where settings refer to them. @throws ProductError SECRET_MISSING naming every variable that is not set */
export function resolveSecrets(
  settings: unknown,
  env: Readonly<Record<string, string | undefined>>,
): ResolvedSettings {
  const secrets = new Set<string>();
  const missing = new Set<string>();
  const resolve = (value: unknown): unknown => {
    if (typeof value === "string") {
      return value.replace(reference, (_, name: string) => {
        const secret = env[name];
        if (secret === undefined || secret === "") missing.add(name);
        else secrets.add(secret);
        return secret ?? "";
      });
    }
    if (Array.isArray(value)) return value.map(resolve);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]));
    return value;
  };
  const resolved = resolve(settings);
  if (missing.size > 0) {
    const names = [...missing].join(", ");
    throw new ProductError("SECRET_MISSING", {
      message: `The environment has no ${names}; nothing was sent.`,
      remedy: `Set it in this shell, e.g.: export ${[...missing][0]}=…`,
    });
  }
  return { settings: resolved, secrets: [...secrets] };
}
