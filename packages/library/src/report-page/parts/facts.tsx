import type { ComponentChildren, JSX } from "preact";

/** One fact with its name. A fact without a value is left out. */
export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
}

/** Facts as a list of names and values. */
export function Facts({
  facts,
  dense = false,
}: {
  readonly facts: readonly Fact[];
  readonly dense?: boolean;
}): JSX.Element {
  return (
    <dl class={dense ? "facts dense" : "facts"}>
      {facts
        .filter(({ value }) => value !== undefined && value !== "" && value !== false)
        .map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
