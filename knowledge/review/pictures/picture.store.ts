import type { ClientBase } from "pg";
import { z } from "zod";

import {
  execute,
  inTransaction,
  rowOrNull,
  rows,
  type Connection,
} from "#knowledge/database/query";

import { readable } from "#knowledge/people/audience.store";
import type { PictureSize } from "#knowledge/text/pictures";

import type { Picture } from "./picture-making";

/** Steps around a picture that only stand together. */
export { inTransaction };

/**
 * Keeps a picture that is being put in from being swept away, until the transaction ends; several
 * may be put in at once.
 */
export async function lockPictures(
  kind: "to add" | "to sweep",
  connection: ClientBase,
): Promise<void> {
  const lock = kind === "to add" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await execute(`SELECT ${lock}(hashtext('hindsight pictures'))`, [], connection);
}

/** Keeps an account from putting in two pictures at once, which could exceed its quota together. */
export async function lockQuota(accountId: string, connection: ClientBase): Promise<void> {
  await execute(
    `SELECT pg_advisory_xact_lock(hashtext('hindsight pictures of ' || $1))`,
    [accountId],
    connection,
  );
}

/** Bytes of the pictures that an account was the first to put in. */
export async function bytesOfAccount(accountId: string, connection: Connection): Promise<number> {
  const found = await rowOrNull(
    z.object({ bytes: z.number() }),
    `SELECT coalesce(sum("size"), 0)::int AS "bytes" FROM "Picture" WHERE "madeById" = $1`,
    [accountId],
    connection,
  );
  return found?.bytes ?? 0;
}

/** Which of these pictures are kept already. */
export async function keptPictures(
  hashes: readonly string[],
  connection: Connection,
): Promise<Set<string>> {
  const found = await rows(
    z.object({ hash: z.string() }),
    `SELECT "hash" FROM "Picture" WHERE "hash" = ANY($1::text[])`,
    [hashes],
    connection,
  );
  return new Set(found.map(({ hash }) => hash));
}

/**
 * The sizes of these pictures, by their hashes: of those that belong into a published document which
 * one may read, or into the one that is shown. Whether another is kept at all is nobody's business.
 */
export async function pictureSizes(
  hashes: readonly string[],
  documentId: number | null,
): Promise<Map<string, PictureSize>> {
  if (hashes.length === 0) return new Map();
  const found = await rows(
    z.object({ hash: z.string(), width: z.number(), height: z.number() }),
    `SELECT p."hash", p."width", p."height" FROM "Picture" p WHERE p."hash" = ANY($1::text[]) AND EXISTS
       (SELECT 1 FROM "DocumentPicture" u JOIN "Document" d ON d."id" = u."documentId"
        WHERE u."hash" = p."hash" AND (d."id" = $2 OR (d."state" = 'published' AND ${readable("d")})))`,
    [hashes, documentId],
  );
  return new Map(found.map(({ hash, ...size }) => [hash, size]));
}

/** Keeps a picture, unless it is kept already. */
export async function insertPicture(
  { hash, bytes, width, height }: Picture,
  madeById: string | null,
  connection: ClientBase,
): Promise<void> {
  await execute(
    `INSERT INTO "Picture" ("hash", "bytes", "size", "width", "height", "madeById")
     VALUES ($1, $2, octet_length($2::bytea), $3, $4, $5) ON CONFLICT DO NOTHING`,
    [hash, bytes, width, height, madeById],
    connection,
  );
}

/** Notes that these pictures, as far as they are kept, belong into a document. */
export async function linkPictures(
  documentId: number,
  hashes: readonly string[],
  connection: ClientBase,
): Promise<void> {
  await execute(
    `INSERT INTO "DocumentPicture" ("documentId", "hash")
     SELECT $1, p."hash" FROM "Picture" p WHERE p."hash" = ANY($2::text[])
     ON CONFLICT ("documentId", "hash") DO UPDATE SET "addedAt" = now()`,
    [documentId, hashes],
    connection,
  );
}

