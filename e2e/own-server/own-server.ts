import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { contentFolder } from "../support/library";

export const project = fileURLToPath(new URL("../..", import.meta.url));

/** What became of one run of the command line. */
export type Ran = { code: number | null; said: string; complained: string };

/** A server whose database, content and life belong to the tests that asked for it. */
export type OwnServer = {
  url: string;
  /** The process that serves. */
  pid: number;
  dataFolder: string;
  /** A copy of the content that ships, which it has imported; tests change it. */
  content: string;
  /** Runs a verb of the command line against its data. */
  hindsight: (...args: string[]) => Promise<Ran>;
  /** All that it has said so far. */
  said: () => string;
  /** The process of its PostgreSQL. */
  postgres: () => number;
  stop: () => Promise<void>;
};

/** Starts a server on an empty data folder; it imports the content that ships. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "hindsight-own-"));
  const dataFolder = join(folder, "data");
  const content = join(folder, "content");
  cpSync(contentFolder, content, { recursive: true });
  const served = await serve(project, dataFolder);
  return {
    ...served,
    dataFolder,
    content,
    hindsight: (...args) => run(args, dataFolder),
    postgres: () =>
      Number(readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]),
    stop: async () => {
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Serves what is in `dataFolder` with the program in `programFolder`, until it is stopped or killed;
 * on any free port, or on this one.
 */
export async function serve(programFolder: string, dataFolder: string, port = 0) {
  const child = hindsight(programFolder, ["start"], dataFolder, port);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const url = await addressIn(() => said, child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { url, pid: child.pid ?? 0, said: () => said, stop, kill };
}

/** The link by which the first admin comes; a server prints it just after it says that it is ready. */
export async function setUpLink(said: () => string): Promise<string> {
  for (let waited = 0; waited < 100; waited += 1) {
    const link = /http\S+\/setup\S+/.exec(said())?.[0];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The start printed no link to set the site up. It said:\n${said()}`);
}

async function addressIn(said: () => string, child: ChildProcess): Promise<string> {
  const deadline = performance.now() + 240_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const url = /Hindsight is ready on (\S+)/.exec(said())?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not come up. It said:\n${said()}`);
}

function run(args: readonly string[], dataFolder: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = hindsight(project, args, dataFolder);
    const ran: Ran = { code: null, said: "", complained: "" };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (ran.said += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (ran.complained += text));
    child.once("close", (code) => resolve({ ...ran, code }));
  });
}

function hindsight(
  programFolder: string,
  args: readonly string[],
  dataFolder: string,
  port = 0,
): ChildProcess {
  return spawn(process.execPath, [join(programFolder, "bin/hindsight.mjs"), ...args], {
    cwd: programFolder,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
