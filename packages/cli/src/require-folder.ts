import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { ProductError } from "@probity/domain";

/** Makes sure that a file can be put where --out says, before work is done that would be lost. @throws ProductError OUTPUT_UNWRITABLE */
export function requireFolderOf(cwd: string, out: string): void {
  const folder = dirname(resolve(cwd, out));
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new ProductError("OUTPUT_UNWRITABLE", {
      message: `${out} cannot be written: ${folder} is no folder that can be written to. Nothing was judged.`,
      cause: error,
    });
  }
}
