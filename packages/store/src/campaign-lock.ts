import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CampaignLock } from "@probity/domain";

/**
 * Takes the lock of a campaign, or `undefined` when another process holds it.
 *
 * The lock is an exclusive transaction on a file of its own, so the operating system frees it when the process ends, even
 * by SIGKILL: there is no stale lock to clean up.
 */
export function lockCampaign(folder: string, campaign: string): CampaignLock | undefined {
  const locks = join(folder, "locks");
  mkdirSync(locks, { recursive: true });
  const file = new DatabaseSync(join(locks, `${campaign}.lock`));
  try {
    file.exec("pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive");
  } catch {
    file.close();
    return undefined;
  }
  return { release: () => file.close() };
}
