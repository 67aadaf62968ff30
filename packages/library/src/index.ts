export { judges, reports, targets, transforms } from "./catalogue.gen.ts";
export { loadPacks, type LoadedPacks, type PackFile } from "./load-packs.ts";
export { readCompiledPacks, writeCompiledPacks } from "./compiled-packs.ts";
export { loadRubrics, type LoadedRubrics } from "./load-rubrics.ts";
