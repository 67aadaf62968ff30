import canonicalize from "canonicalize";

/**
 * The one JSON text of a value, so that equal values have equal digests on every machine: RFC 8785.
 *
 * The scheme's numbers and strings are those of JSON.stringify; what it adds is the order of keys, by UTF-16 code
 * units. So keys are put in order where they are not, and JSON.stringify writes: several times as fast as writing in
 * JavaScript, on the path that every recorded trial takes. What is left to the `canonicalize` package is rare: keys like
 * "10" and "9", which every object lists as numbers, and texts that hold half a surrogate pair or spell its escape.
 *
 * Throws a `TypeError` for what has no such text: `undefined`, functions, NaN, infinities, circles, and strings
 * with half a surrogate pair (the masker and parsers of replies repair those first). Members that are `undefined` are
 * left out.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    const order = { reachable: true };
    text = JSON.stringify(isOrdered(value) ? value : inOrder(value, order));
    // JSON.stringify writes half a surrogate pair as this escape instead of refusing it.
    if (!order.reachable || text?.includes("\\ud")) text = canonicalize(value);
  } catch (cause) {
    throw new TypeError("The value has no canonical JSON form.", { cause });
  }
  if (text === undefined) throw new TypeError("The value has no canonical JSON form.");
  return text;
}

/** True when every object in the value lists its keys in the order of the scheme. Makes nothing: most values are in order. */
function isOrdered(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) {
    refuseUnwritable(value);
    return true;
  }
  if (Array.isArray(value)) {
    for (const item of value) if (!isOrdered(item)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const members = value as Readonly<Record<string, unknown>>;
  let before = "";
  for (const key in members) {
    if (key < before || key === "toJSON" || !isOrdered(members[key])) return false;
    before = key;
  }
  return true;
}

interface Order {
  /** False once an object was met whose keys no object can hold in the order of the scheme. */
  reachable: boolean;
}

/** A copy of the value with the keys of every object in order. */
function inOrder(value: unknown, order: Order): unknown {
  if (typeof value !== "object" || value === null) {
    refuseUnwritable(value);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => inOrder(item, order));
  if ("toJSON" in value && typeof value.toJSON === "function") return inOrder(value.toJSON(), order);
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members).sort();
  const copy: Record<string, unknown> = Object.fromEntries(
    keys.map((key) => [key, inOrder(members[key], order)]),
  );
  order.reachable &&= Object.keys(copy).every((key, index) => key === keys[index]);
  return copy;
}

/** JSON.stringify would leave these out or write `null` for them. */
function refuseUnwritable(value: unknown): void {
  const isWritable =
    typeof value === "number"
      ? Number.isFinite(value)
      : typeof value !== "function" && typeof value !== "symbol";
  if (!isWritable) throw new TypeError(`${String(value)} is no JSON value`);
}
