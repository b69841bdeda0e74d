import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { halt } from "./postgres/launch";
import { postmasterOf } from "./postgres/postmaster";
import { projectFolder } from "./project";

const FIRST = 240_000;

// A first start makes a database and imports all content, which need not be done for every test.
let stopped: string | null = null;
let data = "";
const started: ChildProcess[] = [];

beforeEach(() => {
  data = newFolder();
  if (stopped !== null) copyOf(stopped, data);
});
afterAll(() => {
  if (stopped !== null) rmSync(stopped, { recursive: true, force: true });
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  const left = postmasterOf(join(data, "postgres"));
  if (left) await halt(left);
  rmSync(data, { recursive: true, force: true });
});

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "hindsight-start-"));
}

function copyOf(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  // From Node 22 on a copied folder is open to others, and PostgreSQL refuses such a one.
  chmodSync(join(to, "postgres"), 0o700);
}

type Running = {
  child: ChildProcess;
  url: string;
  output: () => string;
  exit: Promise<number | null>;
};

function launch(environment: Record<string, string> = {}): Omit<Running, "url"> {
  const child = spawn(process.execPath, [join(projectFolder, "bin", "hindsight.mjs"), "start"], {
    cwd: projectFolder,
    env: { ...process.env, PORT: "0", DATA_DIR: data, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => {
    child.once("close", (code) => resolve(code));
  });
  return { child, output: () => output, exit };
}

async function ready(): Promise<Running> {
  const running = launch();
  const said = /Hindsight is ready on (\S+)/;
  await expect
    .poll(() => said.test(running.output()) || running.child.exitCode !== null, { timeout: FIRST })
    .toBe(true);
  const url = said.exec(running.output())?.[1];
  if (url === undefined) throw new Error(`It did not start:\n${running.output()}`);
  return { ...running, url };
}

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

const postgres = () => postmasterOf(join(data, "postgres"));

describe("hindsight start", () => {
  test("serves from an empty folder on, and on SIGTERM stops everything and ends well", async () => {
    const { child, url, exit } = await ready();
    expect(await statusOf(`${url}/healthz`)).toBe(200);
    expect(postgres()).not.toBeNull();
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(postgres()).toBeNull();
    expect(existsSync(join(data, "running.json"))).toBe(false);
    stopped = newFolder();
    copyOf(data, stopped);
  });

  test("takes Ctrl-C twice, as npm sends it, for one", async () => {
    const { child, exit } = await ready();
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect(await exit).toBe(0);
    expect(postgres()).toBeNull();
  });

  test("finds its PostgreSQL again after it was killed", async () => {
    const first = await ready();
    first.child.kill("SIGKILL");
    await first.exit;
    const left = postgres();
    expect(left).not.toBeNull();

    const second = await ready();
    expect(postgres()?.pid).toBe(left?.pid);
    expect(await statusOf(`${second.url}/healthz`)).toBe(200);
    second.child.kill("SIGTERM");
    expect(await second.exit).toBe(0);
    expect(postgres()).toBeNull();
  });

  test("refuses a second server on the same data, and the first goes on", async () => {
    const first = await ready();
    const second = launch();
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain("already runs on");
    expect(second.output()).toContain(String(first.child.pid));
    expect(await statusOf(`${first.url}/healthz`)).toBe(200);
  });

  test("says at once that its port is taken", async () => {
    const first = await ready();
    const port = new URL(first.url).port;
    const elsewhere = newFolder();
    const second = launch({ PORT: port, DATA_DIR: elsewhere });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use`);
    expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test("names all faults of its settings and touches nothing", async () => {
    const nowhere = join(data, "not-made");
    const refused = launch({ PORT: "x", SECRET: "short", DATA_DIR: nowhere });
    expect(await refused.exit).toBe(1);
    expect(refused.output()).toMatch(/PORT=x.*\n.*SECRET/);
    expect(existsSync(nowhere)).toBe(false);
  });

  test("keeps its secret from one start to the next", async () => {
    const first = await ready();
    const secret = readFileSync(join(data, "secret"), "utf8");
    first.child.kill("SIGTERM");
    await first.exit;
    const second = await ready();
    expect(readFileSync(join(data, "secret"), "utf8")).toBe(secret);
    second.child.kill("SIGTERM");
    await second.exit;
  });
});
