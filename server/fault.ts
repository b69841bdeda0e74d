import { statfsSync } from "node:fs";
import { userInfo } from "node:os";

/** Why something could not be done: one sentence or two for a person, with what to do about it. */
export type Fault = { kind: "fault"; sentence: string };

export function fault(sentence: string): Fault {
  return { kind: "fault", sentence };
}

/** Whether an outcome is a fault, for outcomes that have other kinds besides. */
export function isFault(outcome: { kind: string }): outcome is Fault {
  return outcome.kind === "fault";
}

/** The code that Node or PostgreSQL gave an error ("EACCES", "28P01"); empty when there is none. */
export function codeOf(error: unknown): string {
  const coded = typeof error === "object" && error !== null && "code" in error;
  return coded && typeof error.code === "string" ? error.code : "";
}

/** What an error says of itself. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message || codeOf(error) || "unknown error";
}

/**
 * Says in a sentence why a folder cannot be used. Errors that do not come from the folder's
 * state (a full disk, missing rights) are bugs and are thrown again.
 */
export function folderFault(error: unknown, folder: string): Fault {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(folder);
    case "EACCES":
    case "EPERM":
      return fault(
        `Hindsight may not write to ${folder}: make it writable for the account “${userInfo().username}”, or set DATA_DIR to a folder that is.`,
      );
    case "EROFS":
    // Node's answer when it should make a folder within one on a read-only disk.
    case "ENOENT":
      return fault(
        `${folder} cannot be written, its disk may be read-only: set DATA_DIR to another folder.`,
      );
    case "ENOTDIR":
    case "EEXIST":
      return fault(
        `${folder} cannot be a folder because a file has that name: set DATA_DIR to another.`,
      );
    default:
      throw error;
  }
}

/** The room on the disk that holds a folder, in bytes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export function diskFull(folder: string): Fault {
  return fault(
    `The disk that holds ${folder} is full: make room there, or set DATA_DIR to a folder on another disk.`,
  );
}

/** Whether what a program printed says that a disk is full. */
export function tellsOfFullDisk(output: string): boolean {
  return /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i.test(output);
}
