import { z } from "zod";

import { distinct, line, list, text } from "#knowledge/text/fields";
import { Slug } from "#knowledge/text/slug";
import { readYaml } from "#knowledge/text/yaml-source";

const longestName = 80;
const longestTest = 600;

/** A failure class: how something contributed to an incident, never who. The key order is that of the file. */
export const FailureClass = z.strictObject({
  slug: Slug,
  name: line(longestName),
  /** One sentence: the test for membership. */
  means: text(longestTest),
  /** The neighbours it is confused with, and the difference. */
  not: text(longestTest),
  /** What people type when they search for it. */
  aka: distinct(line(longestName)),
});

/** Classes of one kind, in the order in which the map shows them. */
export const Family = z.strictObject({
  slug: Slug,
  name: line(longestName),
  classes: list(FailureClass),
});

/** `taxonomy.yaml`: every family with its classes. Slugs of classes are permanent. */
const Taxonomy = z.strictObject({ families: list(Family) });

export type FailureClass = z.infer<typeof FailureClass>;
export type Family = z.infer<typeof Family>;
type Taxonomy = z.infer<typeof Taxonomy>;

/** Reads `taxonomy.yaml`; all its faults at once. */
export function readTaxonomy(source: string, file: string) {
  return readYaml(source, file, Taxonomy);
}

/** All classes, family by family. */
export function classesOf({ families }: { families: readonly Family[] }): FailureClass[] {
  return families.flatMap(({ classes }) => classes);
}
