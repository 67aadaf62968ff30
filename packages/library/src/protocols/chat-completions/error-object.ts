import type { TargetOutcome } from "@probity/kit";
import { recordOf, type JsonRecord } from "../json-reading.ts";
import { refusalIn, statusFault } from "../status-fault.ts";

/**
 * The fault behind an error object that comes under a status of success, whole or in the middle of a stream.
 *
 * Such objects often carry the true status as a number in `code`; without one it is the server's trouble.
 * `undefined` when the record holds no error.
 */
export function errorOutcome(
  record: JsonRecord | undefined,
  { status, sent }: { readonly status: number; readonly sent: readonly string[] },
): TargetOutcome | undefined {
  const stated = record?.["error"];
  if (stated === undefined || stated === null) return undefined;
  const code = Number(recordOf(stated)?.["code"] ?? recordOf(stated)?.["status"]);
  const trueStatus = Number.isInteger(code) && code >= 400 && code <= 599 ? code : 500;
  const fault = statusFault({ status: trueStatus, headers: {}, refusal: refusalIn(record), sent });
  return { kind: "fault", fault: { ...fault, status } };
}
