import { Command, Option } from "commander";
import { someText, type Add } from "./command-making.ts";
import type { CommandAction, GlobalOptions } from "./context.ts";
import { addPeopleCommands } from "./people-commands.ts";

/** Runs a command's action with what commander parsed. */
export type Dispatch = (
  load: () => Promise<CommandAction<never>>,
  parsed: {
    readonly args: readonly (string | undefined)[];
    readonly options: GlobalOptions & Readonly<Record<string, unknown>>;
  },
) => Promise<void>;

/**
 * The command line: names, arguments, options and help.
 *
 * Kept free of everything heavy, so that `--help` answers at once: an action's file is loaded when its command runs.
 */
export function buildProgram(version: string, dispatch: Dispatch): Command {
  const program = new Command("probity")
    .description(
      "Run an ethical red-team programme for AI systems: charter, plan, campaign, evidence, findings, report.",
    )
    .version(version, "-V, --version")
    // What was not understood is told like every other error, by whoever runs the program.
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError()
    .addHelpText("after", exitCodeHelp);
  const add = adder(program);

  add("init", "write a commented probity.yaml")
    .option("--yes", "ask nothing: target the practice range on this machine")
    .option("--force", "overwrite an existing file")
    .action(go(dispatch, async () => (await import("./commands/init.ts")).init));
  add("plan", "show what a campaign would send, and whether it may; sends nothing")
    .argument("[campaign]", "name in probity.yaml; may be left out when there is one")
    .action(go(dispatch, async () => (await import("./commands/plan.ts")).plan));
  add("run", "run a campaign under its charter and record everything")
    .argument("[campaign]", "name in probity.yaml; may be left out when there is one")
    .option("--new", "start a new run even if an earlier one is unfinished")
    .option("--out <folder>", "where to write the reports (default: reports/ in the store's folder)")
    .action(go(dispatch, async () => (await import("./commands/run.ts")).run));
  add("resume", "continue an unfinished run; nothing recorded is sent again")
    .argument("[run]", "a run such as first-look-1, or a campaign for its newest run")
    .option("--by <name>", "who decides that a halted run may go on", someText)
    .option("--because <reason>", "why it may go on", someText)
    .option("--out <folder>", "where to write the reports")
    .action(go(dispatch, async () => (await import("./commands/resume.ts")).resume));
  add("halt", "ask a running campaign to stop; it does within 5 seconds")
    .argument("[run]", "a run such as first-look-1, or a campaign for its newest run")
    .requiredOption("--by <name>", "who halts it", someText)
    .requiredOption("--because <reason>", "why", someText)
    .action(go(dispatch, async () => (await import("./commands/halt.ts")).halt));
  addReading(add, dispatch);
  addGoverning(add, dispatch);
  addJudging(program, dispatch);
  addPeopleCommands(program, { add: adder, go: (load) => go(dispatch, load) });
  addRange(program, dispatch);
  return program;
}

const exitCodeHelp = `
Exit codes: 0 criteria met, 1 criteria not met, 2 bad usage or configuration,
            3 not authorised, 4 halted, 5 could not complete.`;

function addReading(add: Add, dispatch: Dispatch): void {
  add("report", "verify the evidence and write a run's reports")
    .argument(
      "[run]",
      "a run such as first-look-1, or a campaign for its newest run (default: the newest of all)",
    )
    .option("--out <folder>", "where to write them")
    .option("--format <ids>", "formats, comma-separated", "html,json,junit,csv")
    .action(go(dispatch, async () => (await import("./commands/report.ts")).report));
  add("verify", "recompute the evidence log, its heads and signatures")
    .argument("[head]", "file with an earlier signed head that the log must still contain")
    .action(go(dispatch, async () => (await import("./commands/verify.ts")).verify));
  add("replay", "send a recorded trial's exact request again and judge it again")
    .argument("<trial>", "a trial's id, or the start of it")
    .option("--times <n>", "how often", "1")
    .action(go(dispatch, async () => (await import("./commands/replay.ts")).replay));
  add("list", "list probes, transforms, judges, rubrics, targets, reports, worlds or runs")
    .argument("<what>", "probes | transforms | judges | rubrics | targets | reports | worlds | runs")
    .option("--family <family>", "probes of one family only")
    .action(go(dispatch, async () => (await import("./commands/list.ts")).list));
  add("show", "show one probe, transform, judge, rubric, target, run or trial in full")
    .argument("<id>", "its id")
    .action(go(dispatch, async () => (await import("./commands/show.ts")).show));
}

