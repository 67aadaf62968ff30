/** Values that one path may lead to; a wildcard over a long list leads to many. */
const maxValues = 10_000;

/**
 * The values at a path of parsed JSON: a pointer (`/to/0/name`, RFC 6901) or dotted (`to.0.name`); `*` leads to every member. Own members only, so
 * that `__proto__` and `constructor` lead nowhere.
 */
export function valuesAt(root: object, path: string): readonly unknown[] {
  let values: unknown[] = [root];
  for (const step of stepsOf(path)) {
    values = values.flatMap((value) => membersOf(value, step)).slice(0, maxValues);
  }
  return values;
}

function stepsOf(path: string): readonly string[] {
  if (path === "") return [];
  if (!path.startsWith("/")) return path.split(".");
  return path
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function membersOf(value: unknown, step: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (step === "*") return Object.values(value).slice(0, maxValues);
  const own = Object.getOwnPropertyDescriptor(value, step);
  return own === undefined || !own.enumerable ? [] : [own.value];
}
