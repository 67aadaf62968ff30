import { denialProblems, previewCampaign, type PlannedCampaign, type Programme } from "@probity/app";
import { formatProblem } from "@probity/domain";
import { openProgramme, openRuntime } from "../compose.ts";
import { exitCodes, type CommandAction } from "../context.ts";
import { onlyCampaign } from "../only-campaign.ts";
import { table } from "../show/table.ts";

/** Shows what a campaign would send and whether the charter lets it. Exit code 3 when it does not. */
export const plan: CommandAction = async (context, [named]) => {
  const programme = openProgramme(context);
  const name = onlyCampaign(programme, named);
  const runtime = await openRuntime(context, programme, { mayMake: true });
  try {
    const planned = previewCampaign(programme, name, runtime);
    context.out(context.options.json ? asJson(planned) : inWords(planned, programme));
    return planned.denials.length > 0 ? exitCodes.notAuthorised : 0;
  } finally {
    runtime.store.close();
  }
};

function asJson({ prepared, estimate, judging, skipped, denials, beyondBudget }: PlannedCampaign): string {
  const { name, plan: made, target } = prepared;
  const document = {
    campaign: name,
    target: target.name,
    planDigest: made.digest,
    estimate,
    judging,
    beyondBudget,
    skipped,
    denials,
    authorised: denials.length === 0,
  };
  return JSON.stringify(document, null, 2);
}

function inWords(planned: PlannedCampaign, programme: Programme): string {
  const { prepared, estimate, judging, skipped, denials, beyondBudget } = planned;
  const { limits, pricing } = prepared.target.entry;
  const {
    trials,
    attackTrials,
    benignTrials,
    inputTokens,
    outputTokens,
    costUsd,
    seconds,
    byFamily,
    byTier,
  } = estimate;
  const lines = [
    `Campaign ${prepared.name} against ${prepared.target.name} (${prepared.target.hosts.join(", ")})`,
    "",
    `  trials    ${count(trials)}: ${count(attackTrials)} attacks, ${count(benignTrials)} fair requests`,
    `  tokens    about ${count(inputTokens)} in, ${count(outputTokens)} out`,
    `  cost      ${costUsd === undefined ? "not known: the target has no pricing" : `about US$ ${costUsd.toFixed(2)}`}`,
    `  time      about ${duration(seconds)} at ${limits.concurrency} at once, if an answer takes 2 s`,
    `  tiers     ${Object.entries(byTier)
      .map(([tier, n]) => `${tier} ${count(n)}`)
      .join(", ")}`,
    ...judging.map(judgingLine),
    "",
    table(
      ["family", "trials"],
      Object.entries(byFamily).map(([family, n]) => [family, count(n)]),
    ),
  ];
  if (!pricing) lines.push("", "Give the target `pricing` to see what it will cost.");
  if (beyondBudget > 0)
    lines.push("", `The charter's budget stops the run ${count(beyondBudget)} trials early.`);
  if (skipped.length > 0) lines.push("", `Not tried (${skipped.length}):`, ...skippedLines(skipped));
  if (denials.length === 0) lines.push("", "The charter allows it. Nothing was sent.");
  else
    lines.push(
      "",
      "The charter does not allow it. Nothing was sent.",
      ...denialProblems(programme, prepared.name, denials).map((each) => `  ${formatProblem(each)}`),
    );
  return lines.join("\n");
}

function judgingLine({
  judge,
  target,
  calls,
  inputTokens,
  outputTokens,
  costUsd,
}: PlannedCampaign["judging"][number]): string {
  const cost =
    costUsd === undefined ? `cost not known: ${target} has no pricing` : `about US$ ${costUsd.toFixed(2)}`;
  return `  judging   ${judge} asks ${target} up to ${count(calls)} times: about ${count(inputTokens)} tokens in, ${count(outputTokens)} out; ${cost}`;
}

/** Skipped probes by reason; a few are named, `--json` names all. */
function skippedLines(skipped: PlannedCampaign["skipped"]): readonly string[] {
  const named = 3;
  return [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, group]) => {
    const ids = group.map(({ probeId }) => probeId);
    const more = ids.length > named ? ` and ${ids.length - named} more` : "";
    return `  ${ids.length} because ${reason}: ${ids.slice(0, named).join(", ")}${more}`;
  });
}

const count = (n: number) => n.toLocaleString("en-GB");

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(seconds / 3600).toFixed(1)} h`;
}
