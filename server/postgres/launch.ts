import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, diskFull, type Fault, fault, freeBytes, tellsOfFullDisk } from "../fault";
import { ended } from "../processes";
import { commandAs } from "./account";
import { type Cluster, type Durability, postgresEnvironment, reasonIn } from "./cluster";
import { forgetPostmaster, type Postmaster, postmasterOf } from "./postmaster";

export type Launched =
  | { kind: "launched"; postmaster: Postmaster }
  | { kind: "port-taken" }
  | Fault;

/** After a crash PostgreSQL replays what it had not yet written; longer than this is a fault. */
const PATIENCE = 120_000;

/** With less room on the disk than this, in bytes, that is why something failed. */
const LEAST_ROOM = 1_000_000;

/** The log is for the last days' troubles, so it may not grow for ever. In bytes. */
const LONGEST_LOG = 5_000_000;

/** Starts a cluster's server and waits until it answers. */
export async function launch(
  cluster: Cluster,
  port: number,
  durability: Durability,
): Promise<Launched> {
  await forgetPostmaster(cluster.folder);
  const logged = shortenLog(cluster.log);
  const log = openSync(cluster.log, "a", 0o600);
  const { file, args, identity } = commandAs(cluster.account, cluster.binaries.postgres, [
    "-D",
    cluster.folder,
    "-p",
    String(port),
    ...settings(durability).flatMap((setting) => ["-c", setting]),
  ]);
  // In a group of its own: a Ctrl-C in the terminal is for us, and we stop PostgreSQL when the
  // last request has been answered.
  const child = spawn(file, args, {
    ...identity,
    cwd: "/",
    detached: true,
    env: postgresEnvironment(),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const failure = { message: "" };
  child.once("error", (error) => {
    failure.message = error.message;
  });

  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    await sleep(10);
    const postmaster = postmasterOf(cluster.folder);
    if (postmaster?.status === "ready") return { kind: "launched", postmaster };
    if (failure.message !== "") return fault(`PostgreSQL could not be started: ${failure.message}`);
    if (child.exitCode !== null || child.signalCode !== null) {
      return whyItEnded(cluster, readFileSync(cluster.log, "utf8").slice(logged));
    }
  }
  return fault(`PostgreSQL did not become ready in two minutes; ${cluster.log} may say why.`);
}

/** Waits until a server that is starting or stopping has done so: ready, or gone (null). */
export async function settled(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const postmaster = postmasterOf(cluster.folder);
    if (postmaster === null || postmaster.status === "ready") return postmaster;
    if (performance.now() > deadline) return postmaster;
    await sleep(50);
  }
}

/**
 * Stops a server: it ends its sessions and writes everything down (“fast”). When that takes too
 * long it is told to stop at once, which costs nothing but a recovery at the next start.
 */
export async function halt({ pid }: Postmaster): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (codeOf(error) === "ESRCH") return;
      throw error;
    }
    if (await ended(pid, 20_000)) return;
  }
}

function settings(durability: Durability): string[] {
  const common = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=60",
    "shared_buffers=128MB",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] ",
    // After a crash every file is synced before anything else: one by one that took ten seconds.
    `recovery_init_sync_method=${process.platform === "linux" ? "syncfs" : "fsync"}`,
  ];
  const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  return durability === "none" ? [...common, ...careless] : common;
}

function whyItEnded(cluster: Cluster, output: string): Launched {
  // On a full disk there may have been no room for saying so.
  const full = tellsOfFullDisk(output) || freeBytes(cluster.folder) < LEAST_ROOM;
  if (full) return diskFull(cluster.folder);
  if (/could not (bind|create any TCP)|Address already in use/i.test(output))
    return { kind: "port-taken" };
  if (/has invalid permissions/i.test(output)) {
    return fault(
      `PostgreSQL does not use ${cluster.folder}, as others on this machine could read it; a copied or restored folder is often so. Nothing was changed: run chmod 700 ${cluster.folder} and start again.`,
    );
  }
  return fault(
    `PostgreSQL did not start: ${reasonIn(output)} (more in ${cluster.log}). If its files are damaged, bring ${cluster.folder} back from a backup, or move it aside to begin anew.`,
  );
}

function shortenLog(file: string): number {
  try {
    const { size } = statSync(file);
    if (size <= LONGEST_LOG) return size;
    truncateSync(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  return 0;
}
