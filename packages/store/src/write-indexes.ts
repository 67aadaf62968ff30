import type { DatabaseSync } from "node:sqlite";
import type { LogEntry, RunId, Transcript, TrialId } from "@probity/domain";

type EntryOf<Kind extends LogEntry["kind"]> = Extract<LogEntry, { kind: Kind }>;

/** Name of a transform chain in indexes, findings and reports. */
const chainName = (transforms: readonly string[]) =>
  transforms.length === 0 ? "as written" : transforms.join(" > ");

/** A trial's id as it stands in the index: 32 bytes. */
export const trialKey = (id: TrialId): Uint8Array => Buffer.from(id, "hex");

/** Writers of index rows, with what they remember of rows already written. */
export interface IndexWriters {
  readonly write: (entry: LogEntry, index: number) => boolean;
  /** Forgets what was remembered: for after a transaction that did not go in. */
  readonly forget: () => void;
}

/**
 * Writes the index rows of an entry, in the entry's own transaction.
 *
 * The result says whether the entry is new: a transcript of a trial that its run already holds is not, and nothing was written.
 */
export function prepareIndexWriters(database: DatabaseSync): IndexWriters {
  const runs = prepareRunNumbers(database);
  const trials = prepareTrialWriter(database);
  const run = database.prepare("insert into run (id, campaign, idx) values (?, ?, ?)");
  const runEvent = database.prepare("insert into run_event (idx, run) values (?, ?)");
  const denial = database.prepare("insert into denial (idx, campaign) values (?, ?)");
  const approval = database.prepare("insert into approval (idx, charter_digest) values (?, ?)");

  const write = (entry: LogEntry, index: number): boolean => {
    switch (entry.kind) {
      case "transcript":
        return trials.write(runs.numberOf(entry.run), entry.transcript, index);
      case "verdict":
        trials.writeVerdict(runs.numberOf(entry.run), entry, index);
        return true;
      case "run-header":
        run.run(entry.header.id, entry.header.campaign, index);
        return true;
      case "run-event":
        runEvent.run(index, runs.numberOf(entry.run));
        return true;
      case "denial":
        denial.run(index, entry.campaign);
        return true;
      case "approval":
        approval.run(index, entry.approval.charterDigest);
        return true;
      case "charter-seen":
      case "replay":
        return true;
    }
  };
  return {
    write,
    forget: () => {
      runs.forget();
      trials.forget();
    },
  };
}

/** Numbers of runs, looked up once each: a run's number never changes. */
function prepareRunNumbers(database: DatabaseSync) {
  const select = database.prepare("select number from run where id = ?");
  const known = new Map<RunId, number>();
  return {
    numberOf(id: RunId): number {
      const number = known.get(id) ?? Number(select.get(id)?.["number"]);
      if (Number.isNaN(number)) throw new TypeError(`Run ${id} is not recorded.`);
      known.set(id, number);
      return number;
    },
    forget: () => known.clear(),
  };
}

function prepareTrialWriter(database: DatabaseSync) {
  const insert = database.prepare(
    `insert into trial (idx, run, id, purpose, probe, family, safeguard, population, severity, tier, transform,
       root_prompt, input_tokens, output_tokens, masked)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  );
  const find = database.prepare("select idx from trial where run = ? and id = ?");
  const verdict = database.prepare("insert into verdict (trial, idx, outcome, reason) values (?, ?, ?, ?)");
  /** Where trials of this process stand in the log: each is judged once, soon after it was written. */
  const written = new Map<TrialId, number>();
  return {
    write(run: number, { order, masked, exchanges }: Transcript, index: number): boolean {
      const tokens = tokensOf(exchanges);
      const { changes } = insert.run(
        index,
        run,
        trialKey(order.id),
        order.purpose,
        order.probeId,
        order.family,
        order.safeguard,
        order.population ?? null,
        order.severity,
        order.tier,
        chainName(order.transforms),
        order.rootPrompt,
        tokens.input,
        tokens.output,
        Object.keys(masked).length > 0 ? 1 : 0,
      );
      if (changes === 1) written.set(order.id, index);
      return changes === 1;
    },
    writeVerdict(run: number, { trial, verdict: given }: EntryOf<"verdict">, index: number): void {
      const at = written.get(trial) ?? find.get(run, trialKey(trial))?.["idx"];
      if (at === undefined) throw new TypeError(`A verdict names trial ${trial}, which is not recorded.`);
      written.delete(trial);
      verdict.run(at, index, given.outcome, given.outcome === "unjudged" ? given.reason : null);
    },
    forget: () => written.clear(),
  };
}

function tokensOf(exchanges: Transcript["exchanges"]): { readonly input: number; readonly output: number } {
  let input = 0;
  let output = 0;
  for (const { usage } of exchanges) {
    input += usage?.inputTokens ?? 0;
    output += usage?.outputTokens ?? 0;
  }
  return { input, output };
}
