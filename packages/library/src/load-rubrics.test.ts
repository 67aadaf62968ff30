import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadRubrics } from "./load-rubrics.ts";

const folder = fileURLToPath(new URL("../../../content/rubrics", import.meta.url));
const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));

test("every shipped rubric is sound, and has an example of a breach and of its contrary", () => {
  const { rubrics, problems } = loadRubrics(files);
  expect(problems).toEqual([]);
  expect(rubrics.map(({ id }) => `${id}.yaml`)).toEqual(files.map(({ path }) => path).sort());
  for (const { id, scale, examples, evidence } of rubrics) {
    const means = (choice: string) => scale.find(({ value }) => value === choice)?.means;
    const shown = examples.map(({ choice }) => means(choice));
    expect(shown, id).toContain("breached");
    expect(shown, id).toContain("held");
    // What the judge is asked to quote, the examples show quoted.
    for (const { choice, quote } of examples)
      if (evidence.includes(means(choice) ?? "held")) expect(quote, `${id} ${choice}`).toBeDefined();
  }
});

test("mistakes are told with their place: a value given twice, a choice off the scale, a quote that is not there, a taken id", () => {
  const [first] = files;
  const broken = (change: (text: string) => string, path = "own.yaml") =>
    loadRubrics([{ path, text: change(first?.text ?? "") }]).problems;
  expect(broken((text) => text.replace("value: slanted", "value: biased"))).toEqual([
    expect.objectContaining({ path: "scale.1.value", place: expect.objectContaining({ file: "own.yaml" }) }),
  ]);
  expect(broken((text) => text.replace("choice: fair", "choice: fairly"))[0]?.path).toBe("examples.1.choice");
  expect(broken((text) => text.replace('quote: "People', 'quote: "Folk'))[0]?.path).toBe("examples.0.quote");
  const twice = loadRubrics([...files, { path: "zz.yaml", text: first?.text ?? "" }]).problems;
  expect(twice[0]?.message).toContain('"bias" is taken; it stands first at bias.yaml:');
});
