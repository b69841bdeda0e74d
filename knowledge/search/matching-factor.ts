import type { Role, Standing } from "#knowledge/incident/vocabulary";

import { fits } from "./condition";
import type { Query } from "./query";

/** A factor of an incident as search looks at it. */
export interface SearchedFactor {
  readonly role: Role;
  readonly standing: Standing;
  readonly classes: readonly string[];
  /** Its statement or detail holds a word of `q`. */
  readonly holdsWord: boolean;
}

/** What a query asks of the factors that a result shows. */
export type FactorRule =
  | { readonly kind: "classes"; readonly ofFamilies: ReadonlySet<string> }
  | { readonly kind: "parts" }
  | { readonly kind: "words" }
  | { readonly kind: "none" };

/** Which rule a query has for matching factors (DESIGN, "The search query"). */
export function factorRule(
  query: Query,
  classesOf: ReadonlyMap<string, readonly string[]>,
): FactorRule {
  if (query.class.length > 0 || query.family.length > 0) {
    const ofFamilies = new Set(query.family.flatMap((family) => classesOf.get(family) ?? []));
    return { kind: "classes", ofFamilies };
  }
  if (query.role.length > 0 || query.standing.length > 0) return { kind: "parts" };
  return { kind: query.q === "" ? "none" : "words" };
}

/** Whether a factor is one of those that match a query. */
export function isMatching(query: Query, rule: FactorRule, factor: SearchedFactor): boolean {
  switch (rule.kind) {
    case "classes":
      return fits(query, factor) && hasClass(query, rule.ofFamilies, factor);
    case "parts":
      return fits(query, factor);
    case "words":
      return factor.holdsWord;
    case "none":
      return false;
  }
}

function hasClass(
  query: Query,
  ofFamilies: ReadonlySet<string>,
  { classes }: SearchedFactor,
): boolean {
  if (classes.some((slug) => ofFamilies.has(slug))) return true;
  if (query.class.length === 0) return false;
  const has = (slug: string) => classes.includes(slug);
  return query.match === "factor" ? query.class.every(has) : query.class.some(has);
}
