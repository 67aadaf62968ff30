// Prints the project's speed and size as ratios measured in one run, each against a baseline named beside it.
import { measureMemory } from "./memory.ts";
import { measureStartUp } from "./start-up.ts";
import { measureThroughput } from "./throughput.ts";

interface Row {
  readonly what: string;
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
  readonly figures: string;
}

const rows: Row[] = [];
/** The most that each may take, in starts of Node itself. An ordinary command reads the whole catalogue before it does anything. */
const startUps = { "--version": 2.5, "--help": 2.5, "show refusal": 6 };
for (const [command, most] of Object.entries(startUps)) {
  const { node, probity, ratio } = measureStartUp(command.split(" "));
  rows.push({
    what: `probity ${command} / node -e 0`,
    ratio,
    goal: `at most ${most}`,
    met: ratio <= most,
    figures: `${probity.toFixed(0)} ms / ${node.toFixed(0)} ms`,
  });
}
const { bare, recorded, ratio, lowest, highest, stages } = await measureThroughput();
rows.push({
  what: "recorded trials / bare undici requests",
  ratio,
  goal: "at least 0.5",
  met: ratio >= 0.5,
  figures: `${recorded.toFixed(0)} per s / ${bare.toFixed(0)} per s; rounds from ${lowest.toFixed(2)} to ${highest.toFixed(2)}`,
});
const memory = measureMemory();
rows.push({
  what: "peak memory, 100,000 / 10,000 trials",
  ratio: memory.ratio,
  goal: "at most 1.3",
  met: memory.ratio <= 1.3,
  figures: `${memory.at100k.toFixed(0)} MB / ${memory.at10k.toFixed(0)} MB`,
});

for (const { what, ratio: measured, goal, met, figures } of rows) {
  process.stdout.write(
    `${met ? "met    " : "NOT MET"}  ${what.padEnd(40)} ${measured.toFixed(2).padStart(6)}   goal ${goal.padEnd(13)} ${figures}\n`,
  );
}

process.stdout.write(
  "\nOne recorded trial, in microseconds (hashing, indexes, signing and the disk run beside it):\n",
);
for (const { name, microseconds } of stages)
  process.stdout.write(`${microseconds.toFixed(1).padStart(8)}  ${name}\n`);
