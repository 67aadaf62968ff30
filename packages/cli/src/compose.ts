import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { checkProject, readProjectDocument, type Programme, type Runtime } from "@probity/app";
import { ProductError, type CataloguedProbe } from "@probity/domain";
import type { Catalogue } from "@probity/kit";
import {
  judges,
  loadPacks,
  readCompiledPacks,
  reports,
  targets,
  transforms,
  type LoadedPacks,
  type PackFile,
} from "@probity/library";
import { openJudging } from "./compose-judging.ts";
import type { CommandContext } from "./context.ts";
import { openKeys } from "./keys.ts";

/** Folder of the shipped content: packs, worlds, schemas. */
export const contentFolder = fileURLToPath(new URL("../../../content", import.meta.url));

/** Reads the configuration and everything it can refer to. @throws ProductError CONFIG_NOT_FOUND, CONFIG_INVALID or CONTENT_INVALID */
export function openProgramme(context: CommandContext): Programme {
  const path = resolve(context.cwd, context.options.config ?? "probity.yaml");
  const file = relative(context.cwd, path) || path;
  const document = readProjectDocument(readConfig(path, file), file);
  const own = document.value.packs.map((pack) => resolve(dirname(path), pack));
  const judging = openJudging(document, path, context.cwd);
  return checkProject(document, file, { catalogue: openCatalogue(context, own), judging });
}

function readConfig(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ProductError("CONFIG_NOT_FOUND", {
      message: `${file} could not be read (${reason(error)}).`,
      cause: error,
    });
  }
}

const reason = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

/** The shipped catalogue, with packs of one's own added. @throws ProductError CONTENT_INVALID with every problem's place */
export function openCatalogue(context: CommandContext, ownPacks: readonly string[] = []): Catalogue {
  return {
    probes: readProbes(context, ownPacks),
    transforms: new Map(transforms.map((each) => [each.id, each])),
    judges: new Map(judges.map((each) => [each.id, each])),
    targets: new Map(targets.map((each) => [each.id, each])),
    reports: new Map(reports.map((each) => [each.id, each])),
  };
}

function readProbes({ cwd }: CommandContext, ownPacks: readonly string[]): readonly CataloguedProbe[] {
  const folder = join(contentFolder, "packs");
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const files = names.map((path) => ({ path, text: readPack(join(folder, path), cwd) }));
  const shipped = compiledProbes(files) ?? sound(loadPacks(files));
  if (ownPacks.length === 0) return shipped;
  const own = ownPacks.map((path) => ({ path: relative(cwd, path), text: readPack(path, cwd) }));
  return [...shipped, ...sound(loadPacks(own, shipped))];
}

/** What the build made of the shipped packs, when they are still those it was made of. */
function compiledProbes(files: readonly PackFile[]): readonly CataloguedProbe[] | undefined {
  const compiled = fileURLToPath(new URL("../dist/packs.json", import.meta.url));
  return existsSync(compiled) ? readCompiledPacks(readFileSync(compiled, "utf8"), files) : undefined;
}

function sound({ probes, problems }: LoadedPacks): readonly CataloguedProbe[] {
  if (problems.length === 0) return probes;
  const count = problems.length === 1 ? "One problem" : `${problems.length} problems`;
  throw new ProductError("CONTENT_INVALID", {
    message: `${count} in probe packs; nothing was done.`,
    problems,
  });
}

function readPack(path: string, cwd: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ProductError("CONTENT_INVALID", {
      message: `Probe pack ${relative(cwd, path)} could not be read (${reason(error)}).`,
      remedy: "Correct the path under `packs`.",
      cause: error,
    });
  }
}

/** Folder of the store: --store, or the configuration's. */
export function storeFolder(context: CommandContext, programme: Programme | undefined): string {
  const { cwd, options } = context;
  if (options.store !== undefined) return resolve(cwd, options.store);
  const base = dirname(resolve(cwd, options.config ?? "probity.yaml"));
  return resolve(base, programme?.project.storage.path ?? ".probity");
}

/**
 * Opens the store and everything else outside. The caller closes the store.
 *
 * @param mayMake - whether a store that --store names is made where there is none; whoever only reads would take an empty one for sound
 * @throws ProductError STORE_NOT_FOUND, and what opening a store throws
 */
export async function openRuntime(
  context: CommandContext,
  programme: Programme | undefined,
  { mayMake = false }: { readonly mayMake?: boolean } = {},
): Promise<Runtime> {
  const folder = storeFolder(context, programme);
  if (!mayMake && context.options.store !== undefined && !existsSync(join(folder, "probity.db")))
    throw new ProductError("STORE_NOT_FOUND", {
      message: `There is no store in ${context.options.store}; nothing was done.`,
    });
  const keys = openKeys(folder);
  const { openStore } = await import("@probity/store");
  const maxMegabytes = programme?.project.storage.maxMegabytes;
  const store = await openStore({
    folder,
    signer: { origin: keys.origin, key: keys.signing },
    ...(maxMegabytes === undefined ? {} : { maxMegabytes }),
  });
  return {
    store,
    env: context.env,
    clock: () => new Date(),
    now: () => performance.timeOrigin + performance.now(),
    random: Math.random,
    sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined),
    openWire: async () => (await import("@probity/library/wire")).createWire({ now: Date.now }),
    maskKey: keys.mask,
    publicKey: keys.publicKey,
    product: `probity ${context.version}`,
  };
}
