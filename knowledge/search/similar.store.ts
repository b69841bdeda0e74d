import { z } from "zod";

import { rows } from "#knowledge/database/query";
import {
  neighboursOf,
  sharedProductsWeight,
  sharedWeight,
  rarityOf,
  type Neighbour,
  type Profile,
  type Rarity,
} from "#knowledge/incident/similarity";
import { Role } from "#knowledge/incident/vocabulary";
import { readable } from "#knowledge/people/audience.store";

import { atOneLook } from "./block-version.store";
import { DocumentSet } from "./document-set";
import { DocumentSums } from "./document-sums";
import { incidentId } from "./incident-id.store";
import { documentsUnder } from "./kept-postings.store";
import { blockSize, postingKey, readableKey } from "./posting-key";
import { allDocuments } from "./text.store";

/** A neighbour as a list names it. */
export interface SimilarIncident extends Omit<Neighbour, "products"> {
  readonly title: string;
  readonly started: string;
  /** The products that both name. */
  readonly products: readonly { readonly slug: string; readonly name: string }[];
}

/**
 * The incidents most like a published one, nearest first; none when there is no
 * incident of this slug.
 */
export async function similarIncidents(slug: string, count: number): Promise<SimilarIncident[]> {
  const id = await incidentId(slug);
  if (id === null) return [];
  const [profile] = await profilesOf([id]);
  return profile ? incidentsLike(profile, count) : [];
}

/** How many candidates are weighed in full. */
const weighedInFull = 400;

/**
 * The incidents most like a profile, which need not be that of a stored incident.
 *
 * The postings of the profile's classes, role by role, hold every incident that shares one: a bit
 * each, so a class that half of all incidents name is read as quickly as a rare one, and the whole sum
 * of shared weights is known for each without a look at its factors. Only the 400 heaviest are then
 * weighed against their own length. Another could come before them only by being far shorter, and an
 * incident is at least as long as its shared classes make it: of the first five among 57,000
 * incidents, 95 in 100 stood where weighing 5,000 put them.
 */
export function incidentsLike(profile: Profile, count: number): Promise<SimilarIncident[]> {
  return atOneLook(() => alike(profile, count));
}

async function alike(profile: Profile, count: number): Promise<SimilarIncident[]> {
  const [{ incidents, naming }, holders] = await Promise.all([
    classRarity(),
    documentsOfProducts(profile.products),
  ]);
  const namingProduct = new Map([...holders].map(([slug, ids]) => [slug, ids.length]));
  const rarity: Rarity = { incidents, naming, namingProduct };
  const { visible, postings } = await weighedPostings(profile, rarity);
  const sums = sharedSums(postings, holders, rarity);
  const candidates = await profilesOf(sums.largest(weighedInFull, visible));
  return withTitles(neighboursOf(profile, candidates, rarity, count));
}

/** How many incidents there are, and how many of them name each class. */
async function classRarity(): Promise<Omit<Rarity, "namingProduct">> {
  const classes = await rows(z.object({ slug: z.string() }), `SELECT "slug" FROM "FailureClass"`);
  const [visible, sets] = await Promise.all([
    allDocuments(),
    documentsUnder(classes.map(({ slug }) => postingKey.factor({ class: slug }))),
  ]);
  return {
    incidents: visible.size,
    naming: new Map(
      classes.map(({ slug }) => [
        slug,
        sets.get(postingKey.factor({ class: slug }))?.sizeWith(visible) ?? 0,
      ]),
    ),
  };
}

/** The ids of the documents that name each of these products. */
async function documentsOfProducts(
  products: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (products.length === 0) return new Map();
  const found = await rows(
    z.object({ slug: z.string(), documentIds: z.array(z.number()) }),
    `SELECT x."productSlug" AS "slug", array_agg(x."documentId") AS "documentIds"
     FROM "IncidentProduct" x
     JOIN "Posting" v ON v."block" = x."documentId" / ${blockSize} AND v."key" = '${readableKey()}'
     WHERE x."productSlug" = ANY($1::text[])
       AND get_bit(v."members", x."documentId" % ${blockSize}) = 1 GROUP BY 1`,
    [products],
  );
  return new Map(found.map(({ slug, documentIds }) => [slug, documentIds]));
}

interface WeighedPosting {
  readonly slug: string;
  readonly weight: number;
  readonly documents: DocumentSet;
}

