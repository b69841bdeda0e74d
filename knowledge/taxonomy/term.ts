import { z } from "zod";

import { distinct, line, text } from "#knowledge/text/fields";
import { Slug } from "#knowledge/text/slug";
import { readYaml } from "#knowledge/text/yaml-source";

/** A word that a reader of incident accounts needs, explained. */
export const Term = z.strictObject({
  slug: Slug,
  term: line(80),
  /** Other names; they are marked in texts like the term itself. */
  aka: distinct(line(80)),
  means: text(1_000),
  /** Slugs of classes or of other terms. */
  see: distinct(Slug),
});

export type Term = z.infer<typeof Term>;

/** Reads `glossary.yaml`, a list of terms; all its faults at once. */
export function readGlossary(source: string, file: string) {
  return readYaml(source, file, z.array(Term));
}
