import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

import { runNode } from "#server/child";
import { contentFolder, projectFolder } from "#server/project";

import { writeGeneratedContent } from "./generated-content";
import { print } from "./print";
import { table } from "./table";
import { busyMilliseconds, type OwnPostgres } from "./temporary-database";
import { withTemporaryFolder } from "./temporary-folder";

export type ImportBench = {
  postgres: OwnPostgres;
  /** How many generated documents to import besides the shipped ones, each in a run of its own. */
  counts: readonly number[];
  stop: AbortSignal;
};

const Measured = z.object({
  documents: z.number(),
  milliseconds: z.number(),
  reading: z.number(),
  processor: z.number(),
  memory: z.number(),
});

const SEED = 1;

/**
 * Measures how long it takes to import content into an empty database: what ships, then that and so
 * many generated documents. Time that is the same for each document from line to line grows linearly;
 * that of the processor says so even on a machine that has other things to do.
 */
export async function benchImports({ postgres, counts, stop }: ImportBench): Promise<void> {
  const rows = [await importOf(contentFolder, postgres, stop)];
  for (const count of counts) {
    const row = await withTemporaryFolder(async (folder) => {
      const to = path.join(folder, "content");
      await writeGeneratedContent({ from: contentFolder, to, count, seed: SEED, stop });
      return importOf(to, postgres, stop);
    });
    rows.push(row);
  }
  print("\nImport into an empty database, the server up; ms per document:");
  const head = [
    "documents",
    "seconds",
    "ms each",
    "to the plan",
    "in PostgreSQL",
    "rest",
    "Node's CPU",
    "MB",
  ];
  print(table(head, rows));
}

async function importOf(
  folder: string,
  { withEmpty }: OwnPostgres,
  stop: AbortSignal,
): Promise<string[]> {
  return withEmpty(async (url) => {
    stop.throwIfAborted();
    const script = fileURLToPath(new URL("import-once.ts", import.meta.url));
    const command = ["--import", "tsx", script, folder];
    const { code, output } = await runNode(command, { DATABASE_URL: url }, projectFolder, stop);
    stop.throwIfAborted();
    if (code !== 0) throw new Error(`the import of ${folder} failed:\n${output}`);
    const measured = Measured.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
    const { documents, milliseconds, reading, processor, memory } = measured;
    const inPostgres = await busyMilliseconds(url);
    const each = (time: number) => (time / documents).toFixed(2);
    return [
      String(documents),
      (milliseconds / 1000).toFixed(1),
      each(milliseconds),
      each(reading),
      each(inPostgres),
      each(milliseconds - reading - inPostgres),
      each(processor),
      (memory / 1_000_000).toFixed(0),
    ];
  });
}
