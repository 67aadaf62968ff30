import canonicalize from "canonicalize";

/**
 * The one JSON text of a value, so that equal values have equal digests on every machine: RFC 8785.
 *
 * The scheme's numbers and strings are those of JSON.stringify; what it adds is the order of keys, by UTF-16 code
 * units. So keys are put in order and JSON.stringify writes: several times as fast as writing in JavaScript, on the
 * path that every recorded trial takes. The one order it cannot write is that of keys like "10" and "9", which every
 * object lists as numbers; the `canonicalize` package writes those.
 *
 * Throws a `TypeError` for what has no such text: `undefined`, functions, NaN, infinities, circles, and strings
 * with half a surrogate pair (the masker and parsers of replies repair those first). Members that are `undefined` are
 * left out.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    const order = { reachable: true };
    const ordered = inOrder(value, order);
    text = order.reachable ? JSON.stringify(ordered) : canonicalize(value);
  } catch (cause) {
    throw new TypeError("The value has no canonical JSON form.", { cause });
  }
  if (text === undefined) throw new TypeError("The value has no canonical JSON form.");
  return text;
}

interface Order {
  /** False once an object was met whose keys no object can hold in the order of the scheme. */
  reachable: boolean;
}

/** The value with the keys of every object in order; the very same objects wherever they are in order already. */
function inOrder(value: unknown, order: Order): unknown {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new TypeError("half a surrogate pair");
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`);
      return value;
    case "boolean":
    case "undefined":
      return value;
    case "object":
      if (value === null) return value;
      return Array.isArray(value) ? orderedItems(value, order) : orderedMembers(value, order);
    default:
      throw new TypeError(`a ${typeof value} is no JSON value`);
  }
}

function orderedItems(items: readonly unknown[], order: Order): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, item] of items.entries()) {
    const ordered = inOrder(item, order);
    if (ordered === item) continue;
    copy ??= [...items];
    copy[index] = ordered;
  }
  return copy ?? items;
}

function orderedMembers(object: object, order: Order): unknown {
  if ("toJSON" in object && typeof object.toJSON === "function") return inOrder(object.toJSON(), order);
  const members = object as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  let same = true;
  let before = "";
  for (const key of keys) {
    if (!key.isWellFormed()) throw new TypeError("half a surrogate pair in a key");
    same &&= before <= key;
    before = key;
  }
  const values = keys.map((key) => inOrder(members[key], order));
  if (same && keys.every((key, index) => members[key] === values[index])) return object;
  const sorted = keys.map((key, index) => [key, values[index]] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const copy: Record<string, unknown> = Object.fromEntries(sorted);
  order.reachable &&= Object.keys(copy).every((key, index) => key === sorted[index]?.[0]);
  return copy;
}
