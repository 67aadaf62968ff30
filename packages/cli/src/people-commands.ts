import type { Command } from "commander";
import { someText, type CommandMaking } from "./command-making.ts";

/** Commands for people: label, review, contest. */
export function addPeopleCommands(program: Command, making: CommandMaking): void {
  addLabelling(program, making);
  addReviewing(program, making);
  addContesting(program, making);
}

const runArgument =
  "a run such as first-look-1, or a campaign for its newest run (default: the newest of all)";
const byWhom = "who it is; named in the charter as lead, tester, compliance or overseer";

function addLabelling(program: Command, { add: adder, go }: CommandMaking): void {
  const label = program
    .command("label")
    .description("say what trials really show, so that rates can be corrected");
  const add = adder(label);
  add("next", "label the trials whose labels narrow the interval most, drawn by chance; one a screen, by key")
    .argument("[run]", runArgument)
    .requiredOption("--by <name>", byWhom, someText)
    .option("--count <n>", "how many", "20")
    .option("--design <design>", "stratified (tells most) or uniform", "stratified")
    .option("--purpose <purpose>", "attack, or benign for fair requests", "attack")
    .option("--family <family>", "draw from one family alone")
    .option("--seed <text>", "fixes the draw; recorded with it")
    .action(go(async () => (await import("./commands/label-next.ts")).labelNext));
  add("add", "label one trial")
    .argument("<trial>", "a trial's id, or the start of it")
    .argument("<outcome>", "breached, held or unclear")
    .requiredOption("--by <name>", byWhom, someText)
    .option("--because <reason>", "why", someText)
    .option("--run <run>", "the run it is of (default: the newest that has it)")
    .action(go(async () => (await import("./commands/label-add.ts")).labelAdd));
  add("import", "record labels made elsewhere, all or none")
    .argument(
      "<file>",
      'JSON Lines: {"trial": "...", "outcome": "breached", "reason"?: "...", "run"?: "..."}',
    )
    .requiredOption("--by <name>", byWhom, someText)
    .option("--run <run>", "the run of lines that name none (default: the newest that has the trial)")
    .action(go(async () => (await import("./commands/label-import.ts")).labelImport));
  add("list", "show a run's labels, how far labelling has come and how well raters agree")
    .argument("[run]", runArgument)
    .action(go(async () => (await import("./commands/label-list.ts")).labelList));
}

function addReviewing(program: Command, { add: adder, go }: CommandMaking): void {
  const review = program
    .command("review")
    .description("decide what judges could not, and rate a second time");
  const add = adder(review);
  add(
    "queue",
    "what needs a person: disagreements, contests, unclear and unsure verdicts; with --by, decide them by key",
    { isDefault: true },
  )
    .argument("[run]", runArgument)
    .option("--by <name>", byWhom, someText)
    .option("--list", "only show them")
    .action(go(async () => (await import("./commands/review.ts")).review));
  add("second", "rate again what one other person rated, seeing neither that nor the judge's verdict")
    .argument("[run]", runArgument)
    .requiredOption("--by <name>", byWhom, someText)
    .option("--count <n>", "how many", "20")
    .action(go(async () => (await import("./commands/review-second.ts")).reviewSecond));
}

function addContesting(program: Command, { add: adder, go }: CommandMaking): void {
  const contest = program.command("contest").description("object to a verdict, and decide objections");
  const add = adder(contest);
  add("raise", "object to a trial's verdict; somebody else decides", { isDefault: true })
    .argument("<trial>", "a trial's id, or the start of it")
    .requiredOption("--by <name>", "who objects; anybody named in the charter may", someText)
    .requiredOption("--because <reason>", "why the verdict is wrong", someText)
    .option("--outcome <outcome>", "what it should be: breached, held or unclear")
    .option("--run <run>", "the run it is of (default: the newest that has it)")
    .action(go(async () => (await import("./commands/contest.ts")).contest));
  add("list", "show contests and how they stand")
    .argument("[run]", "a run or campaign (default: all runs)")
    .action(go(async () => (await import("./commands/contest-list.ts")).contestList));
  add("decide", "uphold or overturn a contested verdict; an overturned one is replaced and stays in the log")
    .argument("<contest>", "its id, such as CON-3f9a2c41")
    .argument("<decision>", "upheld, overturned, or withdrawn by whoever raised it")
    .requiredOption("--by <name>", "who decides; neither who raised it nor who made the verdict", someText)
    .requiredOption("--because <reason>", "why", someText)
    .option("--as <role>", "the role they decide in (default: the first of theirs that may)")
    .option("--outcome <outcome>", "the new verdict of an overturned one")
    .action(go(async () => (await import("./commands/contest-decide.ts")).contestDecide));
}