function addGoverning(add: Add, dispatch: Dispatch): void {
  add("approve", "record a decision on the charter as it stands")
    .requiredOption("--as <role>", "role that decides: legal, compliance, overseer, …")
    .requiredOption(
      "--by <name>",
      "who decides; must hold the role in the charter and not be its requester",
      someText,
    )
    .requiredOption("--because <reason>", "why", someText)
    .addOption(
      new Option("--decision <decision>", "what is decided")
        .choices(["approved", "vetoed", "revoked"])
        .default("approved"),
    )
    .option("--days <n>", "days until it ends", "30")
    .action(go(dispatch, async () => (await import("./commands/approve.ts")).approve));
  add(
    "demo",
    "run the demonstration: a campaign against a deliberately weak bank assistant and its hardened twin",
  )
    .option("--folder <folder>", "where to put the project and its results", "probity-demo")
    .option("--port <port>", "first of the two ports on 127.0.0.1", "8742")
    .action(go(dispatch, async () => (await import("./commands/demo.ts")).demo));
}

const mapHelp =
  "YAML that says which labels mean breached and which held, or a ready mapping: xstest, over-refusal, do-not-answer, do-not-answer-numbers, jailbroken";

function addJudging(program: Command, dispatch: Dispatch): void {
  const judging = program
    .command("judge")
    .description("measure, attack, weigh and change judges: shipped ones, and models and panels of your own");
  const add = adder(judging);
  addMeasuring(add, dispatch);
  addOwnJudging(add, dispatch);
}

/** What takes answers that people labelled. */
function addMeasuring(add: Add, dispatch: Dispatch): void {
  add(
    "evaluate",
    "measure one judge: accuracy, precision, recall, F1, specificity, kappa, calibration, by source, language and length",
  )
    .requiredOption("--judge <name>", "a shipped judge, or one under `judges` in probity.yaml")
    .requiredOption("--data <file>", "JSON Lines: {prompt, response, label, language?, source?, raters?}")
    .option("--map <file>", mapHelp)
    .option("--with <json>", "the settings of a shipped judge, as JSON", "{}")
    .option("--checks", "make every bias check of a model judge: position, verbosity, steering")
    .option("--out <file>", "write how often it is right, for `judge calibrate`; needs --target and --family")
    .option("--target <name>", "target that the answers came from")
    .option("--family <family>", "probe family that the prompts belong to")
    .action(go(dispatch, async () => (await import("./commands/judge-evaluate.ts")).judgeEvaluate));
  add("calibrate", "record a judge's measured error for a target, so that reports correct rates with it")
    .argument("<file>", "written by `probity judge evaluate --out`")
    .requiredOption(
      "--by <name>",
      "who adopts it; named in the charter as lead, tester, compliance or overseer",
      someText,
    )
    .action(go(dispatch, async () => (await import("./commands/judge-calibrate.ts")).judgeCalibrate));
  add("compare", "compare two judges on the same labelled answers, with McNemar's test")
    .argument("<first>", "a judge")
    .argument("<second>", "another judge")
    .requiredOption("--data <file>", "JSON Lines: {prompt, response, label, language?, source?, raters?}")
    .option("--map <file>", mapHelp)
    .action(go(dispatch, async () => (await import("./commands/judge-compare.ts")).judgeCompare));
  add("weigh", "measure how often judges are right, for the votes of a panel")
    .requiredOption("--judges <names>", "comma-separated")
    .requiredOption("--data <file>", "JSON Lines: {prompt, response, label, …}")
    .option("--map <file>", mapHelp)
    .option("--without-labels", "estimate from how the judges agree (Dawid and Skene); at least three judges")
    .requiredOption("--out <file>", "where to write the weights, as YAML")
    .action(go(dispatch, async () => (await import("./commands/judge-weigh.ts")).judgeWeigh));
}

