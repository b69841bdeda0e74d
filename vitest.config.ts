import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

const integration = "**/*.integration.test.ts";
const startUp = "server/start.test.ts";
/** Search against the whole content, which takes long and finds nothing that differs by Node. */
const comparisons = `knowledge/library/{audience,by-text,computed-patterns,find-again,search,similar,suggestions}.integration.test.ts`;
/**
 * Long texts that try to wear out our own TypeScript, and rules tried over a thousand histories: they
 * take long and find nothing that differs by Node. What Node itself does with such texts (processes,
 * memory, deadlines) is tried by the units beside them.
 */
const wearing = `knowledge/{language/hostile,review/merge/merge-law,review/post-mortem/hostile-text,text/wearying-stories}.test.ts`;
/** Puts something else in place of a module, which works only before anything has loaded that. */
const replacing = "server/page-layer/improving.test.ts";
// Most files are over sooner than a new process has loaded what they need. None leaves anything of
// its own behind: what it changes outside of itself it puts back.
const shared = { isolate: false };
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
          ...shared,
          include: ["{knowledge,app,server}/**/*.test.{ts,tsx}"],
          exclude: [integration, startUp, wearing, replacing],
        },
      },
      {
        extends: true,
        test: {
          name: "replacing",
          ...bound,
          include: [replacing],
        },
      },
      {
        extends: true,
        test: {
          name: "wearing",
          ...bound,
          ...shared,
          include: [wearing],
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
