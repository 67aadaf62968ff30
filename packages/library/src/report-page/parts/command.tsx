import type { JSX } from "preact";
import { Visible } from "./visible-text.tsx";

/** A command to copy: the text can be selected; the button appears when the page's script runs. */
export function Command({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  return (
    <div class="command">
      <pre tabindex={0} role="group" aria-label={label}>
        <code>
          <Visible text={text} limit={2000} />
        </code>
      </pre>
      <button type="button" class="quiet" data-copy hidden aria-label={`Copy: ${label}`}>
        Copy
      </button>
    </div>
  );
}
