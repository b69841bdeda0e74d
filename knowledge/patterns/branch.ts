import type { Query } from "#knowledge/search/query";
import type { FamilyLine } from "#knowledge/taxonomy/taxonomy.store";

/** What a picture takes apart: the families of all classes, or the classes of one family. */
export interface Branch {
  readonly slug: string;
  readonly name: string;
  readonly classes: readonly string[];
  /** What a search asks for to find it. */
  readonly query: Pick<Query, "family"> | Pick<Query, "class">;
}

/** The families, or the classes of the family that is looked at, in the order of the taxonomy. */
export function branchesOf(families: readonly FamilyLine[], family: string | null): Branch[] {
  if (family === null) {
    return families.map(({ slug, name, classes }) => ({
      slug,
      name,
      classes: classes.map((one) => one.slug),
      query: { family: [slug] },
    }));
  }
  const { classes = [] } = families.find(({ slug }) => slug === family) ?? {};
  return classes.map(({ slug, name }) => ({
    slug,
    name,
    classes: [slug],
    query: { class: [slug] },
  }));
}
