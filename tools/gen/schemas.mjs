import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { importBuilt, root } from "../tree.mjs";

/** JSON Schemas for editors, made from the schemas that check the files. */
const published = [
  {
    file: "content/schema/probity.schema.json",
    from: ["domain", "projectSchema"],
    title: "probity.yaml: charter, targets and campaigns",
  },
  {
    file: "content/schema/probe-pack.schema.json",
    from: ["domain", "probePackSchema"],
    title: "A Probity probe pack",
  },
  {
    file: "content/schema/rubric.schema.json",
    from: ["domain", "rubricSchema"],
    title: "A rubric for a Probity model judge",
  },
  {
    file: "content/schema/injection-pack.schema.json",
    from: ["domain", "injectionPackSchema"],
    title: "Attacks on judges",
  },
  {
    file: "content/schema/world.schema.json",
    from: ["range", "worldSchema"],
    title: "A world of the Probity practice range",
  },
];

/** File and generator of every published schema. */
export const schemaFiles = published.map(({ file, from: [folder, name], title }) => ({
  file,
  make: async () => {
    const schema = (await importBuilt(folder))[name];
    if (schema === undefined) throw new Error(`@probity/${folder} does not export ${name}.`);
    const { z } = await zodOf(folder);
    const described = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
    const id = file.slice(file.lastIndexOf("/") + 1);
    return `${JSON.stringify({ $schema: described.$schema, $id: id, title, ...described }, undefined, 2)}\n`;
  },
}));

/** The zod that the package itself uses. */
function zodOf(folder) {
  const { resolve } = createRequire(join(root, "packages", folder, "package.json"));
  return import(pathToFileURL(resolve("zod")).href);
}
