import type { Project } from "@probity/domain";
import type { Catalogue } from "@probity/kit";
import type { JudgingContent } from "./judging-content.ts";

/** What judges are built from: a checked project, what is shipped, and the files that its judges refer to. */
export interface JudgeSources {
  readonly project: Pick<Project, "judges" | "targets">;
  readonly catalogue: Catalogue;
  readonly judging: JudgingContent;
}
