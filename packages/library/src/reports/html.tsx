import { defineReport } from "@probity/kit";
import { renderToString } from "preact-render-to-string";
import { ReportPage } from "../report-page/page.tsx";
import { withholdPeople } from "../report-page/withhold-people.ts";

/**
 * One file that anybody can open: a summary in plain words, the findings, and an appendix with the transcripts. No
 * network, no dependency, printable; hostile output stands in it as letters only.
 */
export const html = defineReport({
  id: "html",
  title: "Web page",
  mediaType: "text/html; charset=utf-8",
  extension: "html",
  render: (report) => `<!doctype html>\n${renderToString(<ReportPage model={withholdPeople(report)} />)}\n`,
});
