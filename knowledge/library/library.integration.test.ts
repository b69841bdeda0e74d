import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { closeDatabase, database } from "#knowledge/database/client";
import {
  findDocumentSource,
  findElsewhere,
  findIncident,
} from "#knowledge/incident/incident.store";
import { namesOf } from "#knowledge/incident/link.store";
import { findRevisions } from "#knowledge/review/revision.store";
import { findIncidents } from "#knowledge/search/find";
import { emptyQuery } from "#knowledge/search/query";
import { freshDatabase, type FreshDatabase } from "#server/testing/fresh-database";

import { auditLog } from "#knowledge/people/audit.store";

import { exportContent } from "./export";
import { importContent, type ImportOutcome } from "./import";
import { rebuildProjection } from "./rebuild";

const crowdstrike = "crowdstrike-2024-07-channel-file-291";
const gitlab = "gitlab-2017-01-database";

let folder = "";
let fresh: FreshDatabase;

const silent = () => undefined;
const bringIn = (theirs: string[] = []) => importContent({ folder, theirs, say: silent });
const fileOf = (slug: string) => join(folder, "incidents", `${slug}.md`);

async function rewrite(slug: string, change: (source: string) => string): Promise<void> {
  await writeFile(fileOf(slug), change(await readFile(fileOf(slug), "utf8")));
}

function counts(outcome: ImportOutcome): Record<string, number> {
  const found: Record<string, number> = {};
  if (outcome.kind !== "applied") return found;
  for (const { kind } of outcome.steps) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

async function tables(): Promise<unknown> {
  const dump: Record<string, unknown> = {};
  for (const table of ["Incident", "IncidentOrganization", "IncidentProduct", "IncidentSector"]) {
    dump[table] = await everyRow(table);
  }
  for (const table of ["TimelineEntry", "Factor", "FactorClass", "Citation", "Source", "Link"]) {
    dump[table] = await everyRow(table);
  }
  for (const table of ["Claim", "ClaimPosition", "Product", "SearchEntry", "SearchText"]) {
    dump[table] = await everyRow(table);
  }
  // A document that leaves may leave an empty posting and a word that no document holds.
  dump["Posting"] = await everyRow("Posting", "bit_count(members) > 0");
  dump["Lexeme"] = await everyRow("Lexeme", "documents > 0");
  return dump;
}

async function everyRow(table: string, where = "true"): Promise<unknown[]> {
  const { rows } = await database().query(
    `SELECT t::text AS "row" FROM "${table}" t WHERE ${where} ORDER BY 1`,
  );
  return rows;
}

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  folder = await mkdtemp(join(tmpdir(), "content-"));
  await cp("content", folder, { recursive: true });
  await bringIn();
});

