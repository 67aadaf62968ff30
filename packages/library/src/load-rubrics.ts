import { rubricSchema, type Place, type Problem, type Rubric } from "@probity/domain";
import { readDocument } from "@probity/kit";
import type { PackFile } from "./load-packs.ts";

/** All rubrics that could be read, and everything that is wrong with the files. */
export interface LoadedRubrics {
  readonly rubrics: readonly Rubric[];
  /** Empty when every file is sound. A file with a problem gives no rubric. */
  readonly problems: readonly Problem[];
}

/** Reads rubrics, one a file. An id names one rubric: a second file with the same id is a problem that names the first. */
export function loadRubrics(files: readonly PackFile[]): LoadedRubrics {
  const problems: Problem[] = [];
  const rubrics: Rubric[] = [];
  const holders = new Map<string, Place>();
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const read = readDocument({ text, file: path, schema: rubricSchema });
    if (read.kind === "problems") {
      problems.push(...read.problems);
      continue;
    }
    const place = read.placeOf(["id"]);
    const first = holders.get(read.value.id);
    if (first) {
      const message = `The id "${read.value.id}" is taken; it stands first at ${first.file}:${first.line}:${first.column}.`;
      problems.push({ place, message, remedy: "Rename one of the two." });
      continue;
    }
    holders.set(read.value.id, place);
    rubrics.push(read.value);
  }
  return { rubrics, problems };
}
