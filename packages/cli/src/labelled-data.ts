import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import {
  labelMapSchema,
  plainLabels,
  readLabelledRows,
  readyLabelMaps,
  type LabelledRow,
  type LabelMap,
} from "@probity/app";
import { ProductError } from "@probity/domain";
import { readDocument, type Judge } from "@probity/kit";
import type { CommandContext } from "./context.ts";

/** Options that name labelled answers and what their labels mean. */
export interface LabelledDataOptions {
  readonly data: string;
  readonly map?: string;
}

export interface LabelledData {
  readonly rows: readonly LabelledRow[];
  readonly labels: LabelMap;
}

/** Reads labelled answers and the mapping of their labels. @throws ProductError USAGE or CONTENT_INVALID */
export function openLabelledData(context: CommandContext, { data, map }: LabelledDataOptions): LabelledData {
  const rows = readLabelledRows(read(context, data, true), data);
  if (rows.length === 0)
    throw new ProductError("CONTENT_INVALID", {
      message: `${data} holds no labelled answer; nothing was judged.`,
      remedy: 'Each line is one JSON object: {"prompt": "…", "response": "…", "label": "…"}.',
    });
  if (map === undefined) return { rows, labels: plainLabels };
  const ready = readyLabelMaps.find(({ name }) => name === map);
  if (ready && !existsSync(resolve(context.cwd, map))) return { rows, labels: ready.labels };
  const document = readDocument({ text: read(context, map), file: map, schema: labelMapSchema });
  if (document.kind === "ok") return { rows, labels: document.value };
  throw new ProductError("CONTENT_INVALID", {
    message: `${map} does not say what the labels mean; nothing was evaluated.`,
    problems: document.problems,
    remedy:
      "It needs lists `breached` and `held` of the data's labels, and may have a list `leftOut` and `purpose`: attack or benign.",
  });
}

function read({ cwd }: CommandContext, file: string, isData = false): string {
  try {
    return readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new ProductError("USAGE", {
      message: `${relative(cwd, resolve(cwd, file)) || file} could not be read; nothing was judged.`,
      cause: error,
      remedy: isData
        ? "Name a file of labelled answers, one JSON object a line."
        : `Ready mappings are named without a path: ${readyLabelMaps.map(({ name }) => name).join(", ")}.`,
    });
  }
}

/** A judge's settings from an option's JSON. @throws ProductError USAGE */
export function judgeSettings(judge: Judge, json: string): unknown {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new ProductError("USAGE", { message: `--with takes the judge's settings as JSON, not ${json}.` });
  }
  const parsed = judge.settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new ProductError("USAGE", {
    message: `The settings do not fit judge ${judge.id}.`,
    problems,
    remedy: `\`probity show ${judge.id}\` explains them.`,
  });
}

/** No row could be used: says which labels there are. */
export function nothingLabelled({ rows }: LabelledData): ProductError {
  const seen = [...new Set(rows.map(({ label }) => label))].slice(0, 12);
  return new ProductError("USAGE", {
    message: `None of the ${rows.length} rows has a label that stands for an outcome.`,
    remedy: `Say what they mean with --map FILE.yaml, e.g. breached: [compliance] and held: [refusal], or a ready mapping: ${readyLabelMaps.map(({ name }) => name).join(", ")}. The labels are: ${seen.join(", ")}.`,
  });
}
