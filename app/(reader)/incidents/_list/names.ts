import { roleLooks } from "#app/_parts/role-mark";
import { findOrganizations, findProducts } from "#knowledge/incident/directory.store";
import { sectorNames } from "#knowledge/incident/vocabulary";
import type { Query } from "#knowledge/search/query";
import { findFamilies, type FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

/** The parameters whose values are slugs of things that may or may not exist. */
export const slugParameters = ["class", "family", "notClass", "org", "product"] as const;
export type SlugParameter = (typeof slugParameters)[number];

/** What the values of a query are called: every class, family, organisation and product there is. */
export interface Names {
  readonly families: readonly FamilyLine[];
  readonly organizations: readonly { slug: string; name: string }[];
  readonly bySlug: Readonly<Record<SlugParameter, ReadonlyMap<string, string>>>;
}

export async function namesForFilters(): Promise<Names> {
  const [families, organizations, products] = await Promise.all([
    findFamilies(),
    findOrganizations(),
    findProducts(),
  ]);
  const classes = namesOf(families.flatMap((family) => family.classes));
  return {
    families,
    organizations,
    bySlug: {
      class: classes,
      notClass: classes,
      family: namesOf(families),
      org: namesOf(organizations),
      product: namesOf(products),
    },
  };
}

function namesOf(things: readonly { slug: string; name: string }[]): Map<string, string> {
  return new Map(things.map(({ slug, name }) => [slug, name]));
}

const roleNames = Object.entries(roleLooks).map(([role, { one }]) => [role, one] as const);

/** The words of those closed vocabularies that are not written as they are named. */
const vocabularies: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  role: new Map(roleNames),
  sector: new Map(Object.entries(sectorNames)),
};

/** The word for a value of a closed vocabulary, or the name of what a slug stands for. */
export function nameOfValue(parameter: keyof Query, value: string, { bySlug }: Names): string {
  const slugged = slugParameters.find((one) => one === parameter);
  if (slugged) return bySlug[slugged].get(value) ?? value;
  return vocabularies[parameter]?.get(value) ?? capitalized(value.replaceAll("-", " "));
}

export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
