// Writes an extension and its test from a template that already works, and adds it to what is generated.
// npm run new judge|transform|target|report|pack NAME
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { camelCase } from "./gen/catalogue-source.mjs";
import { root } from "./tree.mjs";

const hyphened = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const dotted = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const source = "packages/library/src";

/** Of each kind: the form of its names, and the files it consists of with their templates. */
const kinds = {
  judge: {
    names: [hyphened, "leaked-secret"],
    files: (name) => inLibrary("judge", `judges/${name}`),
    next: "Write what it decides, and examples of every outcome; the test runs them.",
  },
  transform: {
    names: [dotted, "framing.letter"],
    files: (name) => inLibrary("transform", `transforms/${name.replace(".", "/")}`),
    next: "Write how it rewrites a request. Give it `decode` when it can be undone; the test checks the way back.",
  },
  target: {
    names: [hyphened, "plain-text"],
    files: (name) => inLibrary("target", `targets/${name}`),
    next: "Write what it sends and how it reads the answer. What the other side does wrong is a fault, not an exception.",
  },
  report: {
    names: [hyphened, "plain-text"],
    files: (name) => inLibrary("report", `reports/${name}`),
    next: "Write how the report model becomes a file. It computes nothing and adds no facts.",
  },
  pack: {
    names: [hyphened, "shift-change"],
    files: (name) => [{ template: "pack.yaml.txt", path: `content/packs/${name}.yaml` }],
    next: "Write the probes, with harmless stand-ins. Answers that must be judged breached and held prove each.",
  },
};

process.exitCode = main(process.argv.slice(2));

function main([kind, name, ...rest]) {
  const chosen = Object.hasOwn(kinds, kind ?? "") ? kinds[kind] : undefined;
  if (!chosen || !name || rest.length > 0) {
    return refuse(`Usage: npm run new ${Object.keys(kinds).join("|")} NAME`);
  }
  const [form, example] = chosen.names;
  if (!form.test(name)) {
    return refuse(
      `"${name}" cannot name a ${kind}: write lower-case words, like ${example}. Nothing was written.`,
    );
  }
  const files = chosen.files(name);
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) return refuse(`${taken.path} is there already. Choose another name. Nothing was written.`);
  for (const file of files) write(file, name);
  format(files.map(({ path }) => path));
  console.log(chosen.next);
  return generate();
}

function refuse(words) {
  console.error(words);
  return 2;
}

function inLibrary(template, path) {
  return ["ts", "test.ts"].map((ending) => ({
    template: `${template}.${ending}.txt`,
    path: `${source}/${path}.${ending}`,
  }));
}

function write({ template, path }, name) {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  const words = name.replaceAll(/[.-]/g, " ");
  const text = readFileSync(join(root, "tools/templates", template), "utf8")
    .replaceAll("__NAME__", name)
    .replaceAll("__FILE__", file)
    .replaceAll("__CONST__", camelCase(file))
    .replaceAll("__TITLE__", words.charAt(0).toUpperCase() + words.slice(1));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}

/** Line breaks depend on the length of the name. */
function format(paths) {
  const sources = paths.filter((path) => path.endsWith(".ts"));
  if (sources.length > 0)
    spawnSync(process.execPath, ["node_modules/oxfmt/bin/oxfmt", ...sources], { cwd: root });
}

function generate() {
  const { status } = spawnSync(process.execPath, ["tools/gen.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0)
    console.error("It was not added to the catalogue yet: mend what is named above, then run: npm run gen");
  return status ?? 1;
}
