/** A range of a number that may be negative: a difference of rates, or an agreement. Each docstring gives its scale. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}
