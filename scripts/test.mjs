// The test run, `npm test`: installs what it needs, runs every check it can, and ends with one
// line that says how many passed and how many failed. Plain JavaScript: nothing is installed yet.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./chromium.mjs";
import { failuresOfPlaywright, failuresOfVitest } from "./failures.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { nodeOf } from "./other-nodes.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "hindsight-reports-"));
const require = createRequire(import.meta.url);

const UNIT = ["unit", "replacing"];
/** What the version of Node can change: its own parts, and the whole as it starts and serves. */
const ON_EVERY_NODE = [...UNIT, "startup"];
/** What runs once: what PostgreSQL answers, tools, search over the whole content, endless texts. */
const ONCE = ["integration", "tools", "comparison", "wearing"];

const results = [];
process.env.NEXT_TELEMETRY_DISABLED = "1";

await step("install", install);
// Without packages nothing else can run, and saying so ten times helps nobody.
if (results.every(({ failed }) => failed === 0)) {
  await step("generate", generate);
  await step("types", types);
  await step("lint", () => program("oxlint", ["--type-aware", "--max-warnings=0"]));
  await step("format", () => program("oxfmt", ["--check"]));
  await step("unit and integration", () => vitest(process.execPath, [...UNIT, ...ONCE]));
  await step("build", build);
  await step("start-up", () => vitest(process.execPath, ["startup"]));
  await step("browser", playwright);
  for (const major of [22, 24]) await step(`Node ${major}`, () => otherNode(major));
}
finish();

/** Runs a step, times it, and keeps its result; a step that breaks has failed. */
async function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const began = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    process.stdout.write(`${error?.stack ?? error}\n`);
    result = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const verdict = result.skipped ?? (result.failed > 0 ? "FAILED" : "passed");
  results.push({ name, seconds, verdict, ...result });
  process.stdout.write(`── ${name}: ${verdict} (${seconds} s)\n`);
}

function finish() {
  rmSync(reports, { recursive: true, force: true });
  let [passed, failed] = [0, 0];
  process.stdout.write("\n");
  for (const result of results) {
    passed += result.passed;
    failed += result.failed;
    for (const failure of result.failures ?? []) process.stdout.write(`${failure}\n\n`);
  }
  for (const { name, verdict, seconds } of results) {
    process.stdout.write(`${name.padEnd(22)}${verdict.padEnd(8)}${seconds.padStart(8)} s\n`);
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

async function install() {
  const fault = await installWhatIsMissing({ development: true });
  if (fault) process.stdout.write(`${fault}\n`);
  return counted(fault === null);
}

async function generate() {
  const { register } = await import("tsx/esm/api");
  register();
  const { generateClient } = await import("../server/migrations.ts");
  return told(await generateClient());
}

async function types() {
  // Next writes down which routes there are, for links and page properties to be checked.
  const routes = await program("next", ["typegen"]);
  const checked = await program("tsc", ["--noEmit"]);
  return counted(routes.failed + checked.failed === 0);
}

async function build() {
  const { buildPages } = await import("../server/build.ts");
  return told(await buildPages(project.replace(/\/$/, "")));
}

async function playwright() {
  const chromium = await findOrInstallChromium();
  if (chromium.fault) {
    process.stdout.write(`${chromium.fault}\n`);
    return counted(false);
  }
  const report = join(reports, "playwright.json");
  const code = await run(process.execPath, [bin("playwright"), "test", "--reporter=list,json"], {
    CHROMIUM_PATH: chromium.path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const written = readReport(report);
  const { expected = 0, flaky = 0, unexpected = 0 } = written.stats ?? {};
  const failed = unexpected + (written.errors ?? []).length;
  return believed(code, {
    passed: expected + flaky,
    failed,
    failures: failuresOfPlaywright(written),
  });
}

function otherNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) {
    process.stdout.write(`All of the above ran on Node ${major} already.\n`);
    return { passed: 0, failed: 0, skipped: "same" };
  }
  const node = nodeOf(major);
  if (node.kind === "elsewhere") {
    process.stdout.write(`${node.sentence}\n`);
    return { passed: 0, failed: 0, skipped: "skipped" };
  }
  if (node.kind === "fault") {
    process.stdout.write(`${node.sentence}\n`);
    return counted(false);
  }
  return vitest(node.path, ON_EVERY_NODE);
}

async function vitest(node, projects) {
  const report = join(reports, `vitest-${results.length}.json`);
  const code = await run(node, [
    bin("vitest"),
    "run",
    ...projects.map((name) => `--project=${name}`),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const written = readReport(report);
  const { numPassedTests = 0, numFailedTests = 0 } = written;
  const failures = failuresOfVitest(written);
  return believed(code, { passed: numPassedTests, failed: numFailedTests, failures });
}

/** Tests that could not even be counted (a file that does not load) are a failure all the same. */
function believed(code, { passed, failed, failures }) {
  const nothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || nothing) ? 1 : failed, failures };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

async function program(name, args) {
  return counted((await run(process.execPath, [bin(name), ...args])) === 0);
}

function counted(well) {
  return well ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function told(outcome) {
  if (outcome.kind === "fault") process.stdout.write(`${outcome.sentence}\n`);
  return counted(outcome.kind !== "fault");
}

/** The JavaScript file behind a package's command, so that it runs on the Node we choose. */
function bin(name) {
  const owners = { tsc: "typescript", playwright: "@playwright/test" };
  const root = join(project, "node_modules", owners[name] ?? name);
  const declared = require(join(root, "package.json")).bin;
  return join(root, typeof declared === "string" ? declared : declared[name]);
}

function run(file, args, environment = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = spawn(file, args, { cwd: project, env, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", (error) => {
      process.stdout.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}
