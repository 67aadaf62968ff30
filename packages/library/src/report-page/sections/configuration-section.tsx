import { unjudgedWords, type ReportModel, type Tally } from "@probity/domain";
import type { JSX } from "preact";
import { Facts } from "../parts/facts.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count } from "../words/figures.ts";
import { outcomeWords } from "../words/labels.ts";
import { moment } from "../words/moments.ts";

/** What exactly was measured, under which charter, by which roles. */
export function Configuration({ model }: { readonly model: ReportModel }): JSX.Element {
  const { target, run, charter } = model;
  const roles = [...new Set(charter.roles.map(({ role }) => role))].sort();
  return (
    <Facts
      dense
      facts={[
        { name: "Target", value: <Visible text={`${target.name} (${target.kind})`} /> },
        {
          name: "Models reported",
          value: target.models.length === 0 ? "none" : <Visible text={target.models.join(", ")} />,
        },
        { name: "Configuration digest", value: <code>{target.configuration}</code> },
        { name: "Run", value: <code>{run.id}</code> },
        { name: "Campaign", value: <Visible text={run.campaign} /> },
        { name: "Plan digest", value: <code>{run.planDigest}</code> },
        { name: "Charter", value: <Visible text={charter.id} /> },
        { name: "Charter digest", value: <code>{run.charterDigest}</code> },
        { name: "Window", value: `${moment(charter.window.from)} to ${moment(charter.window.until)}` },
        { name: "Environment", value: charter.scope.environment },
        { name: "Roles taking part", value: roles.join(", ") },
        { name: "Ended", value: model.endedAt === undefined ? "not ended" : moment(model.endedAt) },
        { name: "Made by", value: <Visible text={model.product} /> },
        { name: "Written", value: moment(model.generatedAt) },
      ]}
    />
  );
}

/** Every recorded trial by outcome, with the reasons of those that could not be judged. */
export function Counts({ model: { tallies } }: { readonly model: ReportModel }): JSX.Element {
  const outcomes = ["breached", "held", "unclear", "pending", "unjudged"] as const;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Counts by outcome">
      <table class="plain counts">
        <caption>Recorded trials by outcome. Only the first two rows enter a rate.</caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col" class="figure">
              Attempts
            </th>
            <th scope="col" class="figure">
              Fair requests
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr>
              <th scope="row">{outcomeRow(outcome)}</th>
              <td class="figure">{count(tallies.attack[outcome])}</td>
              <td class="figure">{count(tallies.benign[outcome])}</td>
            </tr>
          ))}
          {unjudgedRows(tallies.attack, tallies.benign).map(([words, attack, benign]) => (
            <tr class="part">
              <th scope="row">of these, {words}</th>
              <td class="figure">{count(attack)}</td>
              <td class="figure">{count(benign)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function outcomeRow(outcome: keyof (typeof outcomeWords)["attack"]): string {
  const attack = outcomeWords.attack[outcome];
  const benign = outcomeWords.benign[outcome];
  return attack === benign ? attack : `${attack} / ${benign.toLowerCase()}`;
}

function unjudgedRows(
  attack: Tally,
  benign: Tally,
): readonly (readonly [words: string, attack: number, benign: number])[] {
  const inAttack = new Map(Object.entries(attack.unjudgedReasons));
  const inBenign = new Map(Object.entries(benign.unjudgedReasons));
  return Object.entries(unjudgedWords)
    .map(([reason, words]) => [words, inAttack.get(reason) ?? 0, inBenign.get(reason) ?? 0] as const)
    .filter(([, a, b]) => a + b > 0);
}
