import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";

/**
 * Writes what the files beside the incidents say: taxonomy, organisations, glossary, patterns,
 * reading lists. The files are the truth for these, so each table becomes what the files say.
 */

/** The shapes that the tables take; the readers of the files produce them. */
export interface ShelfContent {
  readonly families: readonly { slug: string; name: string; classes: readonly ShelfClass[] }[];
  readonly organizations: readonly {
    slug: string;
    name: string;
    aka: readonly string[];
    partOf?: string | undefined;
  }[];
  readonly terms: readonly {
    slug: string;
    term: string;
    aka: readonly string[];
    means: string;
    see: readonly string[];
  }[];
  readonly patterns: readonly ShelfPattern[];
  readonly readingLists: readonly ShelfReadingList[];
}

interface ShelfClass {
  slug: string;
  name: string;
  means: string;
  not: string;
  aka: readonly string[];
}

export interface ShelfPattern {
  slug: string;
  title: string;
  bodyHtml: string;
  incidents: readonly { slug: string; why: string }[];
}

export interface ShelfReadingList {
  slug: string;
  newsletter: string;
  issue: number;
  updated: string;
  items: readonly {
    title: string;
    titleIsOurs: boolean;
    author?: string | undefined;
    publisher?: string | undefined;
    url?: string | undefined;
    about: string;
    incidents: readonly string[];
    classes: readonly string[];
  }[];
}

/** Slugs that the files claim but that already mean an incident here. */
export async function slugsTaken(connection: ClientBase, content: ShelfContent): Promise<string[]> {
  const taken = await rows(
    z.object({ slug: z.string() }),
    `SELECT "slug" FROM "Name" WHERE "kind" IN ('incident', 'former') AND "slug" = ANY($1::text[]) ORDER BY 1`,
    [namesOfFiles(content).map(({ slug }) => slug)],
    connection,
  );
  return taken.map(({ slug }) => slug);
}

function namesOfFiles(content: ShelfContent): { slug: string; kind: string }[] {
  const named = (things: readonly { slug: string }[], kind: string) =>
    things.map(({ slug }) => ({ slug, kind }));
  return [
    ...named(
      content.families.flatMap((family) => family.classes),
      "class",
    ),
    ...named(content.terms, "term"),
    ...named(content.patterns, "pattern"),
    ...named(content.readingLists, "reading-list"),
  ];
}

/**
 * Writes the taxonomy, the organisations and the glossary, on which incidents lean. Classes and
 * organisations that a document published here still uses stay until it no longer does.
 */
export async function writeFoundations(
  connection: ClientBase,
  content: ShelfContent,
): Promise<void> {
  const run = (statement: string, values: readonly object[]) =>
    execute(statement, [JSON.stringify(values)], connection);
  const names = namesOfFiles(content);
  const classes = content.families.flatMap((family) =>
    family.classes.map((one, position) => ({ ...one, familySlug: family.slug, position })),
  );

  // Patterns, reading lists and terms are leaves: they are made anew. What links them comes after
  // the incidents are there.
  await execute(`DELETE FROM "Link" WHERE "via" IN ('see', 'pattern', 'reading')`, [], connection);
  for (const table of ["Pattern", "ReadingList", "Term"]) {
    await execute(`DELETE FROM "${table}"`, [], connection);
  }
  await run(
    `DELETE FROM "FailureClass" c WHERE NOT EXISTS
       (SELECT 1 FROM jsonb_to_recordset($1) AS r ("slug" text) WHERE r."slug" = c."slug")
     AND NOT EXISTS (SELECT 1 FROM "FactorClass" fc WHERE fc."classSlug" = c."slug")`,
    classes,
  );
  await run(
    `DELETE FROM "Name" n WHERE n."kind" IN ('class', 'term', 'pattern', 'reading-list')
     AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($1) AS r ("slug" text, "kind" text)
       WHERE r."slug" = n."slug" AND r."kind" = n."kind"::text)
     AND NOT EXISTS (SELECT 1 FROM "FailureClass" c WHERE c."slug" = n."slug")`,
    names,
  );
  await run(
    `INSERT INTO "Name" ("slug", "kind") SELECT "slug", "kind"::"NameKind"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "kind" text) ON CONFLICT ("slug") DO NOTHING`,
    names,
  );
  await writeTaxonomy(run, content, classes);
  await writeOrganizations(run, content);
  await run(
    `INSERT INTO "Term" ("slug", "name", "aka", "means", "position")
     SELECT "slug", "term", "aka", "means", "position" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "term" text, "aka" text[], "means" text, "position" int)`,
    content.terms.map((term, position) => ({ ...term, position })),
  );
}

type Run = (statement: string, values: readonly object[]) => Promise<number>;

async function writeTaxonomy(
  run: Run,
  content: ShelfContent,
  classes: readonly (ShelfClass & { familySlug: string; position: number })[],
): Promise<void> {
  // Positions are unique, so the old ones step out of the way (below zero) before the new ones come.
  await run(
    `UPDATE "FailureClass" SET "position" = -1 - "position" WHERE $1::jsonb IS NOT NULL`,
    [],
  );
  await run(`UPDATE "Family" SET "position" = -1 - "position" WHERE $1::jsonb IS NOT NULL`, []);
  await run(
    `INSERT INTO "Family" ("slug", "name", "position") SELECT "slug", "name", "position"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "name" text, "position" int)
     ON CONFLICT ("slug") DO UPDATE SET "name" = excluded."name", "position" = excluded."position"`,
    content.families.map(({ slug, name }, position) => ({ slug, name, position })),
  );
  await run(
    `INSERT INTO "FailureClass" ("slug", "familySlug", "position", "name", "means", "not", "aka")
     SELECT "slug", "familySlug", "position", "name", "means", "not", "aka" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "familySlug" text, "position" int, "name" text, "means" text, "not" text, "aka" text[])
     ON CONFLICT ("slug") DO UPDATE SET "familySlug" = excluded."familySlug", "position" = excluded."position",
       "name" = excluded."name", "means" = excluded."means", "not" = excluded."not", "aka" = excluded."aka"`,
    classes,
  );
  await run(
    `DELETE FROM "Family" f WHERE $1::jsonb IS NOT NULL AND f."position" < 0
     AND NOT EXISTS (SELECT 1 FROM "FailureClass" c WHERE c."familySlug" = f."slug")`,
    [],
  );
}

