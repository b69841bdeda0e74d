import { z } from "zod";

import { rows } from "#knowledge/database/query";

import { keptPerDatabase } from "./block-version.store";
import { blockSize } from "./posting-key";

/** What incidents can be counted by that has too many values for postings. */
export type NameKind = "organization" | "product";

/**
 * Which names the documents of a block have: those of document `d` of the block are the numbers in
 * `names` from `starts[d]` to before `starts[d + 1]`.
 */
export interface NamesOfBlock {
  readonly starts: Uint32Array;
  readonly names: Uint32Array;
}

// Names have numbers, so that counting them is adding to a place in a list. They are few, and the
// same in each database that a process sees, so they are never forgotten.
const numberOf = new Map<string, number>();
const slugs: string[] = [];

function numberFor(slug: string): number {
  const known = numberOf.get(slug);
  if (known !== undefined) return known;
  numberOf.set(slug, slugs.length);
  return slugs.push(slug) - 1;
}

// Which names there are in the order of their slugs, and where each stands among them.
let inOrder: readonly number[] = [];
let ranks = new Uint32Array();

/** Of each number the place of its slug among all that have one. */
export function slugRanks(): Uint32Array {
  if (ranks.length < slugs.length) {
    const fresh = slugs
      .map((_, number) => number)
      .slice(ranks.length)
      .toSorted((a, b) => (slugOfName(a) < slugOfName(b) ? -1 : 1));
    inOrder = merged(inOrder, fresh);
    ranks = new Uint32Array(slugs.length);
    for (const [place, number] of inOrder.entries()) ranks[number] = place;
  }
  return ranks;
}

/** Two lists that are in the order of slugs as one: a new name does not have all put in order again. */
function merged(many: readonly number[], few: readonly number[]): number[] {
  const all: number[] = [];
  let next = 0;
  for (const number of few) {
    const slug = slugOfName(number);
    while (next < many.length && slugOfName(many[next] ?? 0) < slug) all.push(many[next++] ?? 0);
    all.push(number);
  }
  for (; next < many.length; next++) all.push(many[next] ?? 0);
  return all;
}

/** The slug that has a number in `NamesOfBlock`. */
export function slugOfName(number: number): string {
  return slugs[number] ?? "";
}

/** How many numbers are given. */
export function nameNumbers(): number {
  return slugs.length;
}

// An incident of a part counts for what it is a part of.
const statements: Record<NameKind, string> = {
  organization: `
    WITH RECURSIVE above AS (
      SELECT "slug", "slug" AS "is" FROM "Organization"
      UNION SELECT a."slug", o."parentSlug" FROM above a JOIN "Organization" o ON o."slug" = a."is"
      WHERE o."parentSlug" IS NOT NULL)
    SELECT DISTINCT x."documentId", a."is" AS "slug" FROM above a
    JOIN "IncidentOrganization" x ON x."organizationSlug" = a."slug"
    JOIN wanted w ON x."documentId" BETWEEN w."first" AND w."last"`,
  product: `
    SELECT x."documentId", x."productSlug" AS "slug" FROM "IncidentProduct" x
    JOIN wanted w ON x."documentId" BETWEEN w."first" AND w."last"`,
};

const Named = z.object({
  block: z.number(),
  slugs: z.array(z.string()),
  ids: z.instanceof(Buffer),
});

/** The names of documents in each of these blocks. */
async function namesOfBlocks(
  kind: NameKind,
  blocks: readonly number[],
): Promise<[block: number, names: NamesOfBlock][]> {
  const found = await rows(
    Named,
    `WITH wanted AS MATERIALIZED (
       SELECT b * ${blockSize} AS "first", b * ${blockSize} + ${blockSize - 1} AS "last" FROM unnest($1::int[]) AS b)
     SELECT "documentId" / ${blockSize} AS "block", array_agg("slug" ORDER BY "documentId") AS "slugs",
       string_agg(int4send("documentId"), ''::bytea ORDER BY "documentId") AS "ids"
     FROM (${statements[kind]}) AS named GROUP BY 1`,
    [blocks],
  );
  return found.map(({ block, slugs: named, ids }) => [block, namesFrom(named, ids)]);
}

/** From names in the order of their documents, and the documents' packed ids. */
function namesFrom(named: readonly string[], ids: Buffer): NamesOfBlock {
  const names = Uint32Array.from(named, numberFor);
  const starts = new Uint32Array(blockSize + 1);
  names.forEach((_, at) => {
    const next = (ids.readInt32BE(at * 4) % blockSize) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  });
  for (let next = 1; next <= blockSize; next++) {
    starts[next] = (starts[next] ?? 0) + (starts[next - 1] ?? 0);
  }
  return { starts, names };
}

const isKind = (key: string): key is NameKind => key in statements;

const kept = keptPerDatabase<NamesOfBlock, ReadonlyMap<number, NamesOfBlock>>({
  async load(keys, blocks) {
    const kinds = keys.filter(isKind);
    const found = await Promise.all(kinds.map((kind) => namesOfBlocks(kind, blocks)));
    return kinds.flatMap((kind, at) =>
      (found[at] ?? []).map(([block, names]) => [kind, block, names] as const),
    );
  },
  assemble: (parts) => parts,
  weigh: ({ starts, names }) => starts.byteLength + names.byteLength,
  limit: 64_000_000,
});

/** The names of all documents, by block. */
export async function namesByBlock(kind: NameKind): Promise<ReadonlyMap<number, NamesOfBlock>> {
  return (await kept([kind])).get(kind) ?? new Map<number, NamesOfBlock>();
}
