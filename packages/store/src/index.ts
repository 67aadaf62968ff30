export { openStore, type StoreOptions } from "./open-store.ts";
export type { SignHead } from "./append-log.ts";
