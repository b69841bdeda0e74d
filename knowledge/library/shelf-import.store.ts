import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rows } from "#knowledge/database/query";
import { organizationsBeside } from "#knowledge/incident/organization";
import { organizationsOfPublications } from "#knowledge/incident/organization.store";

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
 * Writes the taxonomy, the organisations and the glossary anew, on which incidents lean. The
 * projection must be empty: its rows name the classes and organisations that are replaced here.
 */
export async function writeFoundations(
  connection: ClientBase,
  content: ShelfContent,
): Promise<void> {
  const run = (statement: string, values: readonly object[]) =>
    execute(statement, [JSON.stringify(values)], connection);
  const tables = ["ReadingList", "Pattern", "Term", "FailureClass", "Family"];
  for (const table of tables) await execute(`DELETE FROM "${table}"`, [], connection);
  await makeWayForOrganizations(connection, content);
  await execute(
    `DELETE FROM "Name" WHERE "kind" IN ('class', 'term', 'pattern', 'reading-list')`,
    [],
    connection,
  );
  await run(
    `INSERT INTO "Name" ("slug", "kind") SELECT "slug", "kind"::"NameKind"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "kind" text)`,
    namesOfFiles(content),
  );
  await writeTaxonomy(run, content);
  await run(
    `INSERT INTO "Organization" ("slug", "name", "aka", "parentSlug") SELECT "slug", "name", "aka", "partOf"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "name" text, "aka" text[], "partOf" text)`,
    content.organizations,
  );
  await run(
    `INSERT INTO "Term" ("slug", "name", "aka", "means", "position")
     SELECT "slug", "term", "aka", "means", "position" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "term" text, "aka" text[], "means" text, "position" int)`,
    content.terms.map((term, position) => ({ ...term, position })),
  );
}

/** What the file names is the file's; others, which came with a publication, stay beside them. */
async function makeWayForOrganizations(
  connection: ClientBase,
  { organizations }: ShelfContent,
): Promise<void> {
  const kept = organizationsBeside(await organizationsOfPublications(connection), organizations);
  await execute(
    `DELETE FROM "Organization" WHERE "isInFile" OR NOT "slug" = ANY($1::text[])`,
    [kept.map(({ slug }) => slug)],
    connection,
  );
}

type Run = (statement: string, values: readonly object[]) => Promise<number>;

async function writeTaxonomy(run: Run, { families }: ShelfContent): Promise<void> {
  await run(
    `INSERT INTO "Family" ("slug", "name", "position") SELECT "slug", "name", "position"
     FROM jsonb_to_recordset($1) AS r ("slug" text, "name" text, "position" int)`,
    families.map(({ slug, name }, position) => ({ slug, name, position })),
  );
  await run(
    `INSERT INTO "FailureClass" ("slug", "familySlug", "position", "name", "means", "not", "aka")
     SELECT "slug", "familySlug", "position", "name", "means", "not", "aka" FROM jsonb_to_recordset($1)
       AS r ("slug" text, "familySlug" text, "position" int, "name" text, "means" text, "not" text, "aka" text[])`,
    families.flatMap((family) =>
      family.classes.map((one, position) => ({ ...one, familySlug: family.slug, position })),
    ),
  );
}

// A file may name an incident by a slug that it had before.
const byAnySlug = `
  LEFT JOIN "FormerSlug" f ON f."slug" = named."slug"
  JOIN "Document" found ON found."slug" = named."slug" OR found."id" = f."documentId"
  LEFT JOIN "Document" m ON m."id" = found."mergedIntoId"
  CROSS JOIN LATERAL (SELECT coalesce(m."id", found."id") AS "id") AS d`;

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
     SELECT r."from", n."slug", r."via"::"LinkVia", r."why", r."position" FROM jsonb_to_recordset($1)
       AS r ("from" text, "to" text, "via" text, "why" text, "position" int)
     LEFT JOIN "FormerSlug" f ON f."slug" = r."to"
     LEFT JOIN "Document" d ON d."id" = f."documentId" OR d."slug" = r."to"
     LEFT JOIN "Document" m ON m."id" = d."mergedIntoId"
     JOIN "Name" n ON n."slug" = coalesce(m."slug", d."slug", r."to")
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
     SELECT named."pattern", d."id", named."position", named."why" FROM jsonb_to_recordset($1)
       AS named ("pattern" text, "slug" text, "position" int, "why" text) ${byAnySlug}
     ON CONFLICT DO NOTHING`,
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
     CROSS JOIN LATERAL unnest(r."incidents") AS named ("slug") ${byAnySlug}
     ON CONFLICT DO NOTHING`,
    items,
  );
  await run(
    `INSERT INTO "ReadingClass" ("listSlug", "position", "classSlug")
     SELECT r."list", r."position", u."slug" FROM jsonb_to_recordset($1)
       AS r ("list" text, "position" int, "classes" text[]) CROSS JOIN LATERAL unnest(r."classes") AS u ("slug")`,
    items,
  );
}
