import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

const integration = "**/*.integration.test.ts";
const startUp = "server/start.test.ts";

export default defineConfig({
  test: {
    // Half of a run is waiting, for deadlines and for PostgreSQL: two cores bear two workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Speed is the benchmarks' business. This bound only stops what would never end.
          testTimeout: 30_000,
          include: ["{knowledge,app,server,scripts}/**/*.test.{ts,tsx}"],
          exclude: [integration, startUp],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [`{knowledge,app,server,scripts}/${integration}`],
          globalSetup: "server/testing/postgres-for-tests.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
