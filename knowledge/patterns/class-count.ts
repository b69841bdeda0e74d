import { fittingKeys } from "#knowledge/search/condition";
import { countDocuments, type Figure } from "#knowledge/search/counting";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

import type { RoleOfClasses } from "./view";

/** A failure class, and how many incidents name it in the role that is looked at. */
export interface ClassCount {
  readonly slug: string;
  readonly name: string;
  readonly family: string;
  readonly incidents: number;
}

export interface ClassCounts {
  /** All incidents. */
  readonly total: number;
  /** Classes that any incident names, in the order of the taxonomy. */
  readonly classes: readonly ClassCount[];
}

/** How many incidents name each class, in a role or in any. */
export async function countClasses(
  families: readonly FamilyLine[],
  role: RoleOfClasses | null,
): Promise<ClassCounts> {
  const classes = families.flatMap((family) =>
    family.classes.map(({ slug, name }) => ({ slug, name, family: family.slug })),
  );
  const { variations, figures } = await countDocuments({
    variations: [[]],
    figures: classes.map(({ slug }) => classFigure(slug, role, 0)),
    excludedKeys: [],
    text: null,
    wanted: [],
  });
  const tallies = figures();
  return {
    total: variations[0]?.whole ?? 0,
    classes: classes
      .map((one, at) => ({ ...one, incidents: tallies[at]?.whole ?? 0 }))
      .filter(({ incidents }) => incidents > 0),
  };
}

/** The figure of a class in a role, counted over one of the variations. */
export function classFigure(slug: string, role: RoleOfClasses | null, variation: number): Figure {
  return { facet: "class", value: slug, variation, keys: classKeys([slug], role) };
}

/** The postings of classes in a role, or in any. */
export function classKeys(slugs: readonly string[], role: RoleOfClasses | null): string[] {
  return slugs.flatMap((slug) => fittingKeys({ role: role ? [role] : [], standing: [] }, slug));
}

/** How many classes are drawn, where all would be too many to read. */
const drawnAtMost = 20;

/** The classes that pictures show: those of the family that is looked at, else the most frequent. */
export function classesShown(
  classes: readonly ClassCount[],
  family: string | null,
): readonly ClassCount[] {
  if (family !== null) return classes.filter((one) => one.family === family);
  return byIncidents(classes).slice(0, drawnAtMost);
}

/** Most incidents first; what is even keeps its order. */
export function byIncidents<Counted extends { readonly incidents: number }>(
  counted: readonly Counted[],
): Counted[] {
  return counted.toSorted((a, b) => b.incidents - a.incidents);
}
