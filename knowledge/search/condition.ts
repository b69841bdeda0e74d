import type { Role, Standing } from "#knowledge/incident/vocabulary";

import { DocumentSet } from "./document-set";
import { postingKey } from "./posting-key";
import { companionsOf, type Companion, type Query } from "./query";

/** What a filter asks for: documents that stand in one of these postings, or are in the set. */
export interface Condition {
  readonly dimension: Dimension;
  readonly keys: readonly string[];
  readonly documents?: DocumentSet | undefined;
}

/** The filters that hold independently of each other; those on factors hold together. */
export type Dimension = "factor" | "org" | "product" | "sector" | "severity" | "kind" | "when";

/** Documents with a factor of this role and standing that has all classes of a query, and this one. */
export interface FactorsOfAll {
  readonly role: Role;
  readonly standing: Standing;
  readonly class: string;
  readonly documents: DocumentSet;
}

/** What the conditions of a query are made from besides the query itself. */
export interface Surroundings {
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
  /** Of `org`, with its parts, and of `product`; null where the query has none. */
  readonly ofOrganizations: DocumentSet | null;
  readonly ofProducts: DocumentSet | null;
  /** Null unless the query wants several classes in one factor. */
  readonly factorsOfAll: readonly FactorsOfAll[] | null;
  readonly from: readonly Condition[];
  readonly to: readonly Condition[];
}

/** The conditions of a query, which must all hold; the words and what is excluded come besides. */
export function conditionsOf(query: Query, around: Surroundings): Condition[] {
  return [
    ...factorConditions(query, around),
    ...companionsOf(query).map((one) => companionCondition(one)),
    ...oneOf("org", query.org, around.ofOrganizations),
    ...oneOf("product", query.product, around.ofProducts),
    ...amongKeys("sector", query.sector.map(postingKey.sector)),
    ...amongKeys("severity", query.severity.map(postingKey.severity)),
    ...amongKeys("kind", query.kind.map(postingKey.kind)),
    ...around.from,
    ...around.to,
  ];
}

function oneOf(
  dimension: Dimension,
  values: readonly string[],
  documents: DocumentSet | null,
): Condition[] {
  return values.length === 0 || !documents ? [] : [{ dimension, keys: [], documents }];
}

function amongKeys(dimension: Dimension, keys: readonly string[]): Condition[] {
  return keys.length === 0 ? [] : [{ dimension, keys }];
}

function companionCondition({ class: slug, role }: Companion): Condition {
  return {
    dimension: "factor",
    keys: [postingKey.factor({ class: slug, ...(role && { role }) })],
  };
}

function factorConditions(query: Query, around: Surroundings): Condition[] {
  const ofFamilies = query.family.flatMap((family) => around.classesOf.get(family) ?? []);
  const conditions = [
    ...classConditions(query, around.factorsOfAll),
    ...(query.family.length === 0 ? [] : [fitting(query, ofFamilies)]),
  ];
  const asked = query.role.length > 0 || query.standing.length > 0;
  return conditions.length === 0 && asked ? [fitting(query, [undefined])] : conditions;
}

function classConditions(query: Query, factors: readonly FactorsOfAll[] | null): Condition[] {
  if (query.class.length === 0) return [];
  if (query.match === "any") return [fitting(query, query.class)];
  if (query.match === "factor" && factors) {
    const documents = DocumentSet.union(
      factors.filter((factor) => fits(query, factor)).map((factor) => factor.documents),
    );
    return [{ dimension: "factor", keys: [], documents }];
  }
  return query.class.map((slug) => fitting(query, [slug]));
}

/** Some factor of the roles and standings asked for has one of the classes; undefined: any at all. */
function fitting(query: Query, classes: readonly (string | undefined)[]): Condition {
  return { dimension: "factor", keys: classes.flatMap((slug) => fittingKeys(query, slug)) };
}

/** The postings of a class (or of any factor) in one of the roles and standings asked for. */
export function fittingKeys(
  { role, standing }: Pick<Query, "role" | "standing">,
  slug?: string,
): string[] {
  const roles = role.length === 0 ? [undefined] : role;
  const standings = standing.length === 0 ? [undefined] : standing;
  return roles.flatMap((one) =>
    standings.map((other) =>
      postingKey.factor({ ...(slug && { class: slug }), role: one, standing: other }),
    ),
  );
}

/** Whether a factor has one of the roles and one of the standings asked for, where any are. */
export function fits(
  query: Pick<Query, "role" | "standing">,
  { role, standing }: { readonly role: Role; readonly standing: Standing },
): boolean {
  return (
    (query.role.length === 0 || query.role.includes(role)) &&
    (query.standing.length === 0 || query.standing.includes(standing))
  );
}