afterAll(async () => {
  await closeDatabase();
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("an import of the content", () => {
  test("publishes each file byte for byte", async () => {
    for (const name of await readdir(join(folder, "incidents"))) {
      const slug = name.replace(/\.md$/, "");
      expect(await findDocumentSource(slug)).toBe(await readFile(fileOf(slug), "utf8"));
    }
  });

  test("does nothing when nothing has changed", async () => {
    expect(await bringIn()).toEqual({ kind: "same" });
  });

  test("makes a new revision of a file that changed, and of no other", async () => {
    await rewrite(gitlab, (source) => source.replace(/^title: .*$/m, "title: A changed title"));
    expect(counts(await bringIn())).toEqual({ update: 1, unchanged: 100 });
    expect((await findIncident(gitlab))?.record.title).toBe("A changed title");
    const revisions = await findRevisions(gitlab);
    expect(revisions.map(({ number, isCurrent }) => ({ number, isCurrent }))).toEqual([
      { number: 2, isCurrent: true },
      { number: 1, isCurrent: false },
    ]);
  });

  test("applies nothing when one file is faulty, and names the place", async () => {
    const before = await tables();
    await rewrite(gitlab, (source) => source.replace(/^title: .*$/m, "title: Half done"));
    await rewrite(crowdstrike, (source) => source.replace("role: trigger", "role: cause"));
    const outcome = await bringIn();
    expect(outcome.kind).toBe("faulty");
    if (outcome.kind !== "faulty") return;
    expect(outcome.faults).toHaveLength(1);
    expect(outcome.faults[0]?.file).toContain(crowdstrike);
    expect(outcome.faults[0]?.message).toContain("cause");
    expect(await tables()).toEqual(before);
    await rewrite(crowdstrike, (source) => source.replace("role: cause", "role: trigger"));
    expect(counts(await bringIn())).toEqual({ update: 1, unchanged: 100 });
  });

  test("follows a renamed file and keeps the old address leading there", async () => {
    const renamed = "gitlab-2017-01-replica-removed";
    const source = await readFile(fileOf(gitlab), "utf8");
    await writeFile(fileOf(renamed), source.replace("---\n", `---\nformerly: [${gitlab}]\n`));
    await rm(fileOf(gitlab));
    await rewriteReferences(gitlab, renamed);
    expect(counts(await bringIn()).create).toBeUndefined();
    expect(await findElsewhere(gitlab)).toEqual({ kind: "moved", slug: renamed });
    expect((await namesOf([gitlab])).get(gitlab)?.kind).toBe("incident");
    expect((await findRevisions(renamed)).length).toBeGreaterThan(2);
  });

  test("lists a document whose file is gone and leaves it readable", async () => {
    const passing = "monzo-2017-10-passing";
    const source = await readFile(fileOf("monzo-2017-10-kubernetes"), "utf8");
    await writeFile(fileOf(passing), source);
    expect(counts(await bringIn())).toMatchObject({ create: 1 });
    await rm(fileOf(passing));
    expect(counts(await bringIn())).toMatchObject({ vanished: 1 });
    expect(await findDocumentSource(passing)).toBe(source);
    await database().query(
      `UPDATE "Document" SET "state" = 'binned', "binnedAt" = now() WHERE "slug" = $1`,
      [passing],
    );
    await rebuildProjection(silent);
    await database().query(`DELETE FROM "Document" WHERE "slug" = $1`, [passing]);
    await database().query(`DELETE FROM "Name" WHERE "slug" = $1`, [passing]);
  });
});

async function rewriteReferences(from: string, to: string): Promise<void> {
  for (const part of ["incidents", "patterns", "reading"]) {
    for (const name of await readdir(join(folder, part))) {
      const path = join(folder, part, name);
      const source = await readFile(path, "utf8");
      const mended = source.replaceAll(new RegExp(`(?<!formerly: \\[)\\b${from}\\b`, "g"), to);
      if (mended !== source) await writeFile(path, mended);
    }
  }
}

describe("what was published here", () => {
  beforeEach(async () => {
    const { rows } = await database().query(
      `SELECT d."id", r."source" FROM "Document" d JOIN "Publication" p ON p."id" = d."publicationId"
       JOIN "Revision" r ON r."id" = p."revisionId" WHERE d."slug" = $1`,
      [crowdstrike],
    );
    const [{ id, source }] = rows;
    await database().query(
      `WITH r AS (INSERT INTO "Revision" ("documentId", "number", "source", "storyHtml", "storyHeadings", "rendererVersion")
         SELECT $1, max("number") + 1, $2, '', '[]', 1 FROM "Revision" WHERE "documentId" = $1 RETURNING "id"),
       p AS (INSERT INTO "Publication" ("documentId", "revisionId", "origin") SELECT $1, "id", 'editor' FROM r RETURNING "id")
       UPDATE "Document" SET "publicationId" = (SELECT "id" FROM p) WHERE "id" = $1`,
      [id, source.replace(/^title: .*$/m, "title: Edited in the browser")],
    );
  });

  test("stays, is named as a conflict when the file changes too, and yields to --theirs", async () => {
    await rewrite(crowdstrike, (source) =>
      source.replace(/^title: .*$/m, "title: Edited in the file"),
    );
    const outcome = await bringIn();
    expect(counts(outcome)).toMatchObject({ conflict: 1 });
    expect(await findDocumentSource(crowdstrike)).toContain("Edited in the browser");

    expect(counts(await bringIn([crowdstrike]))).toMatchObject({ update: 1 });
    expect((await findIncident(crowdstrike))?.record.title).toBe("Edited in the file");
  });
});

describe("the inverse of the import", () => {
  test("writes a whole content folder whose import changes nothing", async () => {
    await exportContent(folder);
    const elsewhere = await mkdtemp(join(tmpdir(), "export-"));
    const { written } = await exportContent(elsewhere);
    expect((await auditLog(1, "exported"))[0]).toMatchObject({
      actorName: null,
      note: { files: written.length },
    });
    expect(written.length).toBeGreaterThan(101);
    const empty = await freshDatabase();
    await closeDatabase();
    process.env.DATABASE_URL = empty.url;
    const outcome = await importContent({ folder: elsewhere, say: silent });
    expect(outcome.kind).toBe("applied");
    const again = await mkdtemp(join(tmpdir(), "export-"));
    await exportContent(again);
    for (const name of written) {
      expect(await readFile(join(again, name), "utf8")).toBe(
        await readFile(join(elsewhere, name), "utf8"),
      );
    }
    await closeDatabase();
    await empty.drop();
    process.env.DATABASE_URL = fresh.url;
    await rm(elsewhere, { recursive: true });
    await rm(again, { recursive: true });
  });
});

describe("the projection", () => {
  test("comes out the same when it is made again", async () => {
    const before = await tables();
    expect(await rebuildProjection(silent)).toBe(101);
    expect(await tables()).toEqual(before);
  });

  test("is made again from the documents alone after it was lost", async () => {
    const before = await tables();
    await database().query(`TRUNCATE "Incident" CASCADE`);
    await rebuildProjection(silent);
    expect(await tables()).toEqual(before);
  });
});

describe("what members may read only", () => {
  test("is nowhere in what the public reads", async () => {
    await rewrite("monzo-2019-07-cassandra", (source) =>
      source.replace(/^recorded:/m, "visibility: members\nrecorded:"),
    );
    await bringIn();
    expect(await findIncident("monzo-2019-07-cassandra")).toBeNull();
    expect(await findDocumentSource("monzo-2019-07-cassandra")).toBeNull();
    expect((await namesOf(["monzo-2019-07-cassandra"])).size).toBe(0);
    expect(
      (await findIncidents({ ...emptyQuery, org: ["monzo"] })).results.map(({ slug }) => slug),
    ).not.toContain("monzo-2019-07-cassandra");
    expect((await findRevisions("monzo-2019-07-cassandra")).length).toBe(0);
  });
});

describe("the database, without the application", () => {
  const cases: [string, string, RegExp][] = [
    [
      "a slug that already means something else",
      `INSERT INTO "Term" ("slug", "name", "aka", "means", "position")
       VALUES ('${crowdstrike}', 'x', '{}', 'x', 999)`,
      /Term_slug_kind_fkey/,
    ],
    [
      "a factor of a class that does not exist",
      `INSERT INTO "FactorClass" SELECT "documentId", "rowId", 'no-such-class', 9, "role", "standing" FROM "Factor" LIMIT 1`,
      /FactorClass_classSlug_fkey/,
    ],
    ["a role outside the vocabulary", `UPDATE "Factor" SET "role" = 'cause'`, /"Role"/],
    [
      "a published document without a publication",
      `UPDATE "Document" SET "publicationId" = NULL`,
      /Document_published_check/,
    ],
    [
      "a publication of another document's revision",
      `INSERT INTO "Publication" ("documentId", "revisionId", "origin")
       SELECT a."id", r."id", 'editor' FROM "Document" a, "Revision" r WHERE r."documentId" <> a."id" LIMIT 1`,
      /Publication_documentId_revisionId_fkey/,
    ],
    [
      "two revisions with one number",
      `INSERT INTO "Revision" ("documentId", "number", "source", "storyHtml", "storyHeadings", "rendererVersion")
       SELECT "documentId", "number", '', '', '[]', 1 FROM "Revision" LIMIT 1`,
      /Revision_documentId_number_key/,
    ],
    [
      "a position by a source that the document does not cite",
      `UPDATE "ClaimPosition" SET "citationId" = 'nobody'`,
      /ClaimPosition_documentId_citationId_fkey/,
    ],
  ];
  test.each(cases)("refuses %s", async (_, statement, why) => {
    await expect(database().query(statement)).rejects.toThrow(why);
  });
});
