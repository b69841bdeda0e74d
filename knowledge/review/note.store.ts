import type { ClientBase } from "pg";
import { z } from "zod";

import { execute, rowOrNull, rows, type Connection } from "#knowledge/database/query";

import type { Credit } from "./kept-credits";

const State = z.enum(["draft", "waiting", "published", "archived", "merged", "binned"]);

const Note = z.object({
  id: z.number(),
  text: z.string(),
  url: z.string().nullable(),
  /** The name to credit, as it was signed. */
  credit: z.string().nullable(),
  sentAt: z.coerce.date(),
  answer: z.string().nullable(),
  answeredAt: z.coerce.date().nullable(),
  /** Since when nobody has to do anything about it. */
  closedAt: z.coerce.date().nullable(),
  /** It led to a change of the document. */
  hasLed: z.boolean(),
});

const NoteLine = Note.extend({
  answeredBy: z.string().nullable(),
  slug: z.string(),
  title: z.string(),
  state: State,
  /** The document's version now. */
  version: z.number(),
  /** The document that it led to a change of. */
  changedId: z.number().nullable(),
  /** The source in that document by which its reader was credited. */
  creditedAs: z.string().nullable(),
  /** That source is not among those of the latest revision any more. */
  isCreditGone: z.boolean(),
});
/** A reader's note as editors see it, with the document that it is about. */
export type NoteLine = z.infer<typeof NoteLine>;

const columns = `n."id", n."text", n."url", n."credit", n."sentAt", n."answer", n."answeredAt", n."closedAt", n."hasLed"`;

/**
 * Whether a revision has the source that credits the sender of a note; true where the note was not
 * signed. Read out of the text as it is written down, since nothing else remembers earlier ones: a
 * source's id stands on a line of its own, as the first of its keys.
 */
const isCreditedIn = (revision: string) =>
  `(n."creditedAs" IS NULL OR ${revision}."source" ~ ('(?n)^ *- id: ["'']?' || n."creditedAs" || '["'']?\\s*$'))`;

/** Whether what a note led to is in the latest revision of the document that it changed. */
const isInLatest = `coalesce((SELECT ${isCreditedIn("r")} FROM "Revision" r
  WHERE r."documentId" = n."changedId" ORDER BY r."number" DESC LIMIT 1), false)`;

const lines = `
  SELECT ${columns}, a."name" AS "answeredBy", d."slug", d."state", d."version", n."changedId", n."creditedAs",
    n."creditedAs" IS NOT NULL AND NOT ${isInLatest} AS "isCreditGone",
    coalesce(nullif(w."title", ''), i."title", d."slug") AS "title"
  FROM "ReaderNote" n JOIN "Document" d ON d."id" = n."documentId"
  LEFT JOIN "Account" a ON a."id" = n."answeredById"
  LEFT JOIN "Review" w ON w."documentId" = d."id" LEFT JOIN "Incident" i ON i."documentId" = d."id"`;

const most = 200;

/** Notes that wait for an editor, the oldest first. */
export async function openNotes(): Promise<NoteLine[]> {
  return rows(NoteLine, `${lines} WHERE n."closedAt" IS NULL ORDER BY n."id" LIMIT ${most}`);
}

/** The notes on one document: those that wait for an editor, then the others, newest first. */
export async function notesOn(documentId: number): Promise<NoteLine[]> {
  return rows(
    NoteLine,
    `${lines} WHERE n."documentId" = $1 ORDER BY n."closedAt" IS NOT NULL, n."id" DESC LIMIT ${most}`,
    [documentId],
  );
}

/** One note; null where there is none of this number. */
export async function findNote(id: number, connection: Connection): Promise<NoteLine | null> {
  return rowOrNull(NoteLine, `${lines} WHERE n."id" = $1`, [id], connection);
}

/** Keeps others from answering a note until the transaction ends. */
export async function lockNote(id: number, connection: ClientBase): Promise<void> {
  await execute(`SELECT 1 FROM "ReaderNote" WHERE "id" = $1 FOR UPDATE`, [id], connection);
}

const StoredReceipt = Note.omit({ id: true }).extend({
  document: z.object({
    state: State,
    visibility: z.enum(["public", "members"]),
    slug: z.string(),
    /** Null where readers are not shown it. */
    title: z.string().nullable(),
  }),
  /**
   * The first publication of the revision that what it led to went into, or of a later one that has
   * the credit as well.
   */
  shownAt: z.coerce.date().nullable(),
  /** What it led to is in the latest revision. */
  isInDraft: z.boolean(),
  /** Readers are shown the source that credits the sender, by the name as it was signed. */
  isNamed: z.boolean(),
});
export type StoredReceipt = z.infer<typeof StoredReceipt>;

