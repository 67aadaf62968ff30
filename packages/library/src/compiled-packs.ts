import { digestOf, sha256Hex } from "@probity/evidence";
import type { CataloguedProbe, Digest } from "@probity/domain";
import type { PackFile } from "./load-packs.ts";

/**
 * The shipped packs as the build leaves them: parsed, checked, and named by the digest of the files they came from.
 *
 * Reading YAML with the place of every value takes most of a short command's time; files that have not changed since the build need no reading
 * again. A digest that differs means the files were edited: read them.
 */
interface CompiledPacks {
  readonly source: Digest;
  readonly probes: readonly CataloguedProbe[];
}

/** Digest of pack files by name and content. */
export function digestOfPacks(files: readonly PackFile[]): Digest {
  return digestOf(files.map(({ path, text }) => `${path} ${sha256Hex(text)}`).sort());
}

/** What the build writes. Give it packs that were read without problems. */
export function writeCompiledPacks(files: readonly PackFile[], probes: readonly CataloguedProbe[]): string {
  const compiled: CompiledPacks = { source: digestOfPacks(files), probes };
  return JSON.stringify(compiled);
}

/** The probes the build compiled from exactly these files; `undefined` when it compiled others. */
export function readCompiledPacks(
  compiled: string,
  files: readonly PackFile[],
): readonly CataloguedProbe[] | undefined {
  const { source, probes } = JSON.parse(compiled) as CompiledPacks;
  return source === digestOfPacks(files) ? probes : undefined;
}
