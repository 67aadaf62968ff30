/** Steps from the root of a document to a value: keys and positions. */
export type DocumentPath = readonly (string | number)[];

/** The value at a path, or undefined where the path leads nowhere. Inherited properties are not followed. */
export function valueAt(root: unknown, path: DocumentPath): unknown {
  let current = root;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    const next: unknown = Reflect.get(current, step);
    current = next;
  }
  return current;
}