/** The note whose receipt has a token with this hash. */
export async function findByTokenHash(tokenHash: string): Promise<StoredReceipt | null> {
  return rowOrNull(
    StoredReceipt,
    `SELECT ${columns}, json_build_object('state', d."state", 'visibility', d."visibility",
       'slug', d."slug", 'title', i."title") AS "document",
       (SELECT min(p."publishedAt") FROM "Publication" p JOIN "Revision" r ON r."id" = p."revisionId"
         WHERE n."hasLed" AND r."documentId" = n."changedId" AND r."number" >= n."changedIn"
           AND coalesce(r."restoredFrom" >= n."changedIn" OR n."creditedAs" IS NOT NULL, true)
           AND ${isCreditedIn("r")}) AS "shownAt",
       n."hasLed" AND ${isInLatest} AS "isInDraft",
       n."hasLed" AND n."changedId" = d."id" AND EXISTS (SELECT 1 FROM "Citation" c
         WHERE c."documentId" = d."id" AND c."rowId" = n."creditedAs" AND c."author" = n."credit") AS "isNamed"
     FROM "ReaderNote" n JOIN "Document" d ON d."id" = n."documentId"
     LEFT JOIN "Incident" i ON i."documentId" = d."id" WHERE n."tokenHash" = $1`,
    [tokenHash],
  );
}

/** The sources by which a document credits those who sent notes on it, or did. */
export async function creditsIn(documentId: number, connection?: Connection): Promise<Credit[]> {
  return rows(
    z.object({ source: z.string(), name: z.string() }),
    `SELECT "creditedAs" AS "source", "credit" AS "name" FROM "ReaderNote"
     WHERE "changedId" = $1 AND "creditedAs" IS NOT NULL AND "credit" IS NOT NULL ORDER BY "id"`,
    [documentId],
    connection,
  );
}

export interface NewNote {
  readonly documentId: number;
  readonly tokenHash: string;
  readonly text: string;
  readonly url: string | null;
  readonly credit: string | null;
}

/** Keeps a sender from sending another note until the transaction ends. */
export async function lockNotesOf(sender: string, connection: ClientBase): Promise<void> {
  await execute(
    `SELECT pg_advisory_xact_lock(hashtext('hindsight notes of ' || $1))`,
    [sender],
    connection,
  );
}

/** Which of these hashes is that of a note's token; null where none is. */
export async function findTokenHash(
  tokenHashes: readonly string[],
  connection: Connection,
): Promise<string | null> {
  const found = await rowOrNull(
    z.object({ tokenHash: z.string() }),
    `SELECT "tokenHash" FROM "ReaderNote" WHERE "tokenHash" = ANY($1::text[]) LIMIT 1`,
    [tokenHashes],
    connection,
  );
  return found?.tokenHash ?? null;
}

/** Stores a note; gives its number. */
export async function insertNote(
  { documentId, tokenHash, text, url, credit }: NewNote,
  connection: ClientBase,
): Promise<number> {
  const [made] = await rows(
    z.object({ id: z.number() }),
    `INSERT INTO "ReaderNote" ("documentId", "tokenHash", "text", "url", "credit")
     VALUES ($1, $2, $3, $4, $5) RETURNING "id"`,
    [documentId, tokenHash, text, url, credit],
    connection,
  );
  if (!made) throw new Error("the note was not stored");
  return made.id;
}

export async function storeAnswer(
  id: number,
  { answer, answeredById }: { answer: string; answeredById: string },
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "ReaderNote" SET "answer" = $2, "answeredById" = $3, "answeredAt" = now() WHERE "id" = $1`,
    [id, answer, answeredById],
    connection,
  );
}

/** Nothing is left to be done about a note. */
export async function storeClosed(id: number, connection: ClientBase): Promise<void> {
  await execute(
    `UPDATE "ReaderNote" SET "closedAt" = coalesce("closedAt", now()) WHERE "id" = $1`,
    [id],
    connection,
  );
}

/** What a note led to. */
export interface NotedChange {
  readonly documentId: number;
  /** The number of the first revision that can have the change, and has the credit, if any. */
  readonly revision: number;
  /** The source that credits the reader; null where the note was not signed. */
  readonly source: string | null;
}

/** A note leads to a change, and nothing else is left to be done; without one, to that of before. */
export async function storeLed(
  id: number,
  change: NotedChange | null,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `UPDATE "ReaderNote" SET "closedAt" = now(), "hasLed" = true WHERE "id" = $1`,
    [id],
    connection,
  );
  if (change === null) return;
  const { documentId, revision, source } = change;
  await execute(
    `UPDATE "ReaderNote" SET "changedId" = $2, "changedIn" = $3, "creditedAs" = $4 WHERE "id" = $1`,
    [id, documentId, revision, source],
    connection,
  );
}

/** Something is left to be done about a note after all. A credit is remembered: it stands as yet. */
export async function storeReopened(id: number, connection: ClientBase): Promise<void> {
  await execute(
    `UPDATE "ReaderNote" SET "closedAt" = NULL, "hasLed" = false WHERE "id" = $1`,
    [id],
    connection,
  );
}
