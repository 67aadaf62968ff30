import type { DatabaseSync } from "node:sqlite";
import type { LogEntry, Transcript } from "@probity/domain";

type EntryOf<Kind extends LogEntry["kind"]> = Extract<LogEntry, { kind: Kind }>;

/** Name of a transform chain in indexes, findings and reports. */
const chainName = (transforms: readonly string[]) =>
  transforms.length === 0 ? "as written" : transforms.join(" > ");

/** Writes the index rows of an entry, in the entry's own transaction. */
export function prepareIndexWriters(database: DatabaseSync) {
  const trials = prepareTrialWriter(database);
  const run = database.prepare("insert into run (id, campaign, idx) values (?, ?, ?)");
  const runEvent = database.prepare("insert into run_event (idx, run) values (?, ?)");
  const verdict = database.prepare(
    "insert into verdict (idx, run, trial, outcome, reason) values (?, ?, ?, ?, ?)",
  );
  const denial = database.prepare("insert into denial (idx, campaign) values (?, ?)");
  const approval = database.prepare("insert into approval (idx, charter_digest) values (?, ?)");

  const writeVerdict = ({ run: of, trial, verdict: given }: EntryOf<"verdict">, index: number) => {
    verdict.run(index, of, trial, given.outcome, given.outcome === "unjudged" ? given.reason : null);
  };

  return {
    hasTrial: trials.has,
    write(entry: LogEntry, index: number): void {
      switch (entry.kind) {
        case "transcript":
          trials.write(entry, index);
          return;
        case "verdict":
          writeVerdict(entry, index);
          return;
        case "run-header":
          run.run(entry.header.id, entry.header.campaign, index);
          return;
        case "run-event":
          runEvent.run(index, entry.run);
          return;
        case "denial":
          denial.run(index, entry.campaign);
          return;
        case "approval":
          approval.run(index, entry.approval.charterDigest);
          return;
        case "charter-seen":
        case "replay":
          return;
      }
    },
  };
}

function prepareTrialWriter(database: DatabaseSync) {
  const exists = database.prepare("select 1 from trial where run = ? and id = ?");
  const insert = database.prepare(
    `insert into trial (run, id, idx, purpose, probe, family, safeguard, population, severity, tier, transform,
       root_prompt, input_tokens, output_tokens, masked)
     values (:run, :id, :idx, :purpose, :probe, :family, :safeguard, :population, :severity, :tier, :transform,
       :rootPrompt, :inputTokens, :outputTokens, :masked)`,
  );
  return {
    has: ({ run, transcript }: EntryOf<"transcript">) => exists.get(run, transcript.trialId) !== undefined,
    write: ({ run, transcript }: EntryOf<"transcript">, index: number) => {
      const { order, masked } = transcript;
      insert.run({
        run,
        id: order.id,
        idx: index,
        purpose: order.purpose,
        probe: order.probeId,
        family: order.family,
        safeguard: order.safeguard,
        population: order.population ?? null,
        severity: order.severity,
        tier: order.tier,
        transform: chainName(order.transforms),
        rootPrompt: order.rootPrompt,
        ...tokensOf(transcript),
        masked: Object.keys(masked).length > 0 ? 1 : 0,
      });
    },
  };
}

function tokensOf({ exchanges }: Transcript): {
  readonly inputTokens: number;
  readonly outputTokens: number;
} {
  let inputTokens = 0;
  let outputTokens = 0;
  for (const { usage } of exchanges) {
    inputTokens += usage?.inputTokens ?? 0;
    outputTokens += usage?.outputTokens ?? 0;
  }
  return { inputTokens, outputTokens };
}
