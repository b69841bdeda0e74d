import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./fault";

/** Whether the system lists a process, be it one that has ended. */
export function isListed(pid: number): boolean {
  // To the system, 0 and below mean groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, as somebody else's.
    return codeOf(error) === "EPERM";
  }
}

/**
 * Whether a process runs. A process that has ended but whose parent has not yet taken notice
 * (a zombie) does not: in a container nobody may ever do so.
 */
export function isAlive(pid: number): boolean {
  return isListed(pid) && procStatus(pid)?.state !== "Z";
}

/**
 * A text that differs between two processes that had the same number one after the other: the
 * moment the process began, as the system keeps it. Null when there is no such process.
 */
export function beginningOf(pid: number): string | null {
  const status = procStatus(pid);
  if (status) return status.began;
  const { stdout, status: code } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  return code === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}

/** Whether a process works in a folder; macOS only shows whether it was started with it. */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes(folder);
}

/** The processes that work in a folder. */
export function processesIn(folder: string): number[] {
  if (process.platform === "linux") {
    const numbers = readdirSync("/proc").map(Number);
    return numbers.filter((pid) => Number.isInteger(pid) && isAlive(pid) && worksIn(pid, folder));
  }
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,command="], { encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes(folder));
  return lines.map((line) => Number.parseInt(line, 10));
}

/** Waits until a process has ended, at most so many milliseconds; false when it still runs. */
export async function ended(pid: number, within: number): Promise<boolean> {
  const deadline = performance.now() + within;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function procStatus(pid: number): { state: string; began: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", began: fields[19] ?? "" };
  } catch {
    return null;
  }
}
