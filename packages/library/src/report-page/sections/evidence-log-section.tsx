import type { ReportModel } from "@probity/domain";
import type { JSX } from "preact";
import { Command } from "../parts/command.tsx";
import { Facts } from "../parts/facts.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count } from "../words/figures.ts";
import { moment } from "../words/moments.ts";

/** The log that the transcripts are committed to, and how anybody can check it. */
export function EvidenceLog({ model: { evidence } }: { readonly model: ReportModel }): JSX.Element {
  return (
    <>
      <div class="prose">
        <p>
          Every transcript was written to an append-only log before any judge read it. The log is a Merkle
          tree (RFC 9162): its root commits to every entry, and the head below is signed. Whoever changes,
          drops or adds an entry changes the root. Names that this report withholds stand in the originals, so
          it is those that the leaf hashes commit to.
        </p>
      </div>
      <Facts
        dense
        facts={[
          { name: "Entries", value: count(evidence.logSize) },
          {
            name: "Root hash",
            value: (
              <code>
                <Visible text={evidence.rootHash} />
              </code>
            ),
          },
          {
            name: "Public key",
            value: (
              <code>
                <Visible text={evidence.publicKey} />
              </code>
            ),
          },
          { name: "Last verified", value: moment(evidence.verifiedAt) },
        ]}
      />
      <h4>Signed head</h4>
      <pre class="block" tabindex={0} role="group" aria-label="Signed head of the log">
        <code>
          <Visible text={evidence.head} limit={4000} />
        </code>
      </pre>
      <h4>Check it yourself</h4>
      <p>
        In the folder that holds the evidence. It recomputes every hash and compares root and signature with
        those above.
      </p>
      <Command text="probity verify" label="command that verifies the log" />
    </>
  );
}
