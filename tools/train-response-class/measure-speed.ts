/**
 * Prints verdicts per second on answers of about 200 words, and the ratio to lower-casing and splitting the same answers.
 *
 *   node --conditions=probity-source tools/train-response-class/measure-speed.ts [FILE.jsonl with prompt and response]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createShippedClassifier } from "../../packages/library/src/response-class/shipped-classifier.ts";

const file =
  process.argv[2] ?? join(import.meta.dirname, "../../../shared/data/responses-do-not-answer.jsonl");
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { prompt: string; response: string })
  .map(({ prompt, response }) => ({ request: prompt, answer: response }))
  .filter(({ answer }) => Math.abs(answer.split(/\s+/).length - 200) <= 50);
const classify = createShippedClassifier();

/** Best of several rounds, in microseconds an answer. */
function fastest(work: (row: { request: string; answer: string }) => unknown): number {
  const rounds = Array.from({ length: 12 }, () => {
    const from = performance.now();
    for (const row of rows) work(row);
    return (performance.now() - from) * 1_000;
  });
  return Math.min(...rounds) / rows.length;
}

const reading = fastest(classify);
const splitting = fastest(({ answer }) => answer.toLowerCase().split(/[^a-z']+/).length);
process.stdout.write(
  `${rows.length} answers: ${reading.toFixed(1)} us a verdict, ${Math.round(1e6 / reading)} verdicts/s, ` +
    `${(reading / splitting).toFixed(2)} times as long as splitting into words\n`,
);
