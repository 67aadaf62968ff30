// The part of the domain that needs no schema: errors, names and state machines. It loads in a few milliseconds, for threads that must
// be ready at once; everything here is in the main door too.
export { type ErrorCode } from "./errors/catalogue.ts";
export { ProductError } from "./errors/product-error.ts";
export { asDigest, type Digest } from "./ids.ts";
export { nextRunState, type RunState } from "./run.ts";
export { nextContestState, type ContestState } from "./contest.ts";
