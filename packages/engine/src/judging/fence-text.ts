import { visibleText } from "./visible-text.ts";

/** Text between two boundary lines that nobody could write who did not see the call. */
export interface FencedText {
  /** Both boundary lines and what stands between them. */
  readonly text: string;
  /** What stands between them: what the judge sees of the text. */
  readonly shown: string;
  /** The middle was left out. */
  readonly cut: boolean;
}

export interface FenceOptions {
  /** What the boundary lines call it: REQUEST or ANSWER. */
  readonly label: string;
  /** Random for each call. */
  readonly nonce: string;
  /** Characters that are shown; of a longer text, the first three quarters and the last quarter of these. */
  readonly longest: number;
  /** A line of ours that stands last between the boundaries. */
  readonly lastLine?: string;
}

/** Looks like a boundary of ours, or of another fence that a judge may know. */
const boundaryLike = /[=<>#~*_-]{3,}[ \t]*(?=(?:BEGIN|END|START|STOP)\b)/giu;

/**
 * Fences hostile text for a judge model: bounded before anything else is done with it, its unseen characters written out, lookalikes of
 * boundaries broken, and the call's own mark taken out should it stand there.
 */
export function fenceText(text: string, { label, nonce, longest, lastLine }: FenceOptions): FencedText {
  const { kept, cut } = keepEnds(text, longest);
  const shown = visibleText(kept).replace(boundaryLike, "[not a boundary] ").replaceAll(nonce, "[mark]");
  const inside = lastLine === undefined ? shown : `${shown}\n${lastLine}`;
  return {
    text: `${boundary("BEGIN", label, nonce)}\n${inside}\n${boundary("END", label, nonce)}`,
    shown,
    cut,
  };
}

function boundary(side: "BEGIN" | "END", label: string, nonce: string): string {
  return `===== ${side} ${label} ${nonce} =====`;
}

function keepEnds(text: string, longest: number): { readonly kept: string; readonly cut: boolean } {
  if (text.length <= longest) return { kept: text, cut: false };
  const tail = Math.floor(longest / 4);
  const head = longest - tail;
  const left = text.length - longest;
  return {
    kept: `${text.slice(0, head)}\n[${left} characters in the middle are left out]\n${text.slice(-tail)}`,
    cut: true,
  };
}
