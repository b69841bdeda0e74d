import { parseArgs, type ParseArgsConfig } from "node:util";

import { closeDatabase } from "#knowledge/database/client";
import type { Fault } from "#knowledge/text/fault";

import { readConfiguration } from "./configuration";
import { refuse, withDatabase } from "./database";
import { isFault } from "./fault";
import { complain } from "./progress";

/** The arguments of a verb, or the sentence that says what is wrong with them. */
export function readArguments<Options extends ParseArgsConfig["options"]>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return {
      kind: "read" as const,
      ...parseArgs({ args: [...args], options, allowPositionals: true }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "faulty" as const, sentence: `${why}\nUsage: ${usage}` };
  }
}

/** Runs a verb's work with the database open and this process connected to it; gives the exit code. */
export async function commandWithDatabase(work: () => Promise<number>): Promise<number> {
  const read = readConfiguration(process.env);
  if (read.kind === "faulty") return refuse(...read.faults);
  const done = await withDatabase(read.configuration, async (url) => {
    process.env.DATABASE_URL = url;
    try {
      return await work();
    } finally {
      await closeDatabase();
    }
  });
  return isFault(done) ? refuse(done.sentence) : done.result;
}

/** Prints faults of content as `file:line: what is wrong`, one a line, and how many there are. */
export function complainOfContent(faults: readonly Fault[]): void {
  for (const { file, line, message } of faults) complain(`${file}:${line}: ${message}`);
  complain(
    faults.length === 1 ? "1 fault in the content." : `${faults.length} faults in the content.`,
  );
}
