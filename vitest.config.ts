import { defineConfig } from "vitest/config";

/** Tests of the tree itself: quick, so they belong to every check. All else under `test` runs the built program. */
const ofTheTree = [
  "test/layers.test.ts",
  "test/errors-doc.test.ts",
  "test/lock-file.test.ts",
  "test/schemas.test.ts",
  "test/names.test.ts",
];

/** Tests that take hostile megabytes, thousands of simulated campaigns or whole installations: part of `npm test`, too long for every check. */
const long = [
  "packages/evidence/src/mask/hostile-text.test.ts",
  "packages/engine/src/simulation/simulate-coverage.test.ts",
  "packages/kit/src/testing/check-transform.test.ts",
  "packages/library/src/judging/hostile-output.test.ts",
  "packages/library/src/judging/regular-expressions.test.ts",
  "packages/measure/src/simulation/simulate-coverage.test.ts",
  "test/bootstrap.test.ts",
];

/** Tests that kill processes at moments of their own, or give them seconds to end in: alone on the machine, or they would measure each other. */
const alone = ["test/journey/halting.test.ts", "test/journey/sudden-death.test.ts"];

// Workspace packages resolve to their sources, so tests need no build.
const sources = {
  resolve: { conditions: ["probity-source"] },
  ssr: { resolve: { conditions: ["probity-source"], externalConditions: ["probity-source"] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...sources,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.{ts,tsx}", ...ofTheTree],
          exclude: long,
          testTimeout: 20_000,
          // No module of ours has state, so files may share a worker; it halves the time.
          isolate: false,
        },
      },
      {
        ...sources,
        test: { name: "long", include: long, testTimeout: 120_000 },
      },
      {
        ...sources,
        test: {
          name: "e2e",
          include: ["test/**/*.test.ts"],
          exclude: [...ofTheTree, ...long, ...alone],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A test and the program that it started take turns, so one file after the other would leave half of two cores idle.
          maxWorkers: 2,
        },
      },
      {
        ...sources,
        test: {
          name: "e2e-alone",
          include: alone,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After all others.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
