import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/** Who may import whom; `tools/import-table.json` is the one place where it stands. */
const importTableSchema = z.strictObject({
  mayImport: z.record(z.string(), z.array(z.string())),
  /** The files that put the program together, and what they alone may also see. */
  composition: z.strictObject({ files: z.array(z.string()), mayAlsoImport: z.array(z.string()) }),
  /** Packages that must run in a browser. */
  browserSafe: z.array(z.string()),
});
export type ImportTable = z.infer<typeof importTableSchema>;

const packageSchema = z.object({ name: z.string(), exports: z.record(z.string(), z.unknown()).default({}) });

/** A package: its folder under `packages`, its name, and what others may import of it, with the file each leads to. */
export interface Package {
  readonly folder: string;
  readonly name: string;
  /** Specifier to source file, from the root of the tree. */
  readonly doors: ReadonlyMap<string, string>;
}

export function readImportTable(root: string): ImportTable {
  return importTableSchema.parse(JSON.parse(readFileSync(join(root, "tools/import-table.json"), "utf8")));
}

export function readPackages(root: string): readonly Package[] {
  return globSync("packages/*/package.json", { cwd: root }).map((file) => {
    const { name, exports } = packageSchema.parse(JSON.parse(readFileSync(join(root, file), "utf8")));
    const folder = basename(dirname(file));
    const doors = Object.entries(exports).flatMap(([door, conditions]): [string, string][] => {
      const source = z.object({ "probity-source": z.string() }).safeParse(conditions);
      const specifier = join(name, door).replaceAll("\\", "/").replace(/\/$/, "");
      return source.success
        ? [[specifier, join("packages", folder, source.data["probity-source"]).replaceAll("\\", "/")]]
        : [];
    });
    return { folder, name, doors: new Map(doors) };
  });
}
