import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { writeDocument } from "#knowledge/incident/write-document";
import { readContent } from "#knowledge/library/read-content";
import { slugOf } from "#knowledge/text/slug-of";

import { chanceFrom } from "./chance";
import { type Donor, recombined } from "./generated-document";

export type Generation = {
  /** The content folder whose documents are recombined. */
  from: string;
  /** The folder to write; made where it is missing. */
  to: string;
  /** How many documents to make besides those of `from`. */
  count: number;
  /** The same seed gives the same bytes. */
  seed: number;
  stop?: AbortSignal | undefined;
};

/**
 * Writes a content folder with everything that `from` has and so many documents more. These are
 * recombined from the others: each row is one that a person wrote, several documents give rows to
 * one, and what one row names (source, class, incident) is there. It passes `hindsight check`.
 * Throws when `from` does not.
 */
export async function writeGeneratedContent(generation: Generation): Promise<void> {
  const { from, to, count, seed, stop } = generation;
  const read = await readContent(from);
  if (read.kind === "faulty") throw new Error(`${from}: ${read.faults[0]?.message}`);
  const { content } = read;
  const donors: Donor[] = content.incidents.map(({ slug, document }) => ({ slug, document }));
  const classes = content.families.flatMap((family) => family.classes.map(({ slug }) => slug));

  await cp(from, to, { recursive: true });
  await mkdir(path.join(to, "incidents"), { recursive: true });
  const incidents = donors.map(({ slug }) => slug);
  const taken = new Set(incidents);
  for (let number = 1; number <= count; number += 1) {
    stop?.throwIfAborted();
    const chance = chanceFrom(seed * 1_000_003 + number);
    const document = recombined({ donors, incidents, classes, chance });
    const title = document.record.title ?? "untitled";
    const slug = slugOf(`${title} ${number}`, taken, { words: 20, characters: 70 });
    await writeFile(path.join(to, "incidents", `${slug}.md`), writeDocument(document));
    taken.add(slug);
    incidents.push(slug);
  }
}
