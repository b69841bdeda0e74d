import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import {
  codeOf,
  diskFull,
  type Fault,
  fault,
  folderFault,
  freeBytes,
  tellsOfFullDisk,
} from "../fault";
import { isAlive } from "../processes";
import { type Account, chooseAccount, commandAs } from "./account";
import { type Binaries, findBinaries } from "./binaries";

/** A PostgreSQL cluster of ours: its files, its settings, and as whom it runs. */
export type Cluster = {
  kind: "cluster";
  folder: string;
  /** Where the server writes what it has to say. */
  log: string;
  account: Account;
  binaries: Binaries;
};

/** How PostgreSQL keeps its promises; tests trade durability, which they do not need, for speed. */
export type Durability = "safe" | "none";

/** Kept inside the cluster's folder, so that neither is ever without the other. */
const Settings = z.object({ port: z.number(), password: z.string().min(1) });
export type Settings = z.infer<typeof Settings>;

/** What an empty cluster takes, and some room to write in, in bytes. */
const NEEDED_AT_FIRST = 120_000_000;

/** The one account inside PostgreSQL. */
export const databaseUser = "hindsight";

/** The cluster under a data folder; it is made when there is none. */
export async function findOrCreateCluster(
  dataFolder: string,
  durability: Durability,
): Promise<Cluster | Fault> {
  const binaries = findBinaries();
  if (binaries.kind === "fault") return binaries;
  const folder = join(dataFolder, "postgres");
  const exists = existsSync(folder);
  const unfit = exists ? unfitness(folder, binaries.major) : null;
  if (unfit) return unfit;

  const account = chooseAccount(exists ? folder : null, [
    dataFolder,
    join(binaries.postgres, ".."),
  ]);
  if (account.kind === "fault") return account;
  const log = join(dataFolder, "postgres.log");
  const cluster: Cluster = { kind: "cluster", folder, log, account, binaries };
  if (!exists) return create(cluster, durability);
  if (account.kind === "other") giveAll(folder, account);
  return cluster;
}

/** The port a cluster had last, and its password. */
export function settingsOf(cluster: Cluster): { kind: "read"; settings: Settings } | Fault {
  try {
    const text = readFileSync(settingsFile(cluster.folder), "utf8");
    return { kind: "read", settings: Settings.parse(JSON.parse(text)) };
  } catch {
    return fault(
      `${settingsFile(cluster.folder)}, which holds the password of the database beside it, is missing or damaged: bring it back from a backup, or move ${cluster.folder} aside to begin anew.`,
    );
  }
}

/** Remembers the port a cluster was started on. */
export function rememberPort(cluster: Cluster, settings: Settings, port: number): void {
  if (settings.port !== port) writeSettings(cluster.folder, cluster.account, { ...settings, port });
}

function unfitness(folder: string, major: number): Fault | null {
  const made = versionOf(folder);
  if (made === String(major)) return null;
  if (made === null) {
    return fault(
      `${folder} holds no PostgreSQL data: move it aside, or set DATA_DIR to another folder.`,
    );
  }
  return fault(
    `The data in ${folder} was written by PostgreSQL ${made}, and this Hindsight brings PostgreSQL ${major}, which cannot read it. Nothing was changed. To carry it over: with the Hindsight that wrote it, run “npx hindsight export”; then move the folder aside (mv ${folder} ${folder}-${made}), start this Hindsight, and import what was exported.`,
  );
}

function versionOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}

/**
 * Makes a cluster under a passing name and renames it when it is whole: a start that is
 * interrupted leaves nothing behind that looks like a database.
 */
async function create(cluster: Cluster, durability: Durability): Promise<Cluster | Fault> {
  removeUnfinished(cluster.folder);
  if (freeBytes(dirname(cluster.folder)) < NEEDED_AT_FIRST) return diskFull(cluster.folder);
  const unfinished = `${cluster.folder}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  const passwordFile = `${unfinished}.password`;
  const password = randomBytes(24).toString("base64url");
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    give(unfinished, cluster.account);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    give(passwordFile, cluster.account);
    const outcome = await initialise(cluster, unfinished, [
      `--pwfile=${passwordFile}`,
      ...(durability === "none" ? ["--no-sync"] : []),
    ]);
    if (outcome.kind === "fault") return outcome;
    writeSettings(unfinished, cluster.account, { port: 0, password });
    renameSync(unfinished, cluster.folder);
    return cluster;
  } catch (error) {
    // Another process was faster: its cluster is as good.
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return cluster;
    return folderFault(error, cluster.folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

async function initialise(
  { account, binaries }: Cluster,
  folder: string,
  options: string[],
): Promise<{ kind: "initialised" } | Fault> {
  const { file, args, identity } = commandAs(account, binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${databaseUser}`,
    ...options,
    "--auth=scram-sha-256",
    "--data-checksums",
    "--encoding=UTF8",
    // The same order and the same letters everywhere, whatever the machine's language.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...identity, cwd: "/", env: postgresEnvironment() });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", (error) =>
      resolve(fault(`PostgreSQL could not be started: ${error.message}`)),
    );
    child.once("close", (code) => {
      if (code === 0) resolve({ kind: "initialised" });
      else if (tellsOfFullDisk(output)) resolve(diskFull(folder));
      else resolve(fault(`PostgreSQL could not make its files in ${folder}: ${reasonIn(output)}`));
    });
  });
}

/**
 * The environment that PostgreSQL's programs run in: none of the caller's PG… variables, which
 * would change what they do, and one language, so that what they say can be understood.
 */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

/** The line in which one of PostgreSQL's programs says why it gave up. */
export function reasonIn(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const telling = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1);
  return telling?.replace(/^.*?(FATAL|PANIC|error):\s*/i, "").trim() ?? "it did not say why.";
}

function writeSettings(folder: string, account: Account, settings: Settings): void {
  const file = settingsFile(folder);
  writeFileSync(file, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  give(file, account);
}

function settingsFile(folder: string): string {
  return join(folder, "hindsight.json");
}

function give(path: string, account: Account): void {
  if (account.kind === "other") chownSync(path, account.uid, account.gid);
}

// Root may have copied the folder, say from a backup; then root owns it and PostgreSQL refuses it.
function giveAll(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  if (statSync(folder).uid === 0) spawnSync("chown", ["-R", `${uid}:${gid}`, folder]);
}

function removeUnfinished(folder: string): void {
  const parent = join(folder, "..");
  const unfinished = `${basename(folder)}.new-`;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(unfinished))) {
    const pid = Number.parseInt(name.slice(unfinished.length), 10);
    if (!isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