async function writeOrganizations(run: Run, content: ShelfContent): Promise<void> {
  const organizations = content.organizations.map((one) => ({ partOf: null, ...one }));
  await run(
    `DELETE FROM "Organization" o WHERE NOT EXISTS
       (SELECT 1 FROM jsonb_to_recordset($1) AS r ("slug" text) WHERE r."slug" = o."slug")
     AND NOT EXISTS (SELECT 1 FROM "IncidentOrganization" io WHERE io."organizationSlug" = o."slug")
     AND NOT EXISTS (SELECT 1 FROM "Organization" c WHERE c."parentSlug" = o."slug")`,
    organizations,
  );
  await run(
    `INSERT INTO "Organization" ("slug", "name", "aka") SELECT "slug", "name", "aka"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "name" text, "aka" text[])
     ON CONFLICT ("slug") DO UPDATE SET "name" = excluded."name", "aka" = excluded."aka"`,
    organizations,
  );
  await run(
    `UPDATE "Organization" o SET "parentSlug" = r."partOf"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "partOf" text) WHERE r."slug" = o."slug"`,
    organizations,
  );
}

/** Writes patterns and reading lists, which speak of incidents, and the links between all of them. */
export async function writeShelves(connection: ClientBase, content: ShelfContent): Promise<void> {
  const run = (statement: string, values: readonly object[]) =>
    execute(statement, [JSON.stringify(values)], connection);
  await writePatterns(run, content.patterns);
  await writeReadingLists(run, content.readingLists);
  const see = content.terms.flatMap((term) =>
    term.see.map((to, position) => ({ from: term.slug, to, via: "see", why: null, position })),
  );
  const examples = content.patterns.flatMap((pattern) =>
    pattern.incidents.map(({ slug, why }, position) => ({
      from: pattern.slug,
      to: slug,
      via: "pattern",
      why,
      position,
    })),
  );
  const readings = content.readingLists.flatMap((list) =>
    [...new Set(list.items.flatMap(({ incidents, classes }) => [...incidents, ...classes]))].map(
      (to, position) => ({ from: list.slug, to, via: "reading", why: null, position }),
    ),
  );
  await run(
    `INSERT INTO "Link" ("fromSlug", "toSlug", "via", "why", "position")
     SELECT "from", "to", "via"::"LinkVia", "why", "position" FROM jsonb_to_recordset($1)
       AS r ("from" text, "to" text, "via" text, "why" text, "position" int)
     ON CONFLICT DO NOTHING`,
    [...see, ...examples, ...readings],
  );
}

async function writePatterns(run: Run, patterns: readonly ShelfPattern[]): Promise<void> {
  await run(
    `INSERT INTO "Pattern" ("slug", "title", "position", "bodyHtml")
     SELECT "slug", "title", "position", "bodyHtml" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "title" text, "position" int, "bodyHtml" text)`,
    patterns.map(({ slug, title, bodyHtml }, position) => ({ slug, title, bodyHtml, position })),
  );
  await run(
    `INSERT INTO "PatternIncident" ("patternSlug", "documentId", "position", "why")
     SELECT r."pattern", d."id", r."position", r."why" FROM jsonb_to_recordset($1)
       AS r ("pattern" text, "slug" text, "position" int, "why" text)
     JOIN "Document" d ON d."slug" = r."slug"`,
    patterns.flatMap((pattern) =>
      pattern.incidents.map((one, position) => ({ pattern: pattern.slug, position, ...one })),
    ),
  );
}

async function writeReadingLists(run: Run, lists: readonly ShelfReadingList[]): Promise<void> {
  await run(
    `INSERT INTO "ReadingList" ("slug", "newsletter", "issue", "updated")
     SELECT "slug", "newsletter", "issue", "updated" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "newsletter" text, "issue" int, "updated" text)`,
    lists,
  );
  const items = lists.flatMap((list) =>
    list.items.map((item, position) => ({ ...item, list: list.slug, position })),
  );
  await run(
    `INSERT INTO "ReadingItem" ("listSlug", "position", "title", "titleIsOurs", "author", "publisher", "url", "about")
     SELECT "list", "position", "title", "titleIsOurs", "author", "publisher", "url", "about"
     FROM jsonb_to_recordset($1) AS r ("list" text, "position" int, "title" text, "titleIsOurs" boolean,
       "author" text, "publisher" text, "url" text, "about" text)`,
    items,
  );
  await run(
    `INSERT INTO "ReadingIncident" ("listSlug", "position", "documentId")
     SELECT r."list", r."position", d."id" FROM jsonb_to_recordset($1)
       AS r ("list" text, "position" int, "incidents" text[])
     CROSS JOIN LATERAL unnest(r."incidents") AS u ("slug") JOIN "Document" d ON d."slug" = u."slug"`,
    items,
  );
  await run(
    `INSERT INTO "ReadingClass" ("listSlug", "position", "classSlug")
     SELECT r."list", r."position", u."slug" FROM jsonb_to_recordset($1)
       AS r ("list" text, "position" int, "classes" text[]) CROSS JOIN LATERAL unnest(r."classes") AS u ("slug")`,
    items,
  );
}
