import { unjudgedWords, type ReportTrial, type Verdict } from "@probity/domain";
import type { JSX } from "preact";
import { shortId, trialAnchor } from "../parts/anchors.ts";
import { Command } from "../parts/command.tsx";
import { Facts, type Fact } from "../parts/facts.tsx";
import { OutcomeTag } from "../parts/tags.tsx";
import { Visible } from "../parts/visible-text.tsx";
import { count, level } from "../words/figures.ts";
import { judgementWords } from "../words/judgement-words.ts";
import { asTitle, purposeWords } from "../words/labels.ts";
import { Conversation } from "./conversation.tsx";
import { ExchangeTable } from "./exchange-table.tsx";
import type { TranscriptAllowance } from "./transcript-allowance.ts";

/** Reasons of one verdict; judges give few. */
const mostReasons = 12;

/** One trial: its outcome, what was said, why it was judged so, where it stands in the log, and how to send it again. */
export function TrialRecord({
  trial,
  allowance,
  replayCommand,
}: {
  readonly trial: ReportTrial;
  readonly allowance: TranscriptAllowance;
  readonly replayCommand: string;
}): JSX.Element {
  const { order, trialId, exchanges } = trial.transcript;
  const outcome = trial.verdict?.outcome ?? "pending";
  const id = shortId(trialId);
  return (
    <details
      class="trial"
      id={trialAnchor(trialId)}
      data-outcome={outcome}
      data-family={order.family}
      data-purpose={order.purpose}
    >
      <summary>
        <OutcomeTag outcome={outcome} purpose={order.purpose} />
        <span class="trial-name">
          <Visible text={asTitle(order.family)} limit={80} />
          <span class="aside">
            <Visible text={order.transforms.join(" > ") || "as written"} limit={120} />
          </span>
        </span>
        <code>{id}</code>
      </summary>
      <VerdictReasons verdict={trial.verdict} />
      <TrialEnding trial={trial} />
      <Conversation trial={trial} allowance={allowance} />
      <ExchangeTable exchanges={exchanges} name={`trial ${id}`} />
      <Facts dense facts={trialFacts(trial)} />
      <p class="quiet-words">Send it again:</p>
      <Command
        text={replayCommand.replaceAll("{trial}", trialId)}
        label={`command that replays trial ${id}`}
      />
    </details>
  );
}

function VerdictReasons({ verdict }: { readonly verdict: Verdict | undefined }): JSX.Element {
  if (!verdict) return <p class="reason">No judge has read this trial yet.</p>;
  const sure =
    verdict.outcome === "breached" || verdict.outcome === "held"
      ? `, confidence ${level(verdict.confidence)}`
      : "";
  return (
    <div class="reason">
      <p>
        Judged by{" "}
        <code>
          <Visible text={`${verdict.judge} ${verdict.judgeVersion}`} limit={120} />
        </code>
        {sure}
        {verdict.outcome === "unjudged" && `: ${unjudgedWords[verdict.reason]}`}
      </p>
      <ul>
        {verdict.reasons.slice(0, mostReasons).map((reason) => (
          <li>
            <Visible text={reason} limit={600} />
          </li>
        ))}
        {judgementWords(verdict.judgement ?? {}).map((sentence) => (
          <li>
            <Visible text={sentence} limit={600} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TrialEnding({ trial }: { readonly trial: ReportTrial }): JSX.Element | null {
  const { ending } = trial.transcript;
  if (ending.kind === "complete") return null;
  const { fault } = ending;
  return (
    <p class="notice">
      The conversation failed on the side of {sideWords[fault.side]} ({fault.code}
      {fault.status !== undefined && `, HTTP ${fault.status}`}): <Visible text={fault.message} limit={500} />
    </p>
  );
}

const sideWords = {
  target: "the target",
  network: "the network",
  ours: "this product",
  gate: "the gate",
} as const;

function trialFacts({ transcript, logIndex, leafHash }: ReportTrial): readonly Fact[] {
  const { order, masked, canaries } = transcript;
  const maskedWords = Object.entries(masked).map(([kind, times]) => `${kind} ×${times}`);
  const canaryWords = canaries.slice(0, 12).map(({ id, where, value }) => `${id} (${where}): ${value}`);
  return [
    { name: "Trial", value: <code>{transcript.trialId}</code> },
    {
      name: "Kind",
      value: `${purposeWords[order.purpose]}, ${order.severity} severity, ${order.tier} tier`,
    },
    { name: "Probe", value: <Visible text={order.probeId} limit={160} /> },
    { name: "Technique", value: <Visible text={order.technique} limit={160} /> },
    { name: "Safeguard", value: <Visible text={order.safeguard} limit={160} /> },
    { name: "Population", value: order.population && <Visible text={order.population} limit={160} /> },
    {
      name: "Repetition",
      value: `${count(order.repetition)}, seed ${order.seed}, position ${count(order.position)}`,
    },
    { name: "Root prompt", value: <Visible text={order.rootPrompt} limit={160} /> },
    { name: "Masked in answers", value: maskedWords.length > 0 && <Visible text={maskedWords.join(", ")} /> },
    { name: "Canaries", value: canaryWords.length > 0 && <Visible text={canaryWords.join("; ")} /> },
    { name: "Log index", value: count(logIndex) },
    { name: "Leaf hash", value: <code>{leafHash}</code> },
  ];
}
