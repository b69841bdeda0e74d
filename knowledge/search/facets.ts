import { IncidentKind, Role, Sector, Severity, Standing } from "#knowledge/incident/vocabulary";

import {
  conditionsOf,
  fits,
  fittingKeys,
  type Condition,
  type Dimension,
  type Surroundings,
} from "./condition";
import type { Documents, Figure, Tally } from "./counting";
import { DocumentSet } from "./document-set";
import { postingKey, readableKey } from "./posting-key";
import type { Query } from "./query";
import type { Years } from "./surroundings.store";
import { countFound } from "./text-match";

/** The filters that figures stand beside. */
export const facetNames = [
  "class",
  "role",
  "standing",
  "org",
  "product",
  "sector",
  "severity",
  "kind",
  "year",
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * For each value of a filter the number of incidents that one gets by choosing it (DESIGN, "The
 * search query"). Values that would find none are left out.
 */
export type Facets = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** What must be counted for the facets of a query, beside the query itself. */
export interface FacetPlan {
  readonly variations: readonly (readonly Condition[])[];
  readonly figures: readonly Figure[];
  /** The variations without `org` and without `product`; their documents are counted by name. */
  readonly withoutOrg: number;
  readonly withoutProduct: number;
}

/** Plans the counting: one variation of the query for each way in which a choice changes it. */
export function planFacets(query: Query, around: Surroundings & { years: Years }): FacetPlan {
  const variations: (readonly Condition[])[] = [conditionsOf(query, around)];
  const vary = (changed: Query) => variations.push(conditionsOf(changed, around)) - 1;
  const without = (dimension: Dimension): number => {
    const [all = []] = variations;
    const rest = all.filter((condition) => condition.dimension !== dimension);
    return rest.length === all.length ? 0 : variations.push(rest) - 1;
  };
  const figure =
    (facet: string, variation: number) => (value: string, keys: readonly string[]) => ({
      facet,
      value,
      variation,
      keys,
    });
  const when = without("when");
  const years = { first: figure("first", when), last: figure("last", when) };
  const ofClass = figure("class", query.match === "any" ? vary({ ...query, class: [] }) : 0);
  const [sector, severity, kind] = [
    figure("sector", without("sector")),
    figure("severity", without("severity")),
    figure("kind", without("kind")),
  ];
  return {
    figures: [
      ...[...around.classesOf.values()]
        .flat()
        .map((slug) => ofClass(slug, fittingKeys(query, slug))),
      ...Role.options.map((role) =>
        figure("role", vary({ ...query, role: [role] }))(role, [readableKey()]),
      ),
      ...Standing.options.map((one) =>
        figure("standing", vary({ ...query, standing: [one] }))(one, [readableKey()]),
      ),
      ...Sector.options.map((one) => sector(one, [postingKey.sector(one)])),
      ...Severity.options.map((one) => severity(one, [postingKey.severity(one)])),
      ...IncidentKind.options.map((one) => kind(one, [postingKey.kind(one)])),
      ...[...around.years, null].map((year) =>
        years.first(String(year), [postingKey.firstYear(year)]),
      ),
      ...around.years.map((year) => years.last(String(year), [postingKey.lastYear(year)])),
    ],
    withoutOrg: without("org"),
    withoutProduct: without("product"),
    variations,
  };
}

interface CountedFacets {
  readonly plan: FacetPlan;
  readonly tallies: readonly Tally[];
  /** The documents of the query itself. */
  readonly documents: Documents;
}

/** Reads the facets, but those of `org` and `product`, from what was counted. */
export function facetsOf(
  query: Query,
  around: Surroundings & { years: Years },
  { plan, tallies, documents }: CountedFacets,
): Omit<Facets, "org" | "product"> & { upTo: Map<string, number> } {
  const byFacet = new Map<string, Map<string, Tally>>();
  for (const [at, { facet, value }] of plan.figures.entries()) {
    const own = byFacet.get(facet) ?? new Map<string, Tally>();
    byFacet.set(facet, own);
    own.set(value, tallies[at] ?? { whole: 0, partial: 0 });
  }
  const talliesOf = (facet: string) => byFacet.get(facet) ?? new Map<string, Tally>();
  const counted = (facet: string) => countedFrom(talliesOf(facet));
  const years = yearTallies(talliesOf("first"), talliesOf("last"));
  return {
    class: around.factorsOfAll
      ? countedFrom(classesInOneFactor(query, around.factorsOfAll, documents))
      : counted("class"),
    role: counted("role"),
    standing: counted("standing"),
    sector: counted("sector"),
    severity: counted("severity"),
    kind: counted("kind"),
    year: countedFrom(new Map(years.map(({ year, reaching }) => [year, reaching]))),
    upTo: countedFrom(new Map(years.map(({ year, begun }) => [year, begun]))),
  };
}

export function countedFrom(tallies: ReadonlyMap<string, Tally>): Map<string, number> {
  const counts = [...tallies].map(([value, tally]) => [value, countFound(tally)] as const);
  return new Map(counts.filter(([, incidents]) => incidents > 0));
}

// With `match=factor` a further class must be one of the same factor, which no posting tells.
function classesInOneFactor(
  query: Query,
  factors: NonNullable<Surroundings["factorsOfAll"]>,
  { whole, partial }: Documents,
): Map<string, Tally> {
  const setsOf = new Map<string, DocumentSet[]>();
  for (const factor of factors.filter((one) => fits(query, one))) {
    setsOf.set(factor.class, [...(setsOf.get(factor.class) ?? []), factor.documents]);
  }
  return new Map(
    [...setsOf].map(([slug, sets]) => {
      const set = DocumentSet.union(sets);
      return [slug, { whole: set.sizeWith(whole), partial: set.sizeWith(partial) }];
    }),
  );
}

// A moment counts under each year that it reaches: those that have begun by its end, less those that
// had ended before it.
export function yearTallies(
  first: ReadonlyMap<string, Tally>,
  last: ReadonlyMap<string, Tally>,
): { year: string; reaching: Tally; begun: Tally }[] {
  const years = [...first.keys(), ...last.keys()].map(Number).filter((year) => !Number.isNaN(year));
  const least = Math.min(...years);
  const span = years.length === 0 ? 0 : Math.max(...years) - least + 1;
  let begun = first.get("null") ?? nothing;
  let ended = nothing;
  return Array.from({ length: span }, (_, at) => String(least + at)).map((year) => {
    begun = sum(begun, first.get(year));
    const tallies = { year, begun, reaching: difference(begun, ended) };
    ended = sum(ended, last.get(year));
    return tallies;
  });
}

const nothing: Tally = { whole: 0, partial: 0 };

function sum(a: Tally, b: Tally = nothing): Tally {
  return { whole: a.whole + b.whole, partial: a.partial + b.partial };
}

function difference(a: Tally, b: Tally): Tally {
  return { whole: a.whole - b.whole, partial: a.partial - b.partial };
}
