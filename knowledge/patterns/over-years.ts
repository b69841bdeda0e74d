import type { Condition } from "#knowledge/search/condition";
import { countDocuments, type Figure, type Tally } from "#knowledge/search/counting";
import { yearTallies } from "#knowledge/search/facets";
import { postingKey } from "#knowledge/search/posting-key";
import { emptyQuery, type Query } from "#knowledge/search/query";
import { yearsInIndex, type Years } from "#knowledge/search/surroundings.store";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import { classKeys } from "./class-count";
import { branchesOf } from "./branch";
import type { View } from "./view";

/** How many incidents a year has, and how many began in it or before. */
interface YearCount {
  readonly year: number;
  readonly incidents: number;
  readonly upTo: number;
}

/** The incidents of a family, or of a class, by year. */
export interface YearSeries {
  readonly slug: string;
  readonly name: string;
  /** What finds them. */
  readonly query: Query;
  readonly incidents: number;
  /** Every year that the public collection spans, ascending. */
  readonly years: readonly YearCount[];
}

export interface OverYears {
  /** All incidents. */
  readonly all: YearSeries;
  /** The families, or the classes of the family that is looked at. */
  readonly series: readonly YearSeries[];
}

/**
 * Counts the incidents of each family by year, or of each class of one family. As in a search, an
 * incident whose beginning is not known to the year counts in every year in which it may have begun.
 */
export async function findOverYears(
  families: readonly FamilyLine[],
  { role, family }: View,
): Promise<OverYears> {
  const years = await yearsInIndex();
  const parts = branchesOf(families, family);
  const conditions = parts.map(({ classes }): Condition[] => [
    { dimension: "factor", keys: classKeys(classes, role) },
  ]);
  const figures = figuresOf(years, parts.length + 1);
  const counted = await countDocuments({
    variations: [[], ...conditions],
    figures,
    excludedKeys: [],
    text: null,
    wanted: [],
  });
  const tallies = counted.figures();
  const series = (at: number): Pick<YearSeries, "incidents" | "years"> => ({
    incidents: counted.variations[at]?.whole ?? 0,
    years: yearsOf(at, figures, tallies),
  });
  const roles: Pick<Query, "role"> = { role: role ? [role] : [] };
  return {
    all: { slug: "", name: "All incidents", query: emptyQuery, ...series(0) },
    series: parts.map(({ slug, name, query }, at) => ({
      slug,
      name,
      query: { ...emptyQuery, ...roles, ...query },
      ...series(at + 1),
    })),
  };
}

// Both ends of `started`, as the facet of years counts them.
function figuresOf(years: Years, variations: number): Figure[] {
  return Array.from({ length: variations }).flatMap((_, variation) => [
    ...[...years, null].map((year) => ({
      facet: "first",
      value: String(year),
      variation,
      keys: [postingKey.firstYear(year)],
    })),
    ...years.map((year) => ({
      facet: "last",
      value: String(year),
      variation,
      keys: [postingKey.lastYear(year)],
    })),
  ]);
}

function yearsOf(
  variation: number,
  figures: readonly Figure[],
  tallies: readonly Tally[],
): YearCount[] {
  const of = (facet: string) =>
    new Map(
      figures.flatMap((figure, at) => {
        const tally = tallies[at];
        const isMine = figure.variation === variation && figure.facet === facet;
        return isMine && tally ? [[figure.value, tally] as const] : [];
      }),
    );
  return yearTallies(of("first"), of("last")).map(({ year, reaching, begun }) => ({
    year: Number(year),
    incidents: reaching.whole,
    upTo: begun.whole,
  }));
}
