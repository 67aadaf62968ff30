import { errorCatalogue, type ErrorCode } from "./catalogue.ts";

/** Where in a file a problem stands. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, where it stands when known, and what to do about it. */
export interface Problem {
  readonly place?: Place;
  /** Dotted path of the value inside its document, e.g. `charter.window.until`. */
  readonly path?: string;
  readonly message: string;
  readonly remedy?: string;
}

export interface ProductErrorDetail {
  /** What happened and what was not done, with names and numbers. */
  readonly message: string;
  /** Several problems found at once, each reported. */
  readonly problems?: readonly Problem[];
  /** What to do, when it can be said better than the catalogue says it. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

/**
 * A failure that the reader can act on. Shown without a stack trace.
 *
 * Anything else that is thrown is a fault in Probity and keeps its stack.
 */
export class ProductError extends Error {
  override readonly name = "ProductError";
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  readonly remedy: string;

  constructor(code: ErrorCode, detail: ProductErrorDetail) {
    super(detail.message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.problems = detail.problems ?? [];
    this.remedy = detail.remedy ?? errorCatalogue[code].remedy;
  }

  /** Exit code a command ends with. */
  get exit(): number {
    return errorCatalogue[this.code].exit;
  }
}

/** `file:line:column path: message. remedy` on one line. */
export function formatProblem(problem: Problem): string {
  const place = problem.place ? `${problem.place.file}:${problem.place.line}:${problem.place.column} ` : "";
  const path = problem.path ? `${problem.path}: ` : "";
  const remedy = problem.remedy ? ` ${problem.remedy}` : "";
  return `${place}${path}${problem.message}${remedy}`;
}
