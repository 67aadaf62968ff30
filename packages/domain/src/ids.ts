/** Names of things. Each is a string that cannot be mistaken for another kind of name. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Digest = Branded<"Digest">;
/** Digest of everything that determines what a trial sends. Equal on every machine. */
export type TrialId = Branded<"TrialId">;
/** One execution of a campaign: `<campaign>-<ordinal>`, counted from 1 in its store. */
export type RunId = Branded<"RunId">;

export const asDigest = (hex: string): Digest => hex as Digest;
export const asTrialId = (hex: string): TrialId => hex as TrialId;
export const asRunId = (text: string): RunId => text as RunId;
