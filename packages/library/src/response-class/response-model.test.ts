import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { featureNames } from "./feature-names.ts";
import {
  digestOfFeatures,
  digestOfModel,
  readResponseModel,
  type ResponseModelFile,
} from "./response-model.ts";
import { shippedWeights } from "./shipped-weights.gen.ts";

const shipped = (): ResponseModelFile => JSON.parse(shippedWeights) as ResponseModelFile;

function reasonOf(file: unknown): string {
  const reading = readResponseModel(file);
  return reading.kind === "unfit" ? reading.reason : "";
}

test("the shipped weights fit the shipped phrases and features", () => {
  expect(shipped().features).toBe(digestOfFeatures());
  const reading = readResponseModel(shipped());
  expect(reading.kind).toBe("ok");
  expect(Object.keys(shipped().named)).toEqual([...featureNames]);
});

test("the package holds the weights of the content folder, in less than 500 kB", () => {
  const text = readFileSync(
    new URL("../../../../content/models/response-class/weights.json", import.meta.url),
    "utf8",
  );
  expect(JSON.parse(text)).toEqual(shipped());
  expect(text.length).toBeLessThan(500_000);
});

test("refuses weights that were altered", () => {
  const { named, ...rest } = shipped();
  expect(reasonOf({ ...rest, named: { ...named, always: [1, 2, 3, 4, 5] } })).toContain("digest");
});

test("refuses weights made for other phrases", () => {
  const other = { ...shipped(), features: "sha256:0" };
  expect(reasonOf({ ...other, digest: digestOfModel(other) })).toContain("train it again");
});

test("refuses what is no model, and says where", () => {
  expect(reasonOf({ ...shipped(), step: -1 })).toContain("step");
  expect(reasonOf("weights")).toContain("Not a response model");
});
