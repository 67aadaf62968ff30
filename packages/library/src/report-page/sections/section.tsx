import type { ComponentChildren, JSX } from "preact";

/** A section of the report with its heading and an optional sentence that says what it is for. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabindex={-1}>
        {title}
      </h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
