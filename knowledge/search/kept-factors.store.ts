import { z } from "zod";

import { rows } from "#knowledge/database/query";
import { Role, Standing } from "#knowledge/incident/vocabulary";

import { keptPerDatabase } from "./block-version.store";
import type { FactorsOfAll } from "./condition";
import { DocumentIds } from "./document-ids";
import { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";
import { blockSize } from "./posting-key";

const FactorGroup = z.object({
  role: Role,
  standing: Standing,
  /** All classes of these factors. */
  classes: z.array(z.string()),
  documents: DocumentIds.transform((ids) => Uint32Array.from(ids)),
});
/** Documents with a factor of just this role, standing and classes. */
type FactorGroup = z.infer<typeof FactorGroup>;

const Row = FactorGroup.extend({ key: z.string(), block: z.number() });

/** The factors of a class, which a query for several classes in one factor looks at. */
const factorsOfClass = keptPerDatabase<FactorGroup[], readonly FactorGroup[]>({
  async load(keys, blocks) {
    const found = await rows(
      Row,
      `SELECT "key", "documentId" / ${blockSize} AS "block", "role"::text, "standing"::text, "classes",
         string_agg(int4send("documentId"), ''::bytea) AS "documents"
       FROM (SELECT f."classSlug" AS "key", f."documentId", f."rowId", min(f."role") AS "role",
           min(f."standing") AS "standing", array_agg(o."classSlug" ORDER BY o."classSlug") AS "classes"
         FROM "FactorClass" f JOIN "FactorClass" o USING ("documentId", "rowId")
         WHERE f."classSlug" = ANY($1::text[]) AND f."documentId" / ${blockSize} = ANY($2::int[])
         GROUP BY 1, 2, 3) AS factor
       GROUP BY 1, 2, 3, 4, 5`,
      [keys, blocks],
    );
    const parts = new Map<string, [string, number, FactorGroup[]]>();
    for (const { key, block, ...group } of found) {
      const part = parts.get(`${block} ${key}`) ?? [key, block, []];
      part[2].push(group);
      parts.set(`${block} ${key}`, part);
    }
    return [...parts.values()];
  },
  assemble: (parts) => [...parts.values()].flat(),
  weigh: (groups) =>
    groups.reduce((sum, { documents }) => sum + documents.byteLength + groupBytes, 0),
  limit: 48_000_000,
});

/** What a group takes besides its documents, in bytes. */
const groupBytes = 300;

/** The factors that have every one of these classes, at least one, as groups of what they have. */
export async function factorsWithAll(classes: readonly string[]): Promise<FactorsOfAll[]> {
  const [first = "", ...others] = classes;
  const groups = (await factorsOfClass([first])).get(first) ?? [];
  const merged = new Map<string, Omit<FactorsOfAll, "documents"> & { parts: Uint32Array[] }>();
  for (const { role, standing, classes: had, documents } of groups) {
    if (!others.every((slug) => had.includes(slug))) continue;
    for (const slug of had) {
      const key = `${role} ${standing} ${slug}`;
      const one = merged.get(key) ?? { role, standing, class: slug, parts: [] };
      one.parts.push(documents);
      merged.set(key, one);
    }
  }
  return [...merged.values()].map(({ parts, ...factors }) => ({
    ...factors,
    documents: DocumentSet.union(parts.map((ids) => DocumentSet.of(ids))),
  }));
}

/**
 * How many factors of each document have one of these classes and are such as `isMatching` says, which
 * is told all classes of a factor.
 */
export async function countFactorsAmong(
  classes: readonly string[],
  isMatching: (factor: Pick<FactorGroup, "role" | "standing" | "classes">) => boolean,
): Promise<DocumentSums> {
  const wanted = new Set(classes);
  const groups = await factorsOfClass(classes);
  const sums = new DocumentSums();
  for (const [slug, ofClass] of groups) {
    for (const group of ofClass) {
      // A factor stands under each of its classes, and is counted under the first of those wanted.
      if (group.classes.find((one) => wanted.has(one)) !== slug || !isMatching(group)) continue;
      sums.addEach(group.documents, 1);
    }
  }
  return sums;
}
