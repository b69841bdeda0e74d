// Finds a Chromium for the tests that need a browser, or installs one.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium that runs on this machine, or null: the one that CHROMIUM_PATH names,
 * the system's own, or the one that Playwright keeps for itself.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return runs(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
    await playwrightsOwn(),
  ];
  return candidates.find((path) => path !== null && runs(path)) ?? null;
}

/**
 * Finds a Chromium and installs one if there is none: from Debian's packages where that is
 * possible, else Playwright's. The answer has `path`, or `fault`: a sentence that says what to do.
 */
export async function findOrInstallChromium() {
  const found = await findChromium();
  if (found) return { path: found };
  if (process.env.CHROMIUM_PATH) {
    return {
      fault: `CHROMIUM_PATH=${process.env.CHROMIUM_PATH} is no program that can be started.`,
    };
  }
  process.stdout.write("Installing Chromium, which the tests in the browser need …\n");
  if (mayUseApt()) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  if (!(await findChromium())) run("npx", ["playwright", "install", "chromium"]);
  const path = await findChromium();
  if (path) return { path };
  return {
    fault:
      "There is no Chromium and none could be installed: install Chromium or Chrome and set CHROMIUM_PATH to it.",
  };
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import("@playwright/test");
    return chromium.executablePath();
  } catch {
    return null;
  }
}

// Being there is not enough: on Ubuntu “chromium-browser” may only say that one should use snap.
function runs(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /Chrom/i.test(stdout);
}

function mayUseApt() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}

function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}
