import "server-only";

import { findOrganizations, findProducts } from "#knowledge/incident/directory.store";
import { organizationNames, productNames } from "#knowledge/incident/public-name.store";
import type { Facets } from "#knowledge/search/facets";
import { companionsOf, writeCompanion, writeQuery, type Query } from "#knowledge/search/query";
import { findFamilies, type FamilyLine } from "#knowledge/taxonomy/taxonomy.store";
import { nearest } from "#knowledge/text/nearest";

import type { Notes } from "./answer";
import { slugFilters, type Names, type SlugFilter } from "./condition-words";
import { toldValues } from "./told-values";

/** The names of all classes and families, and of the organisations and products that a page tells. */
export async function namesAround(
  query: Query,
  facets: Facets,
): Promise<{ names: Names; families: readonly FamilyLine[] }> {
  const told = (filter: "org" | "product") => toldValues(filter, query, facets).values;
  const [families, org, product] = await Promise.all([
    findFamilies(),
    organizationNames(told("org")),
    productNames(told("product")),
  ]);
  const classes = namesOf(families.flatMap((family) => family.classes));
  const names = { class: classes, notClass: classes, family: namesOf(families), org, product };
  return { names, families };
}

function namesOf(things: readonly { slug: string; name: string }[]): Map<string, string> {
  return new Map(things.map(({ slug, name }) => [slug, name]));
}

const whats: Record<SlugFilter, string> = {
  class: "failure class",
  notClass: "failure class",
  family: "family of classes",
  org: "organisation",
  product: "product",
};

/** How many names that may have been meant are told. */
const nearTold = 3;

/** The well-formed slugs of a query that name nothing, each with the nearest that do. */
export async function unknownNames(query: Query, names: Names): Promise<Notes["unknown"]> {
  const unknown = slugFilters.flatMap((filter) =>
    query[filter].filter((slug) => !names[filter].has(slug)).map((slug) => ({ filter, slug })),
  );
  const besides = unknownCompanions(query, names);
  if (unknown.length === 0) return besides;
  const all = await allNames(names, new Set(unknown.map(({ filter }) => filter)));
  const named = unknown.map(({ filter, slug }) => ({
    what: whats[filter],
    slug,
    near: nearest(slug, all[filter].keys(), nearTold).map((other) => ({
      name: all[filter].get(other) ?? other,
      parameters: writeQuery({
        ...query,
        page: 1,
        [filter]: query[filter].map((one) => (one === slug ? other : one)),
      }),
    })),
  }));
  return [...named, ...besides];
}

function unknownCompanions(query: Query, names: Names): Notes["unknown"] {
  return companionsOf(query)
    .filter((one) => !names.class.has(one.class))
    .map((one) => ({
      what: whats.class,
      slug: one.class,
      near: nearest(one.class, names.class.keys(), nearTold).map((other) => ({
        name: names.class.get(other) ?? other,
        parameters: writeQuery({
          ...query,
          page: 1,
          with: query.with.map((written) =>
            written === writeCompanion(one) ? writeCompanion({ ...one, class: other }) : written,
          ),
        }),
      })),
    }));
}

async function allNames(names: Names, filters: ReadonlySet<SlugFilter>): Promise<Names> {
  const [org, product] = await Promise.all([
    filters.has("org") ? findOrganizations().then(namesOf) : names.org,
    filters.has("product") ? findProducts().then(namesOf) : names.product,
  ]);
  return { ...names, org, product };
}
