import type { Fault } from "@probity/domain";

/**
 * Thrown by a wire while an answer's body is read, when the rest of it will not come. `fault` says why.
 *
 * A target may catch it to keep what came before; one that does not has the fault as its outcome all the same.
 */
export class BrokenBody extends Error {
  override readonly name = "BrokenBody";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}
