import { ProductError } from "@probity/domain/plain";

/** SQLite result codes that a person can do something about. https://sqlite.org/rescode.html */
const busy = new Set([5, 6]);
const full = new Set([13]);
const unreadable = new Set([8, 10, 11, 14, 23, 26]);

/** Runs database work; what the reader can mend comes out as a ProductError, anything else as it is. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asProductError(path, error);
  }
}

/** The ProductError for a SQLite failure, or the error itself. */
export function asProductError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const primary = error.errcode & 0xff;
  if (busy.has(primary))
    return new ProductError("STORE_BUSY", {
      message: `${path} is locked by another program; nothing was recorded.`,
      cause: error,
    });
  if (full.has(primary))
    return new ProductError("STORE_FULL", {
      message: `There is no room left to record in ${path}.`,
      cause: error,
    });
  if (unreadable.has(primary))
    return new ProductError("STORE_UNREADABLE", {
      message: `${path} cannot be used: ${error.message}.`,
      cause: error,
    });
  return error;
}
