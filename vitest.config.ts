import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

const integration = "**/*.integration.test.ts";
const startUp = "server/start.test.ts";
/** Search against the whole content, which takes long and finds nothing that differs by Node. */
const comparisons = `knowledge/library/{audience,by-text,computed-patterns,find-again,search,similar,suggestions}.integration.test.ts`;
const postgres = {
  globalSetup: "server/testing/postgres-for-tests.ts",
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
// Speed is the benchmarks' business. This bound only stops what would never end.
const bound = { testTimeout: 30_000 };

export default defineConfig({
  test: {
    // Half of a run is waiting, for deadlines and for PostgreSQL: two cores bear two workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          ...bound,
          include: ["{knowledge,app,server}/**/*.test.{ts,tsx}"],
          exclude: [integration, startUp],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          ...postgres,
          include: [`{knowledge,app,server}/${integration}`],
          exclude: [comparisons],
        },
      },
      {
        extends: true,
        test: {
          name: "comparison",
          ...postgres,
          include: [comparisons, `scripts/${integration}`],
        },
      },
      {
        extends: true,
        test: {
          name: "tools",
          ...bound,
          include: ["scripts/**/*.test.ts"],
          exclude: [integration],
        },
      },
      {
        extends: true,
        test: {
          name: "startup",
          include: [startUp],
          // The first start installs, builds and imports.
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
