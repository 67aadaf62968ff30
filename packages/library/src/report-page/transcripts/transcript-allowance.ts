import type { ReportModel, ReportTrial } from "@probity/domain";

/** How much of each transcript the page shows, so that it stays below some tens of megabytes whatever was answered. */
export interface TranscriptAllowance {
  readonly trials: number;
  readonly messagesPerTrial: number;
  /** Weight of one message's excerpt; see `Inspection`. */
  readonly excerpt: number;
  /** Weight of one long message's full text. */
  readonly full: number;
}

/** Trials that a browser still opens well in one page. */
const mostTrials = 3000;
/** Messages of all trials together. */
const mostMessages = 24_000;
/** Weight of all excerpts, and of all full texts, about their size in bytes. */
const excerptsWeight = 12_000_000;
const fullTextsWeight = 16_000_000;

/** Shares the page's room out evenly. A small report shows nearly everything; a large one shows less of each message. */
export function transcriptAllowance(model: ReportModel): TranscriptAllowance {
  const all = Object.values<ReportTrial>(model.trials);
  const trials = Math.min(mostTrials, all.length);
  const messagesPerTrial = between(6, Math.floor(mostMessages / Math.max(1, trials)), 60);
  const lengths = all.flatMap(({ transcript }) => transcript.messages.map(({ content }) => content.length));
  const excerpt = between(300, Math.floor(excerptsWeight / Math.max(1, lengths.length)), 1600);
  const long = lengths.filter((length) => length > excerpt).length;
  const full = between(0, Math.floor(fullTextsWeight / Math.max(1, long)), 20_000);
  return { trials, messagesPerTrial, excerpt, full };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
