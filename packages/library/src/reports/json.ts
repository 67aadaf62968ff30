import { defineReport } from "@probity/kit";
import { stableJson } from "../report-page/stable-json.ts";
import { withholdPeople } from "../report-page/withhold-people.ts";

/**
 * The report model itself, for programs. `schema` names its version; equal reports are equal byte for byte. People are
 * named by their roles; nothing else is left out.
 */
export const json = defineReport({
  id: "json",
  title: "JSON",
  mediaType: "application/json",
  extension: "json",
  render: (report) =>
    `${stableJson({ $schema: `urn:probity:${report.schema.replace("/", ":")}`, ...withholdPeople(report) })}\n`,
});
