import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { writeDocument } from "#knowledge/incident/write-document";
import type { Fault } from "#knowledge/text/fault";

import type { IncidentFile } from "./content";
import { examineContent } from "./read-content";

export interface Checked {
  /** How many files were read. */
  readonly files: number;
  readonly faults: Fault[];
  /** Names of the files that were brought into our style. */
  readonly fixed: string[];
}

/**
 * Checks a whole content folder: every fault of its files, and that each document stands in the one
 * style in which documents are written, byte for byte. With `fix` documents in another style are
 * written anew; what they say does not change.
 */
export async function checkContent(folder: string, { fix }: { fix: boolean }): Promise<Checked> {
  const { content, faults } = await examineContent(folder);
  const fixed: string[] = [];
  for (const incident of content.incidents) {
    const written = writeDocument(incident.document);
    if (written === incident.source) continue;
    if (fix) {
      await replaceFile(join(folder, incident.file), written);
      fixed.push(incident.file);
    } else {
      faults.push(styleFault(incident, written));
    }
  }
  return { files: content.files.length, faults, fixed };
}

// Renamed into place, so that nobody ever finds half a document.
async function replaceFile(path: string, source: string): Promise<void> {
  const whole = `${path}.new`;
  await writeFile(whole, source);
  await rename(whole, path);
}

function styleFault({ file, source }: IncidentFile, written: string): Fault {
  const wanted = written.split("\n");
  const line = source.split("\n").findIndex((found, at) => found !== wanted[at]) + 1;
  const message =
    "expected our style from this line on, found another; hindsight check --fix rewrites it";
  return { file, line: Math.max(1, line), message };
}