/** What has a judge decide something else than a campaign's next answer. */
function addOwnJudging(add: Add, dispatch: Dispatch): void {
  add("run", "have another judge decide a run's recorded trials; earlier verdicts stay in the log")
    .argument(
      "[run]",
      "a run such as first-look-1, or a campaign for its newest run (default: the newest of all)",
    )
    .requiredOption("--judge <name>", "a shipped judge, or one under `judges` in probity.yaml")
    .addOption(
      new Option("--outcome <outcome>", "only trials whose verdict is this now").choices([
        "breached",
        "held",
        "unclear",
        "unjudged",
        "pending",
      ]),
    )
    .addOption(
      new Option("--purpose <purpose>", "answers to attacks, or to fair requests")
        .choices(["attack", "benign"])
        .default("attack"),
    )
    .option("--dry-run", "show what it would take; ask nobody and record nothing")
    .action(go(dispatch, async () => (await import("./commands/judge-run.ts")).judgeRun));
  add("attack", "try to steer a judge by what stands in the answers that it reads")
    .requiredOption("--judge <name>", "a shipped judge, or one under `judges` in probity.yaml")
    .option("--pack <file>", "a pack of attacks of your own (default: the shipped one)")
    .action(go(dispatch, async () => (await import("./commands/judge-attack.ts")).judgeAttack));
}

function addRange(program: Command, dispatch: Dispatch): void {
  const range = program
    .command("range")
    .description("the practice range: deliberately weak AI applications with declared flaws");
  adder(range)("serve", "serve a world on loopback until Ctrl-C")
    .option("--world <world>", "a shipped world's name or a YAML file", "meridian-bank")
    .option("--hardened", "serve its twin, which has none of the planted flaws")
    .option("--port <port>", "port on 127.0.0.1", "8742")
    .option("--seed <n>", "fixes every draw", "1")
    .option("--latency <ms>", "simulated answer time", "20")
    .action(go(dispatch, async () => (await import("./commands/range-serve.ts")).rangeServe));
  adder(range)(
    "serve-judge",
    "serve a practice judge model on loopback until Ctrl-C, sound or with one declared defect",
  )
    .option("--mode <mode>", `how it behaves; \`list\` names the modes`, "sound")
    .option("--port <port>", "port on 127.0.0.1", "8752")
    .option("--latency <ms>", "simulated answer time", "20")
    .action(go(dispatch, async () => (await import("./commands/range-serve-judge.ts")).rangeServeJudge));
}

function shared(): readonly Option[] {
  return [
    new Option("-c, --config <file>", "configuration file (default: probity.yaml)"),
    new Option("--store <folder>", "folder of the store (default: storage.path of the configuration)"),
    new Option("--json", "print one JSON document and nothing else"),
    new Option("-q, --quiet", "print results only"),
  ];
}

function adder(program: Command): Add {
  return (name, description, options = {}) => {
    const command = program.command(name, options).description(description);
    for (const option of shared()) command.addOption(option);
    return command;
  };
}

/** Commander calls an action with its arguments, its options and the command. */
function go(dispatch: Dispatch, load: () => Promise<CommandAction<never>>) {
  return async function (this: Command): Promise<void> {
    await dispatch(load, { args: this.processedArgs as (string | undefined)[], options: this.opts() });
  };
}
