import {
  probePackSchema,
  type CataloguedProbe,
  type Place,
  type Problem,
  type ProbePack,
} from "@probity/domain";
import { readDocument, type ReadDocument } from "@probity/kit";

/** A probe pack as text. Reading files is the caller's. */
export interface PackFile {
  /** As the reader should see it in messages. */
  readonly path: string;
  readonly text: string;
}

/** All probes that could be read, and everything that is wrong with the files. */
export interface LoadedPacks {
  /** In the order of the files' paths, so that every machine sees the same order. */
  readonly probes: readonly CataloguedProbe[];
  /** Empty when every file is sound. A file with a problem gives no probes. */
  readonly problems: readonly Problem[];
}

/**
 * Reads probe packs into catalogued probes.
 *
 * An id names one probe: when two probes or two packs share one, each later one is a problem that names
 * the place of the first, and only the first is taken.
 *
 * @param shipped - probes that are there already; their ids and their packs' ids are taken, and they are not in the result
 */
export function loadPacks(files: readonly PackFile[], shipped: readonly CataloguedProbe[] = []): LoadedPacks {
  const problems: Problem[] = [];
  const packs: ReadDocument<ProbePack>[] = [];
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const read = readDocument({ text, file: path, schema: probePackSchema });
    if (read.kind === "ok") packs.push(read);
    else problems.push(...read.problems);
  }
  const packIds = new Map<string, Holder>(shipped.map(({ packId }) => [packId, "a shipped pack"]));
  const probeIds = new Map<string, Holder>(shipped.map(({ probe }) => [probe.id, "a shipped probe"]));
  const probes: CataloguedProbe[] = [];
  for (const { value, placeOf } of packs) {
    problems.push(...claim(packIds, value.pack.id, placeOf(["pack", "id"])));
    for (const [index, probe] of value.probes.entries()) {
      const repeated = claim(probeIds, probe.id, placeOf(["probes", index, "id"]));
      problems.push(...repeated);
      if (repeated.length === 0) probes.push(catalogued(probe, value));
    }
  }
  return { probes, problems };
}

/** Who has an id: a place in the files, or the name of something that has none. */
type Holder = Place | string;

/** Notes who has an id first; gives a problem to everyone after. */
function claim(taken: Map<string, Holder>, id: string, place: Place): Problem[] {
  const first = taken.get(id);
  if (first === undefined) {
    taken.set(id, place);
    return [];
  }
  const message =
    typeof first === "string"
      ? `The id "${id}" is taken by ${first}.`
      : `The id "${id}" is taken; it stands first at ${first.file}:${first.line}:${first.column}.`;
  return [{ place, message, remedy: "Rename one of the two." }];
}

function catalogued(probe: ProbePack["probes"][number], { pack }: ProbePack): CataloguedProbe {
  return { probe, family: pack.family, packId: pack.id, packVersion: pack.version };
}
