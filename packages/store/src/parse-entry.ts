import type { LogEntry, LogEntryKind } from "@probity/domain";

/** Reads back what this store wrote. The log's hashes, checked by `verify`, vouch for the shape. */
export function parseEntry<Kind extends LogEntryKind>(
  body: unknown,
  kind: Kind,
): Extract<LogEntry, { kind: Kind }> {
  const entry = JSON.parse(String(body)) as LogEntry;
  if (entry.kind !== kind) throw new TypeError(`The log has ${entry.kind} where ${kind} was indexed.`);
  return entry as Extract<LogEntry, { kind: Kind }>;
}
