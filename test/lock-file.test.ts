import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const dependencies = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({ dependencies, devDependencies: dependencies });
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional(), link: z.boolean().optional() })),
});

test("the lock file holds the packages of every platform, so that npm ci takes it anywhere", () => {
  const { status, stderr } = spawnSync(process.execPath, ["tools/complete-lock.mjs", "--check"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("the lock file records no download addresses", () => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const addresses = Object.values(packages).filter(({ resolved, link }) => resolved !== undefined && !link);
  expect(addresses).toEqual([]);
});

test("every dependency is named with its exact version, since an old npm would choose another", () => {
  const files = ["package.json", ...globSync("packages/*/package.json", { cwd: root })];
  const loose = files.flatMap((file) => {
    const read = packageSchema.parse(JSON.parse(readFileSync(join(root, file), "utf8")));
    return Object.entries({ ...read.dependencies, ...read.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});
