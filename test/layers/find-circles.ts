import { targetFile, type Tree } from "./judge-imports.ts";

/** Circles of files that import each other, in any form, within a package or across packages. */
export function importCircles({ imports, packages }: Tree): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const each of imports) {
    const to = targetFile(each, packages);
    if (to === undefined) continue;
    const known = edges.get(each.file) ?? new Set();
    edges.set(each.file, known.add(to));
  }
  return [...edges.keys()].toSorted().flatMap((file) => {
    const circle = shortestCircle(file, edges);
    // Every file of a circle would report it; the first in the alphabet speaks for all.
    return circle && circle.every((other) => file <= other) ? [[...circle, file].join(" -> ")] : [];
  });
}

/** Breadth first from `start` until an edge leads back to it. */
function shortestCircle(start: string, edges: ReadonlyMap<string, Set<string>>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const to of edges.get(file) ?? []) {
      if (to === start) return pathTo(file, start, cameFrom);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, file);
      queue.push(to);
    }
  }
  return undefined;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let file = end; file !== start;) {
    file = cameFrom.get(file) ?? start;
    path.unshift(file);
  }
  return path;
}
