export { openStore, type StoreOptions } from "./open-store.ts";
export type { HeadSigner } from "./append-log.ts";
