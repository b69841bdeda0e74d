import { closeDatabase } from "#knowledge/database/client";
import { importContent } from "#knowledge/library/import";

/**
 * Imports a content folder into the database of `DATABASE_URL` and prints, as its last line, how long
 * that took: a process of its own, so that each import begins with an empty memory and the memory it
 * took is its own. What was loaded and started before is not counted.
 */
const [, , folder = ""] = process.argv;
const before = process.cpuUsage();
const began = performance.now();
let planned = began;
const outcome = await importContent({
  folder,
  say: () => {
    // The plan is said first, when everything has been read and checked.
    if (planned === began) planned = performance.now();
  },
});
const milliseconds = performance.now() - began;
const { user, system } = process.cpuUsage(before);
await closeDatabase();
if (outcome.kind !== "applied") throw new Error(`${folder} was not applied but ${outcome.kind}`);
const { maxRSS } = process.resourceUsage();
const figures = {
  documents: outcome.steps.length,
  milliseconds,
  reading: planned - began,
  // Of all threads, the collector's too; stories are rendered by a process of its own.
  processor: (user + system) / 1000,
  memory: maxRSS * 1024,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
