import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";

import { readPostMortemBytes } from "#knowledge/review/post-mortem/read-post-mortem";
import { readingSummary, type ReadingSummary } from "#knowledge/review/post-mortem/reading-summary";
import { codeOf, messageOf } from "#server/fault";
import { complain, say } from "#server/progress";

const usage = "hindsight read FILE…";

/** More than this of a file is not even loaded, in bytes. */
const longestFile = 200_000_000;

/**
 * `hindsight read`: what is understood of other people's post-mortems, one JSON line a file. Changes
 * nothing and needs no database. A file that cannot be read has a line that says so, and the exit
 * code is 1.
 */
export async function run(args: string[]): Promise<number> {
  const files = filesIn(args);
  if (files.length === 0) {
    complain(`Expected the name of a file, and no options.\nUsage: ${usage}`);
    return 1;
  }
  let code = 0;
  for (const file of files) {
    const summary = await summaryOf(file);
    if (summary.incidents === 0) code = 1;
    say(JSON.stringify(summary));
  }
  return code;
}

/** The files that arguments name; none where an option stands among them. */
function filesIn(args: string[]): string[] {
  // Not by way of `server/command`, which opens the database.
  try {
    return parseArgs({ args, options: {}, allowPositionals: true }).positionals;
  } catch {
    return [];
  }
}

async function summaryOf(file: string): Promise<ReadingSummary> {
  try {
    const { size } = await stat(file);
    if (size > longestFile)
      return unread(
        file,
        `It holds ${Math.round(size / 1e6)} MB; at most ${longestFile / 1e6} MB are read.`,
      );
    return readingSummary(file, readPostMortemBytes(await readFile(file), file));
  } catch (error) {
    return unread(file, reasonOf(error));
  }
}

/** The errors of a file system in words; any other is a bug and is thrown again. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "There is no such file.";
    case "EISDIR":
      return "This is a folder, not a file.";
    case "EACCES":
    case "EPERM":
      return "The file may not be read by this account.";
    case "":
      throw error;
    default:
      return `The file could not be read: ${messageOf(error)}.`;
  }
}

function unread(file: string, why: string): ReadingSummary {
  return {
    file,
    title: null,
    started: null,
    timeline: [],
    sections: [],
    actions: [],
    hasRootCause: false,
    incidents: 0,
    warnings: [why],
  };
}