/** The documents of each class and role that a profile shares, heaviest first. */
async function weighedPostings(
  profile: Profile,
  rarity: Rarity,
): Promise<{ visible: DocumentSet; postings: WeighedPosting[] }> {
  const weightOf = new Map(
    [...profile.classes].flatMap(([slug, roles]) => {
      const rare = rarityOf(rarity.naming.get(slug) ?? 0, rarity.incidents);
      return Role.options.flatMap((there) => {
        const weight = Math.max(0, ...roles.map((here) => sharedWeight(rare, here, there)));
        const key = postingKey.factor({ class: slug, role: there });
        return weight > 0 ? [[key, { slug, weight }] as const] : [];
      });
    }),
  );
  const [visible, sets] = await Promise.all([allDocuments(), documentsUnder([...weightOf.keys()])]);
  const postings = [...weightOf]
    .map(([key, known]) => ({
      ...known,
      documents: visible.and(sets.get(key) ?? DocumentSet.empty),
    }))
    .toSorted((a, b) => b.weight - a.weight);
  return { visible, postings };
}

/** What each document has in common with a profile. */
function sharedSums(
  postings: readonly WeighedPosting[],
  holders: ReadonlyMap<string, readonly number[]>,
  rarity: Rarity,
): DocumentSums {
  const sums = new DocumentSums();
  const counted = new Map<string, DocumentSet>();
  // Heaviest first: of the roles that a class plays in a document, only the best pair counts.
  for (const { slug, weight, documents } of postings) {
    const before = counted.get(slug) ?? DocumentSet.empty;
    counted.set(slug, before.or(documents));
    sums.add(documents.without(before), weight);
  }
  // A product makes nothing similar alone.
  for (const [weight, ids] of productWeights(holders, rarity)) {
    sums.add(DocumentSet.of(ids.filter((id) => sums.of(id) > 0)), weight);
  }
  return sums;
}

/** The documents that share products, by what these weigh. */
function productWeights(
  holders: ReadonlyMap<string, readonly number[]>,
  rarity: Rarity,
): Map<number, number[]> {
  const shared = new Map<number, string[]>();
  for (const [slug, ids] of holders) {
    for (const id of ids) shared.set(id, [...(shared.get(id) ?? []), slug]);
  }
  const weighing = new Map<number, number[]>();
  for (const [id, products] of shared) {
    const weight = sharedProductsWeight(products, rarity);
    weighing.set(weight, [...(weighing.get(weight) ?? []), id]);
  }
  return weighing;
}

const ProfileRow = z.object({
  slug: z.string(),
  classes: z.array(z.object({ slug: z.string(), role: Role })),
  products: z.array(z.string()),
});

/** The profiles of documents; of those that the public may not read, none. */
async function profilesOf(documentIds: readonly number[]): Promise<Profile[]> {
  const found = await rows(
    ProfileRow,
    `SELECT i."slug",
       coalesce((SELECT json_agg(json_build_object('slug', fc."classSlug", 'role', f."role")
           ORDER BY f."position", fc."position")
         FROM "FactorClass" fc JOIN "Factor" f USING ("documentId", "rowId")
         WHERE fc."documentId" = i."documentId"), '[]') AS "classes",
       coalesce((SELECT json_agg("productSlug" ORDER BY "position") FROM "IncidentProduct" x
         WHERE x."documentId" = i."documentId"), '[]') AS "products"
     FROM "Incident" i WHERE i."documentId" = ANY($1::int[]) AND ${readable("i")}`,
    [documentIds],
  );
  return found.map(({ slug, classes, products }) => {
    const roles = new Map<string, Role[]>();
    for (const { slug: named, role } of classes) {
      const before = roles.get(named) ?? [];
      if (!before.includes(role)) roles.set(named, [...before, role]);
    }
    return { slug, classes: roles, products };
  });
}

async function withTitles(neighbours: readonly Neighbour[]): Promise<SimilarIncident[]> {
  const [incidents, products] = await Promise.all([
    rows(
      z.object({ slug: z.string(), title: z.string(), started: z.string() }),
      `SELECT "slug", "title", "started" FROM "Incident" i
       WHERE "slug" = ANY($1::text[]) AND ${readable("i")}`,
      [neighbours.map(({ slug }) => slug)],
    ),
    rows(
      z.object({ slug: z.string(), name: z.string() }),
      `SELECT "slug", "name" FROM "Product" WHERE "slug" = ANY($1::text[])`,
      [neighbours.flatMap((one) => one.products)],
    ),
  ]);
  const named = new Map(incidents.map((incident) => [incident.slug, incident]));
  return neighbours.flatMap((neighbour) => {
    const incident = named.get(neighbour.slug);
    if (!incident) return [];
    const shared = products.filter(({ slug }) => neighbour.products.includes(slug));
    return { ...neighbour, ...incident, products: shared };
  });
}
