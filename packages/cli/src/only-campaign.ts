import type { Programme } from "@probity/app";
import { ProductError } from "@probity/domain";

/** The campaign a command means: the one named, or the only one there is. @throws ProductError USAGE */
export function onlyCampaign({ project, file }: Programme, named: string | undefined): string {
  if (named !== undefined) return named;
  const names = Object.keys(project.campaigns);
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  throw new ProductError("USAGE", {
    message: `${file} has ${names.length} campaigns; which one is meant?`,
    remedy: `Name one of: ${names.join(", ")}.`,
  });
}
