import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { codeOf, type Fault, fault, folderFault } from "./fault";
import { beginningOf, isAlive } from "./processes";

const Claim = z.object({ pid: z.number(), began: z.string().nullable(), address: z.string() });
type Claim = z.infer<typeof Claim>;

/** Makes sure that the data folder is there and can be written. */
export function prepareDataFolder(folder: string): { kind: "ready" } | Fault {
  try {
    if (mkdirSync(folder, { recursive: true }) !== undefined) {
      // For root, PostgreSQL runs as another account, which has to pass through to its own part.
      chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    const trial = join(folder, `.trial-${process.pid}`);
    writeFileSync(trial, "");
    rmSync(trial);
    return { kind: "ready" };
  } catch (error) {
    return folderFault(error, folder);
  }
}

/** The secret that signs cookies: kept in the data folder, made at the first start. */
export function secretIn(folder: string): string {
  const file = join(folder, "secret");
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * Claims the data folder for this process, so that two servers never share one. The claim of a
 * process that has ended, however it ended, does not count.
 */
export async function claimDataFolder(
  folder: string,
  address: string,
): Promise<{ kind: "claimed"; release: () => void } | Fault> {
  const file = claimFile(folder);
  const claim: Claim = { pid: process.pid, began: beginningOf(process.pid), address };
  for (;;) {
    try {
      writeFileSync(file, `${JSON.stringify(claim)}\n`, { flag: "wx" });
      return { kind: "claimed", release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return folderFault(error, folder);
    }
    const holder = await claimOn(folder);
    if (holder) return alreadyRunning(holder, folder);
    rmSync(file, { force: true });
  }
}

/** The server that runs on a data folder at present, or null. */
export async function claimOn(folder: string): Promise<Claim | null> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const claim = readClaim(claimFile(folder));
    if (claim !== "unreadable") return claim && holds(claim) ? claim : null;
    // Its owner is perhaps just writing it.
    await sleep(50);
  }
  return null;
}

function readClaim(file: string): Claim | null | "unreadable" {
  try {
    return Claim.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    return codeOf(error) === "ENOENT" ? null : "unreadable";
  }
}

function holds({ pid, began }: Claim): boolean {
  return isAlive(pid) && beginningOf(pid) === began;
}

function alreadyRunning({ pid, address }: Claim, folder: string): Fault {
  return fault(
    `Hindsight already runs on ${folder}: see ${address} (process ${pid}). Stop that one first, or give this one its own folder and port: DATA_DIR=.data-2 PORT=3001 npm start`,
  );
}

function claimFile(folder: string): string {
  return join(folder, "running.json");
}
