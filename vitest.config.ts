import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["probity-source"] },
  ssr: { resolve: { conditions: ["probity-source"], externalConditions: ["probity-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
    testTimeout: 20_000,
  },
});