/** The same for a document by its slug. */
export async function linkPicturesTo(
  slug: string,
  hashes: readonly string[],
  connection: ClientBase,
): Promise<void> {
  await execute(
    `INSERT INTO "DocumentPicture" ("documentId", "hash") SELECT d."id", p."hash"
     FROM "Document" d, "Picture" p WHERE d."slug" = $1 AND p."hash" = ANY($2::text[])
     ON CONFLICT DO NOTHING`,
    [slug, hashes],
    connection,
  );
}

/** Which of these pictures belong into a document. */
export async function picturesOf(
  documentId: number,
  hashes: readonly string[],
  connection?: Connection,
): Promise<Set<string>> {
  const found = await rows(
    z.object({ hash: z.string() }),
    `SELECT "hash" FROM "DocumentPicture" WHERE "documentId" = $1 AND "hash" = ANY($2::text[])`,
    [documentId, hashes],
    connection,
  );
  return new Set(found.map(({ hash }) => hash));
}

const PictureUse = z.object({
  hash: z.string(),
  state: z.enum(["draft", "waiting", "published", "archived", "merged", "binned"]),
  /** Who may read the document, as readers see it now. */
  visibility: z.enum(["public", "members"]),
  authors: z.array(z.string()),
  /** It stands in what readers see now. */
  isShown: z.boolean(),
});
/** A document into which a picture was put. */
export type PictureUse = z.infer<typeof PictureUse>;

/** The documents into which pictures were put. */
export async function usesOf(
  hashes: readonly string[],
  connection?: Connection,
): Promise<PictureUse[]> {
  return rows(
    PictureUse,
    `SELECT dp."hash", d."state", coalesce(r."visibility", d."visibility") AS "visibility",
       coalesce((SELECT json_agg(a."accountId") FROM "DocumentAuthor" a
         WHERE a."documentId" = d."id"), '[]') AS "authors",
       d."state" = 'published' AND strpos(coalesce(r."source", ''), 'files/' || dp."hash" || '.webp') > 0
         AS "isShown"
     FROM "DocumentPicture" dp JOIN "Document" d ON d."id" = dp."documentId"
     LEFT JOIN "Publication" p ON p."id" = d."publicationId"
     LEFT JOIN "Revision" r ON r."id" = p."revisionId" WHERE dp."hash" = ANY($1::text[])`,
    [hashes],
    connection,
  );
}

/** The bytes of a picture; null where it is not kept. */
export async function pictureBytes(
  hash: string,
  connection?: Connection,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await rowOrNull(
    z.object({ bytes: z.instanceof(Uint8Array) }),
    `SELECT "bytes" FROM "Picture" WHERE "hash" = $1`,
    [hash],
    connection,
  );
  return found && new Uint8Array(found.bytes);
}

/**
 * Forgets which pictures belong into documents of which no revision speaks of them, nor a text that
 * cannot be read yet, and removes those that belong into none; what was put in during these last days may not be saved yet. Gives
 * how many were removed.
 */
export async function sweepPictures(days: number, connection: ClientBase): Promise<number> {
  await execute(
    `DELETE FROM "DocumentPicture" dp WHERE dp."addedAt" < now() - make_interval(days => $1)
       AND NOT EXISTS (SELECT 1 FROM "Revision" r WHERE r."documentId" = dp."documentId"
         AND strpos(r."source", 'files/' || dp."hash" || '.webp') > 0)
       AND NOT EXISTS (SELECT 1 FROM "Review" w WHERE w."documentId" = dp."documentId"
         AND strpos(w."unfinished"::text, 'files/' || dp."hash" || '.webp') > 0)`,
    [days],
    connection,
  );
  return execute(
    `DELETE FROM "Picture" p WHERE p."madeAt" < now() - make_interval(days => $1)
       AND NOT EXISTS (SELECT 1 FROM "DocumentPicture" dp WHERE dp."hash" = p."hash")`,
    [days],
    connection,
  );
}
