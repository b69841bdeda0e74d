import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, isListed, processesIn, worksIn } from "../processes";

/** What a running PostgreSQL tells of itself in its folder (`postmaster.pid`). */
export type Postmaster = { pid: number; port: number; status: string };

/**
 * The PostgreSQL server that runs on a cluster's folder, or null. A file left behind by a crash
 * does not count, also when its number belongs to some other program by now.
 */
export function postmasterOf(cluster: string): Postmaster | null {
  const [pid, , , port, , , , status] = readLines(join(cluster, "postmaster.pid"));
  const postmaster = { pid: Number(pid), port: Number(port), status: status?.trim() ?? "starting" };
  if (!Number.isInteger(postmaster.pid) || postmaster.pid <= 0) return null;
  return isAlive(postmaster.pid) && worksIn(postmaster.pid, realpathSync(cluster))
    ? postmaster
    : null;
}

/**
 * Removes what a server that crashed left behind, where PostgreSQL itself would refuse to start:
 * it takes any process with that number for the server, even one that has ended but is still
 * listed, or another program that got the number.
 *
 * The remaining processes of the crashed server must be gone first; they go by themselves.
 */
export async function forgetPostmaster(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  const recorded = Number(readLines(file)[0]);
  if (!isListed(recorded) || postmasterOf(cluster)) return;
  const folder = realpathSync(cluster);
  const deadline = performance.now() + 10_000;
  while (processesIn(folder).length > 0 && performance.now() < deadline) await sleep(50);
  if (processesIn(folder).length === 0) rmSync(file, { force: true });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
