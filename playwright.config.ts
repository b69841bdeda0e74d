import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { defineConfig, devices } from "@playwright/test";

import { findChromium } from "./scripts/chromium.mjs";

// Workers read this file too and need not search again.
process.env.CHROMIUM_PATH ??= (await findChromium()) ?? "";
// `HINDSIGHT_URL=http://localhost:3000 npx playwright test` tries a server that runs already.
const isServed = process.env.HINDSIGHT_URL !== undefined;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Asia/Kolkata",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    // These stop, change and fill the server, so they have one of their own and share it in turn:
    // one for what people write, one for what comes with the content. They take longest, so they
    // begin.
    { name: "own server", testMatch: "own-server/**/*.spec.ts", workers: 1 },
    { name: "own content", testMatch: "own-content/**/*.spec.ts", workers: 1 },
    // These kill what they can, and have a server of their own to do it to.
    { name: "kill", testMatch: "kill/**/*.spec.ts", workers: 1 },
    { name: "reading", testIgnore: ["own-server/**", "own-content/**", "kill/**"] },
  ],
  ...(!isServed && { webServer: server() }),
});

/** The production server that all read; its data goes when the run ends. */
function server() {
  return {
    command: "node bin/hindsight.mjs start",
    env: { PORT: "0", DATA_DIR: dataFolder() },
    wait: { stdout: /Hindsight is ready on (?<hindsight_url>\S+)/ },
    timeout: 300_000,
    // Long enough to stop PostgreSQL well.
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 30_000 },
    stdout: "ignore" as const,
    stderr: "pipe" as const,
  };
}

// Each worker reads this file again, and only the first reading may make a folder.
function dataFolder(): string {
  const existing = process.env.HINDSIGHT_E2E_DATA;
  if (existing !== undefined) return existing;
  const made = mkdtempSync(join(tmpdir(), "hindsight-e2e-"));
  process.env.HINDSIGHT_E2E_DATA = made;
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}
