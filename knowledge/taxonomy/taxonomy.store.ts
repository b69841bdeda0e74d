import { z } from "zod";

import { rowOrNull, rows } from "#knowledge/database/query";

/** The taxonomy and the glossary as they were last imported from content/. */

const ClassLine = z.object({ slug: z.string(), name: z.string(), means: z.string() });
type ClassLine = z.infer<typeof ClassLine>;

export const FamilyLine = z.object({
  slug: z.string(),
  name: z.string(),
  classes: z.array(ClassLine),
});
export type FamilyLine = z.infer<typeof FamilyLine>;

/** All families in their order, each with its classes in theirs. */
export async function findFamilies(): Promise<FamilyLine[]> {
  return rows(
    FamilyLine,
    `SELECT f."slug", f."name", coalesce((SELECT json_agg(json_build_object(
         'slug', c."slug", 'name', c."name", 'means', c."means") ORDER BY c."position")
       FROM "FailureClass" c WHERE c."familySlug" = f."slug"), '[]') AS "classes"
     FROM "Family" f ORDER BY f."position"`,
  );
}

export const ClassPage = ClassLine.extend({
  not: z.string(),
  aka: z.array(z.string()),
  family: z.object({ slug: z.string(), name: z.string() }),
});
export type ClassPage = z.infer<typeof ClassPage>;

export async function findClass(slug: string): Promise<ClassPage | null> {
  return rowOrNull(
    ClassPage,
    `SELECT c."slug", c."name", c."means", c."not", c."aka",
       json_build_object('slug', f."slug", 'name', f."name") AS "family"
     FROM "FailureClass" c JOIN "Family" f ON f."slug" = c."familySlug" WHERE c."slug" = $1`,
    [slug],
  );
}

/** The names of all classes by slug; small enough to hold whole for one page. */
export async function classNames(): Promise<Map<string, string>> {
  const found = await rows(
    z.object({ slug: z.string(), name: z.string() }),
    `SELECT "slug", "name" FROM "FailureClass"`,
  );
  return new Map(found.map(({ slug, name }) => [slug, name]));
}

export const TermLine = z.object({
  slug: z.string(),
  name: z.string(),
  aka: z.array(z.string()),
  means: z.string(),
});
export type TermLine = z.infer<typeof TermLine>;

/** The whole glossary by name. */
export async function findTerms(): Promise<TermLine[]> {
  return rows(
    TermLine,
    `SELECT "slug", "name", "aka", "means" FROM "Term" ORDER BY lower("name"), "slug"`,
  );
}

export async function findTerm(slug: string): Promise<TermLine | null> {
  return rowOrNull(
    TermLine,
    `SELECT "slug", "name", "aka", "means" FROM "Term" WHERE "slug" = $1`,
    [slug],
  );
}
