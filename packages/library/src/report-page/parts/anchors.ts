/** The id of a trial's place in the page. Trial ids are hexadecimal; anything else is folded to letters that an id may hold. */
export function trialAnchor(trialId: string): string {
  return `trial-${trialId.replaceAll(/[^a-zA-Z0-9_-]/g, "-")}`;
}

/** The id of a finding's place in the page. */
export function findingAnchor(findingId: string): string {
  return `finding-${findingId.replaceAll(/[^a-zA-Z0-9_-]/g, "-")}`;
}

/** Enough of a digest or trial id to tell it from others by eye. */
export function shortId(id: string): string {
  return id.slice(0, 12).replaceAll(/[^\u0020-\u007e]/g, "·");
}
