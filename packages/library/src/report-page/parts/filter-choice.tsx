import type { JSX } from "preact";
import { Visible } from "./visible-text.tsx";

/** One choice of a filter: a labelled list whose first entry takes all. `name` is the `data-` attribute it looks at. */
export function FilterChoice({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}): JSX.Element {
  return (
    <label>
      {label}
      <select data-by={name}>
        <option value="">All</option>
        {options.map(([value, words]) => (
          <option value={value}>
            <Visible text={words} limit={80} />
          </option>
        ))}
      </select>
    </label>
  );
}
